/** Discord bans an address after 10,000 invalid requests in 10 minutes; we stop at half. */
const MOST = 5_000;
const WINDOW = 10 * 60_000;
const INVALID: ReadonlySet<number> = new Set([401, 403, 429]);

/** Thrown instead of sending. */
export class BudgetSpent extends Error {
  /** Until requests may go out again, ms. */
  readonly waitMs: number;
  constructor(waitMs: number) {
    super('too many invalid requests lately');
    this.name = 'BudgetSpent';
    this.waitMs = waitMs;
  }
}

/** Counts the requests that Discord calls invalid. https://docs.discord.com/developers/topics/rate-limits */
export interface Budget {
  /** `scope`: of a 429; one that is shared with others is not held against us. */
  count(status: number, scope: string | null): void;
  check(): void;
}

export function createBudget(now: () => number = Date.now): Budget {
  let invalid = 0;
  let endsAt = 0;
  return {
    count(status, scope) {
      if (!INVALID.has(status) || scope === 'shared') return;
      if (now() >= endsAt) {
        invalid = 0;
        endsAt = now() + WINDOW;
      }
      invalid += 1;
    },
    check() {
      const waitMs = endsAt - now();
      if (invalid >= MOST && waitMs > 0) throw new BudgetSpent(waitMs);
    },
  };
}
