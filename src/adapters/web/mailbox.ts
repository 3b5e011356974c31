import type { HistoryEntry, PlaceId } from '../../core/index.ts';
import type { Hub } from './hub.ts';

/** Entries of a place that arrive while its stream is busy. */
export interface Mailbox {
  take(): HistoryEntry[];
  /** Resolves when something is there or worth a look, when the time (ms) is over, or when the server closes. */
  wait(milliseconds: number): Promise<void>;
  /** Ends a wait. */
  ring(): void;
  leave(): void;
}

export function createMailbox(hub: Hub, place: PlaceId): Mailbox {
  const entries: HistoryEntry[] = [];
  let rung = false;
  let wake = (): void => undefined;

  const ring = (): void => {
    rung = true;
    wake();
  };
  const unsubscribe = hub.subscribe(place, (entry) => {
    if (entry) entries.push(entry);
    ring();
  });
  hub.closing.addEventListener('abort', ring);

  return {
    take: () => entries.splice(0),
    async wait(milliseconds) {
      if (!rung) await new Promise<void>((resolve) => (wake = timed(resolve, milliseconds)));
      rung = false;
    },
    ring,
    leave() {
      unsubscribe();
      hub.closing.removeEventListener('abort', ring);
    },
  };
}

/** Calls back after a while, or when the returned function is called. */
function timed(done: () => void, milliseconds: number): () => void {
  const timer = setTimeout(done, milliseconds);
  return () => {
    clearTimeout(timer);
    done();
  };
}
