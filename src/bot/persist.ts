import { backoff } from './backoff.ts';
import { type Clock, sleep } from './clock.ts';
import type { Events } from './events.ts';

const WAITS = { first: 100, longest: 5000 };

/** Records what has already happened outside: tried until the store takes it, or the process ends. */
export type Persist = (write: () => Promise<void>) => Promise<void>;

export function createPersist(clock: Clock, events: Pick<Events, 'storeRefused'>, signal: AbortSignal): Persist {
  return async (write) => {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        return await write();
      } catch (error) {
        events.storeRefused('receipts', error);
        await sleep(clock, 1 + backoff(clock, attempt, WAITS));
      }
    }
  };
}
