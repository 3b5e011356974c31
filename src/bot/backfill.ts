import {
  type BackfillResult,
  type ChatAdapter,
  type Incoming,
  NotYetKnown,
  type PlaceId,
  type PlaceToCheck,
  type Receive,
  type Store,
} from '../core/index.ts';
import type { Clock } from './clock.ts';
import type { Events } from './events.ts';
import { Loop } from './loop.ts';

export interface BackfillParts {
  adapter: Pick<ChatAdapter, 'name' | 'health' | 'backfill' | 'places'>;
  receive: Receive;
  store: Pick<Store, 'placesToCheck' | 'placeChecked'>;
  clock: Clock;
  events: Pick<Events, 'backfilled' | 'backfillFailed' | 'storeRefused'>;
}

const DAY = 24 * 3_600_000;
/** Of a place whose history was never read: how far back an answer is still of use, ms. */
const FIRST_LOOK = DAY;
/** Where somebody spoke with us within this time they may have written again while we were away, ms. */
export const IN_USE = 7 * DAY;
/** How far back we make up for at all, ms. Shorter than messages are kept for: else one would be taken twice. */
const LONGEST_LOOK = 7 * DAY;
/** The platform may show a message a little later than one that was written after it, ms. */
const OVERLAP = 2 * 60_000;
/** Each place is looked at again after this, ms, also while the connection seems to be up; sooner where somebody waits. */
const RECHECK = 30 * 60_000;
const RECHECK_URGENT = 2 * 60_000;
/** Slack grants 50 looks a minute, Discord more. Where no gap is known, most of that is left to those who deliver. ms */
const PACE = { afterGap: 1300, steady: 4000 };
/** How often the connection is looked at, ms. */
const POLL = 2000;
export const MOST_PLACES = 500;

/**
 * Repairs gaps: on every connect, and steadily, the history of places is read again and what was missed goes in by the
 * same door. What was not missed is in the inbox under the same id, and is not taken twice.
 */
export class BackfillWorker {
  readonly #parts: BackfillParts;
  readonly #loop: Loop;
  /** How many gaps of this connection were looked into; undefined while nothing was. */
  #repaired: number | undefined;
  #waiting: PlaceToCheck[] = [];
  #pace = PACE.afterGap;
  #places: readonly PlaceId[] = [];

  constructor(parts: BackfillParts) {
    this.#parts = parts;
    this.#loop = new Loop(
      parts.clock,
      () => this.#round(),
      (error) => parts.events.storeRefused(`backfill of ${parts.adapter.name}`, error),
    );
  }

  get name(): string {
    return this.#parts.adapter.name;
  }

  /** Those that the adapter itself has named the last time. */
  get places(): readonly PlaceId[] {
    return this.#places;
  }

  start(): void {
    this.#loop.wake();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #round(): Promise<number> {
    const { adapter, clock } = this.#parts;
    const { connected, gaps = 0 } = adapter.health();
    // Also while it seemed to be connected all the time: between two looks a session may be over and another begun.
    if (!connected) this.#repaired = undefined;
    else if (gaps !== this.#repaired) {
      this.#waiting = await this.#placesInUse();
      this.#repaired = gaps;
      this.#pace = PACE.afterGap;
    } else if (this.#waiting.length === 0) {
      this.#waiting = (await this.#placesInUse()).filter((one) => isDue(one, clock.now()));
      this.#pace = PACE.steady;
    }
    const next = connected ? this.#waiting[0] : undefined;
    if (!next) return POLL;
    const pause = await this.#lookInto(next);
    this.#waiting.shift();
    return pause;
  }

  /** The most urgent first. */
  async #placesInUse(): Promise<PlaceToCheck[]> {
    const { adapter, store, clock } = this.#parts;
    this.#places = (await adapter.places?.()) ?? [];
    return store.placesToCheck(adapter.name, clock.now() - IN_USE, this.#places, MOST_PLACES);
  }

  /** Resolves with the pause before the next look, ms. */
  async #lookInto(next: PlaceToCheck): Promise<number> {
    const { adapter, store, clock, events } = this.#parts;
    const { place } = next;
    const now = clock.now();
    const result: BackfillResult = (await adapter.backfill?.(place, beginOf(next, now))) ?? { ok: true, events: [] };
    if (!result.ok) events.backfillFailed(adapter.name, result.reason);
    if (!result.ok && result.kind === 'retry') {
      this.#waiting.push(next);
      return Math.max(result.afterMs ?? 0, this.#pace);
    }
    const { events: found, until } = result.ok ? result : { events: [] };
    if (!(await this.#takeIn(found))) {
      this.#waiting.push(next);
      return this.#pace;
    }
    if (found.length > 0) events.backfilled(adapter.name, found.length);
    await store.placeChecked(place, { at: now, seenUntil: until }, now - 2 * LONGEST_LOOK);
    return this.#pace;
  }

  /** In order. False where the place itself may become ours in a moment. */
  async #takeIn(found: readonly Incoming[]): Promise<boolean> {
    try {
      for (const event of found) await this.#parts.receive(event);
      return true;
    } catch (error) {
      if (error instanceof NotYetKnown) return false;
      throw error;
    }
  }
}

/** By the platform's clock, as soon as we know of it: ours may be wrong, and may have been when we looked last. */
function beginOf({ seenUntil }: PlaceToCheck, now: number): number {
  return seenUntil === undefined ? now - FIRST_LOOK : Math.max(seenUntil - OVERLAP, now - LONGEST_LOOK);
}

/** A check that is to come was written down by a clock that was ahead. */
function isDue({ checkedAt, urgent }: PlaceToCheck, now: number): boolean {
  return checkedAt === undefined || checkedAt > now || now - checkedAt > (urgent ? RECHECK_URGENT : RECHECK);
}
