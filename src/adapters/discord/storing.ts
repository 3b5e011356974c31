import { setTimeout as sleep } from 'node:timers/promises';
import { NotYetKnown, StoreError, type AdapterLog, type Incoming } from '../../core/index.ts';

const FIRST_WAIT = 200;
const LONGEST_WAIT = 5_000;
/** An error that is not the store's own is likely to come again. */
const TRIES_FOR_OTHERS = 5;
/** Discord tells the person after 3 s that we did not respond: they will press again, so we must not answer both. */
const INTERACTION_PATIENCE = 2_500;

export interface Storing {
  log: AdapterLog;
  stopping: AbortSignal;
  /** Something was left for the next process: nothing may overtake it. */
  left?: boolean;
}

function worthTrying(error: unknown, tries: number, until: number): boolean {
  return Date.now() < until && (error instanceof StoreError || tries < TRIES_FOR_OTHERS);
}

async function pause(tries: number, stopping: AbortSignal): Promise<boolean> {
  const wait = Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT);
  return sleep(wait, true, { signal: stopping, ref: false }).catch(() => false);
}

function reasonOf(error: unknown): string {
  if (error instanceof NotYetKnown) return 'place-not-yet-known';
  return error instanceof StoreError ? error.code : 'unexpected';
}

/** What is stored, for the log. */
export type Named = Pick<Incoming, 'id' | 'type'>;

/**
 * Stores an event by `work`, again and again while the store is away. `given-up` when trying again makes no sense;
 * `stopped` when there is no more time: the session must then not go past this event.
 */
export async function storeEvent<Result>(
  storing: Storing,
  event: Named,
  work: () => Promise<Result>,
  isInteraction = false,
): Promise<Result | 'given-up' | 'stopped'> {
  const { log, stopping } = storing;
  if (storing.left === true && !isInteraction) return 'stopped';
  const until = isInteraction ? Date.now() + INTERACTION_PATIENCE : Infinity;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const reason = reasonOf(error);
      log.warn('discord-event-not-stored', { type: event.type, reason, tries });
      if (!worthTrying(error, tries, until)) break;
      if (await pause(tries, stopping)) continue;
      storing.left = true;
      return 'stopped';
    }
  }
  log.error('discord-event-given-up', { type: event.type, event: event.id });
  return 'given-up';
}
