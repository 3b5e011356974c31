import { webApi } from '@slack/bolt';
import type { AdapterLog } from '../../core/index.ts';
import { isTokenRefusal, TOKEN_REFUSED_MS, TokenRefused } from './errors.ts';

/** Calls Slack unless that route is still waiting out a rate limit; then throws as Slack would. */
export type Guarded = <T>(route: string, call: () => Promise<T>) => Promise<T>;

export interface Gate {
  guarded: Guarded;
  /** Slack's code while it takes our token for nothing. */
  refusal(): string | undefined;
}

/**
 * Honours Retry-After for each route (method, or method and channel): no call is spent on a closed one. A token that
 * Slack refuses closes them all for a while: everything waits, and the operator is told once each time it is tried.
 */
export function createGate(log: AdapterLog, now: () => number = () => performance.now()): Gate {
  const closedUntil = new Map<string, number>();
  let refused: { code: string; until: number } | undefined;

  function checkOpen(route: string): void {
    const left = (closedUntil.get(route) ?? 0) - now();
    if (left > 0) throw new webApi.WebAPIRateLimitedError(Math.ceil(left / 1000));
    closedUntil.delete(route);
    if (refused && refused.until > now()) throw new TokenRefused(refused.code, refused.until - now());
  }

  function learn(route: string, error: unknown): void {
    if (error instanceof webApi.WebAPIRateLimitedError) closedUntil.set(route, now() + error.retryAfter * 1000);
    const code = isTokenRefusal(error);
    if (code !== undefined) refused = { code, until: now() + TOKEN_REFUSED_MS };
  }

  async function guarded<T>(route: string, call: () => Promise<T>): Promise<T> {
    checkOpen(route);
    try {
      const answer = await call();
      if (refused) log.info('slack-token-accepted');
      refused = undefined;
      return answer;
    } catch (error) {
      learn(route, error);
      throw error;
    }
  }

  return { guarded, refusal: () => refused?.code };
}
