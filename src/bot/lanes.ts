import type { StoredEvent } from '../core/index.ts';

/** Events in hand, oldest first: at most one of a ticket or conversation is handled at a time, in order. */
export class Lanes {
  #waiting: StoredEvent[] = [];
  /** Until when (ms) an event that failed holds its lane. */
  readonly #postponed = new Map<number, number>();

  get size(): number {
    return this.#waiting.length;
  }

  /** Sequence of the newest event in hand, 0 when there is none. */
  get newest(): number {
    return this.#waiting.at(-1)?.sequence ?? 0;
  }

  /** Those that are in hand already are passed over. */
  add(events: readonly StoredEvent[]): void {
    const known = new Set(this.#waiting.map(({ sequence }) => sequence));
    const fresh = events.filter(({ sequence }) => !known.has(sequence));
    const last = this.newest;
    this.#waiting.push(...fresh);
    if (fresh.some(({ sequence }) => sequence < last))
      this.#waiting.sort((one, other) => one.sequence - other.sequence);
  }

  /** The first event of each free lane. They stay in hand until they are removed. */
  next(limit: number, now: number): StoredEvent[] {
    const taken = new Set<string>();
    const next: StoredEvent[] = [];
    for (const stored of this.#waiting) {
      if (next.length === limit) break;
      // A conversation's lane becomes the ticket's when one is opened: both names hold the order.
      const lanes = [stored.lane, stored.event.conversation];
      if (!lanes.some((lane) => taken.has(lane)) && this.#readyAt(stored) <= now) next.push(stored);
      for (const lane of lanes) taken.add(lane);
    }
    return next;
  }

  /** When the first postponed event may be tried again, ms. */
  nextReadyAt(): number | undefined {
    const first = Math.min(...this.#postponed.values());
    return first === Infinity ? undefined : first;
  }

  /** `until` may be Infinity: until it is released. */
  postpone(stored: StoredEvent, until: number): void {
    this.#postponed.set(stored.sequence, until);
  }

  release({ sequence }: Pick<StoredEvent, 'sequence'>): void {
    this.#postponed.delete(sequence);
  }

  remove(ended: ReadonlySet<number>): void {
    this.#waiting = this.#waiting.filter((stored) => !ended.has(stored.sequence));
    for (const sequence of ended) this.#postponed.delete(sequence);
  }

  #readyAt(stored: StoredEvent): number {
    return this.#postponed.get(stored.sequence) ?? 0;
  }
}
