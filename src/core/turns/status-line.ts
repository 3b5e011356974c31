import { fill, type Texts } from '../locales/index.ts';
import type { ServerCheck, VisitLimit } from '../model.ts';

const MINUTE = 60_000;

/** Why a check has no result. */
export function statusLine(check: ServerCheck, words: Texts['check'], now: number): string {
  if (check.status === 'rate-limited') return limitLine(check.limit, words, now);
  return check.status === 'checked' ? '' : fill(words.statuses[check.status], { host: check.host });
}

/** Whose count is full, and when to ask again. */
export function limitLine(limit: VisitLimit | undefined, words: Texts['check'], now: number): string {
  const { by, tryAt } = limit ?? { by: 'all', tryAt: now };
  return fill(words.limits[by], { minutes: Math.max(1, Math.ceil((tryAt - now) / MINUTE)) });
}
