import type { BackfillResult, ChatAdapter, PlaceId, PlaceToCheck, Receive, Store } from '../core/index.ts';
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

/** How far back an answer is still of use, ms. */
export const LOOK_BACK = 24 * 3_600_000;
/** Messages may get a time a little before we heard of the ones before them, ms. */
const OVERLAP = 2 * 60_000;
/** Each place is looked at again after this, ms, also while the connection seems to be up. */
const RECHECK = 30 * 60_000;
/** Slack grants 50 looks a minute, Discord more. ms */
const PACE = 1300;
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
  #connected = false;
  /** The last gap that was looked into, ms. */
  #repaired = 0;
  #waiting: PlaceToCheck[] = [];
  #lastRound = 0;
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
    const wasConnected = this.#connected;
    this.#connected = adapter.health().connected;
    if (!this.#connected) return POLL;
    if (!wasConnected || this.#toldOfGap() || this.#clockWentBack())
      this.#waiting = await this.#placesFrom(clock.now());
    else if (this.#waiting.length === 0) this.#waiting = await this.#placesFrom(clock.now() - RECHECK);
    const [next] = this.#waiting;
    if (!next) return POLL;
    const pause = await this.#lookInto(next);
    this.#waiting.shift();
    return pause;
  }

  /** Once for each gap, when it is over. */
  #toldOfGap(): boolean {
    const { adapter, clock } = this.#parts;
    const { missedUntil = 0 } = adapter.health();
    if (missedUntil <= this.#repaired || missedUntil > clock.now()) return false;
    this.#repaired = missedUntil;
    return true;
  }

  /** What was looked for meanwhile was looked for at a wrong time. */
  #clockWentBack(): boolean {
    const now = this.#parts.clock.now();
    const back = now < this.#lastRound;
    this.#lastRound = now;
    return back;
  }

  /** Those not checked since `before`, the most urgent first. */
  async #placesFrom(before: number): Promise<PlaceToCheck[]> {
    const { adapter, store, clock } = this.#parts;
    this.#places = (await adapter.places?.()) ?? [];
    const all = await store.placesToCheck(adapter.name, clock.now() - LOOK_BACK, this.#places, MOST_PLACES);
    return all
      .map((one) => (isToCome(one, clock.now()) ? { ...one, checkedAt: undefined } : one))
      .filter(({ checkedAt }) => checkedAt === undefined || checkedAt < before);
  }

  /** Resolves with the pause before the next look, ms. */
  async #lookInto({ place, checkedAt }: PlaceToCheck): Promise<number> {
    const { adapter, receive, store, clock, events } = this.#parts;
    const now = clock.now();
    const since = Math.max((checkedAt ?? 0) - OVERLAP, now - LOOK_BACK);
    const result: BackfillResult = (await adapter.backfill?.(place, since)) ?? { ok: true, events: [] };
    if (!result.ok) events.backfillFailed(adapter.name, result.reason);
    if (!result.ok && result.kind === 'retry') {
      this.#waiting.push({ place, checkedAt });
      return Math.max(result.afterMs ?? 0, PACE);
    }
    const found = result.ok ? result.events : [];
    for (const event of found) await receive(event);
    if (found.length > 0) events.backfilled(adapter.name, found.length);
    await store.placeChecked(place, now, now - 2 * LOOK_BACK);
    return PACE;
  }
}

/** Written by a clock that was ahead. */
function isToCome({ checkedAt = 0 }: PlaceToCheck, now: number): boolean {
  return checkedAt > now;
}
