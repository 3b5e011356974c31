import { setTimeout as sleep } from 'node:timers/promises';
import { SimpleIdentifyThrottler, type IIdentifyThrottler, type WebSocketManager } from '@discordjs/ws';
import type { AdapterLog } from '../../core/index.ts';

/** Of 1,000 session starts a day these are left for the operator's own restarts: spending all resets the token. */
const KEPT_BACK = 50;
const LONGEST_WAIT = 10 * 60_000;

type Starts = Pick<WebSocketManager, 'fetchGatewayInformation'>;

/** Waits while too few session starts are left, and says so. Where Discord does not tell, it does not wait. */
async function enoughStarts(manager: Starts, log: AdapterLog, signal: AbortSignal): Promise<void> {
  for (;;) {
    const limit = await manager.fetchGatewayInformation(true).then(
      (info) => info.session_start_limit,
      () => undefined,
    );
    if (limit === undefined || limit.remaining >= Math.min(KEPT_BACK, limit.total)) return;
    log.error('discord-session-starts-spent', { remaining: limit.remaining, resetMs: limit.reset_after });
    await sleep(Math.min(limit.reset_after, LONGEST_WAIT), undefined, { signal });
  }
}

/** One IDENTIFY for each of `max_concurrency` keys in five seconds, and none when they run out. */
export async function createIdentifyThrottler(manager: WebSocketManager, log: AdapterLog): Promise<IIdentifyThrottler> {
  const info = await manager.fetchGatewayInformation();
  const throttler = new SimpleIdentifyThrottler(info.session_start_limit.max_concurrency);
  return {
    async waitForIdentify(shard, signal) {
      await enoughStarts(manager, log, signal);
      await throttler.waitForIdentify(shard, signal);
    },
  };
}
