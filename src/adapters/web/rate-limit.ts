interface Rate {
  burst: number;
  /** Milliseconds until one more is allowed. */
  every: number;
}

export interface RateLimit {
  /** Milliseconds to wait; 0 means go ahead. */
  wait(key: string): number;
  /** Counts one use. */
  use(key: string): void;
}

/** Keys kept before full buckets are swept out. */
const SWEEP_AT = 5_000;

/** Token buckets, as the moment at which each would be full again (GCRA). */
export function createRateLimit(rate: Rate, clock: () => number): RateLimit {
  const fullAt = new Map<string, number>();

  function sweep(now: number): void {
    for (const [key, at] of fullAt) if (at <= now) fullAt.delete(key);
  }

  return {
    wait(key) {
      const debt = (fullAt.get(key) ?? 0) - clock();
      return Math.max(0, debt - (rate.burst - 1) * rate.every);
    },
    use(key) {
      const now = clock();
      if (fullAt.size >= SWEEP_AT) sweep(now);
      fullAt.set(key, Math.max(now, fullAt.get(key) ?? 0) + rate.every);
    },
  };
}
