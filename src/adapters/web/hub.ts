import type { HistoryEntry, PlaceId } from '../../core/index.ts';

/** Called with a new entry of the place, or with nothing when the place is worth a look. */
export type Listener = (entry?: HistoryEntry) => void;

/** Tells open pages that something happened in their place. Keeps nothing. */
export interface Hub {
  publish(place: PlaceId, entry?: HistoryEntry): void;
  /** Something has happened somewhere: every page is worth a look. */
  publishAll(): void;
  /** Returns the function that ends it. */
  subscribe(place: PlaceId, listener: Listener): () => void;
  listeners(place: PlaceId): number;
  /** Aborted once the server stops: streams end. */
  readonly closing: AbortSignal;
  close(): void;
}

export function createHub(): Hub {
  const places = new Map<PlaceId, Set<Listener>>();
  const end = new AbortController();

  function unsubscribe(place: PlaceId, listener: Listener): void {
    const listeners = places.get(place);
    listeners?.delete(listener);
    if (listeners?.size === 0) places.delete(place);
  }

  return {
    publish(place, entry) {
      for (const listener of places.get(place) ?? []) listener(entry);
    },
    publishAll() {
      for (const listeners of places.values()) for (const listener of listeners) listener();
    },
    subscribe(place, listener) {
      const listeners = places.get(place) ?? new Set();
      places.set(place, listeners.add(listener));
      return () => unsubscribe(place, listener);
    },
    listeners: (place) => places.get(place)?.size ?? 0,
    closing: end.signal,
    close: () => end.abort(),
  };
}
