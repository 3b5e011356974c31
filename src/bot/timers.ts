import { type Event, RETENTION, type Retention, type Store, type Timer } from '../core/index.ts';
import type { Clock } from './clock.ts';
import type { Events } from './events.ts';
import { Loop } from './loop.ts';

export interface TimerParts {
  store: Pick<Store, 'dueTimers' | 'finishTimer' | 'eraseExpired'>;
  /** How long things are kept; RETENTION when absent. */
  retention?: Retention;
  /** Erases what the log has of the time before, ms. */
  forgetLog?: (before: number) => void;
  clock: Clock;
  events: Pick<Events, 'storeRefused' | 'logNotErased'>;
  /** A timer's event is in the inbox. */
  wake: () => void;
}

const PAGE = 100;
/** How late a timer may be, ms. */
const POLL = 1000;
const ERASE_EVERY = 60_000;

/** Turns timers that fell due into events, and erases what was kept for long enough: a little with each look, so that nobody waits for it. */
export function createTimerWorker(parts: TimerParts): Loop {
  const { store, clock, events, wake, retention = RETENTION } = parts;
  let eraseAt = 0;

  return new Loop(
    clock,
    async () => {
      const now = clock.now();
      const due = await store.dueTimers(now, PAGE);
      for (const timer of due) await store.finishTimer(timer.id, fired(timer, now));
      if (due.length > 0) wake();
      if (now >= eraseAt) {
        const more = await store.eraseExpired(now, retention);
        eraseAt = more ? now : now + ERASE_EVERY;
        shorten(parts, now - retention.logs);
      }
      return due.length === PAGE ? 0 : POLL;
    },
    (error) => events.storeRefused('timers', error),
  );
}

/** A log that cannot be shortened keeps nothing else from its work. */
function shorten({ forgetLog, events }: TimerParts, before: number): void {
  try {
    forgetLog?.(before);
  } catch (error) {
    events.logNotErased(error);
  }
}

/** What a timer that fell due puts into the inbox. */
export function fired(timer: Timer, now: number): Event {
  return {
    // One that is set again fires again: its time tells the two apart.
    id: `timer:${timer.id}/${timer.dueAt}`,
    type: 'timer-due',
    conversation: timer.conversation,
    place: timer.place,
    private: false,
    author: { id: timer.person, name: '', bot: false },
    at: now,
    timer: timer.id,
    dueAt: timer.dueAt,
    ...(timer.ticket !== undefined && { ticket: timer.ticket }),
    ...(timer.kind !== undefined && { kind: timer.kind }),
    redactions: [],
  };
}
