import type { Clock } from './clock.ts';

export interface BackoffLimits {
  /** Upper bound of the first wait, ms; doubled with every attempt. */
  first: number;
  longest: number;
}

/** Full jitter: any time up to the bound, so that many that failed together do not come back together. */
export function backoff(clock: Clock, attempts: number, limits: BackoffLimits): number {
  const bound = Math.min(limits.longest, limits.first * 2 ** Math.min(attempts, 30));
  return Math.ceil(clock.random() * bound);
}
