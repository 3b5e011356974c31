import { webApi } from '@slack/bolt';

/** Calls Slack unless that route is still waiting out a rate limit; then throws as Slack would. */
export type Guarded = <T>(route: string, call: () => Promise<T>) => Promise<T>;

/** Honours Retry-After for each route (method, or method and channel): no call is spent on a closed one. */
export function createCooldown(now: () => number = Date.now): Guarded {
  const closedUntil = new Map<string, number>();
  return async (route, call) => {
    const left = (closedUntil.get(route) ?? 0) - now();
    if (left > 0) throw new webApi.WebAPIRateLimitedError(Math.ceil(left / 1000));
    closedUntil.delete(route);
    try {
      return await call();
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError) closedUntil.set(route, now() + error.retryAfter * 1000);
      throw error;
    }
  };
}
