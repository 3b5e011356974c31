import { setTimeout as sleep } from 'node:timers/promises';
import type { BackfillResult, Incoming, PlaceId } from '../../core/index.ts';

const HOUR = 3_600_000;
/** A conversation of two is short, and its order matters most; what is older is stale everywhere, ms. */
const PRIVATE_LOOK_BACK = 24 * HOUR;
const LOOK_BACK = HOUR;

/** What Discord does not show now it may show in a moment, ms; nobody is held up for longer than that. */
const WAITS = [300, 1_000, 3_000, 8_000];
const LONGEST = 10_000;

interface CatchUpOptions {
  /** Stores one event, as patiently as one that comes live. */
  store: (event: Incoming) => Promise<unknown>;
  backfill: (place: PlaceId, since: number) => Promise<BackfillResult>;
  heardIn: (place: PlaceId) => Promise<void>;
  stopping: AbortSignal;
}

/**
 * Keeps the order over a gap: after a start, and after a session that could not be resumed, what was missed in a place goes in before the
 * first message that comes live there. Once for each place and gap.
 */
export class CatchUp {
  readonly #options: CatchUpOptions;
  /** Those that were caught up with. Also a session that is resumed may hide a gap: the process before this one died over it. */
  #places = new Map<PlaceId, Promise<boolean>>();
  #gaps = 0;

  constructor(options: CatchUpOptions) {
    this.#options = options;
  }

  /** How often a session has begun. */
  get gaps(): number {
    return this.#gaps;
  }

  /** A session has begun anew: places may hold what we missed. */
  gap(): void {
    this.#gaps += 1;
    this.#places = new Map();
  }

  /** Resolves when the place is no longer being caught up with. */
  async over(place: PlaceId): Promise<void> {
    await this.#places.get(place);
  }

  /** Something that came live there could not be taken in: the next one reads the history first. */
  forget(place: PlaceId): void {
    this.#places.delete(place);
  }

  /**
   * Resolves when the place of what comes live is caught up with; from when, its own time tells, since our clock may be
   * wrong. Never rejects: what cannot be read now is found by the steady look back. False when this process stops over
   * it: then what came live waits for the next one, too, and does not overtake what was missed.
   */
  before({ place, private: isPrivate, at }: Pick<Incoming, 'place' | 'private' | 'at'>): Promise<boolean> {
    const known = this.#places.get(place);
    if (known) return known;
    const since = at - (isPrivate ? PRIVATE_LOOK_BACK : LOOK_BACK);
    const running = this.#noted(place, isPrivate)
      .then(() => this.#read(place, since))
      .then(
        () => true,
        () => !this.#options.stopping.aborted,
      );
    this.#places.set(place, running);
    return running;
  }

  /**
   * Discord lists no direct messages: one that is heard of now, and not kept, is not found again when this process dies
   * over the look back and its session is lost. Where it cannot be kept, the message itself is tried all the same.
   */
  async #noted(place: PlaceId, isPrivate: boolean): Promise<void> {
    if (isPrivate) await this.#options.heardIn(place).catch(() => undefined);
  }

  async #read(place: PlaceId, since: number): Promise<void> {
    const found = await this.#ask(place, since);
    if (!found.ok) return;
    for (const event of found.events) await this.#options.store(event);
  }

  async #ask(place: PlaceId, since: number): Promise<BackfillResult> {
    const { backfill, stopping } = this.#options;
    for (const wait of WAITS) {
      const found = await backfill(place, since);
      if (found.ok || found.kind === 'refused' || (found.afterMs ?? 0) > LONGEST) return found;
      await sleep(Math.max(wait, found.afterMs ?? 0), undefined, { signal: stopping, ref: false });
    }
    return backfill(place, since);
  }
}
