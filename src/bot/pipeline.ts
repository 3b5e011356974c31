import {
  type Knowledge,
  type Settings,
  type Store,
  type StoredEvent,
  StoreError,
  type Turn,
  LeaseLost,
  VersionConflict,
} from '../core/index.ts';
import { backoff } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { Core } from './core-functions.ts';
import type { Events } from './events.ts';
import { Lanes } from './lanes.ts';
import { Loop } from './loop.ts';
import type { Rights } from './rights.ts';

export interface PipelineParts {
  store: Pick<Store, 'shared' | 'lookEvery' | 'pendingEvents' | 'situation' | 'commit' | 'deadLetterEvent'>;
  core: Core;
  knowledge: Knowledge;
  clock: Clock;
  settings: () => Settings;
  rights: Pick<Rights, 'of'>;
  events: Pick<Events, 'eventDeadLettered' | 'turnFailed' | 'storeRefused' | 'turnCommitted'>;
  /** Told of every Turn after its commit. */
  onCommitted: (turn: Turn) => void;
}

/** Turns that share one commit. */
const GROUP = 32;
/** Events held in memory. */
const IN_HAND = 1024;
/** After so many failures an event is a dead letter. */
const ATTEMPTS = 3;
const RETRY_WAITS = { first: 500, longest: 5000 };
/** The same where processes share the work, so that each finds some. */
const IN_HAND_SHARED = 256;
/** Alone, an event conflicts only with work outside the pipeline, such as a desk thread that was just opened. */
const CONFLICTS = 20;

/** Takes pending events from the inbox, in order within a ticket or conversation, and commits what the core decides. */
export class Pipeline {
  readonly #parts: PipelineParts;
  readonly #lanes = new Lanes();
  readonly #failures = new Map<number, number>();
  readonly #loop: Loop;
  readonly #asking = new Set<Promise<void>>();
  #unread = true;
  #lookAgainAt = 0;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#loop = new Loop(
      parts.clock,
      () => this.#round(),
      (error) => parts.events.storeRefused('pipeline', error),
    );
  }

  /** Something new is in the inbox. */
  wake(): void {
    this.#unread = true;
    this.#loop.wake();
  }

  get roundSince(): number | undefined {
    return this.#loop.roundSince;
  }

  get busy(): boolean {
    return this.#loop.busy || this.#asking.size > 0;
  }

  /** Resolves when everything in the inbox has ended, save what was postponed. */
  async idle(): Promise<void> {
    await this.#loop.idle();
    while (this.#asking.size > 0) {
      await Promise.all(this.#asking);
      await this.#loop.idle();
    }
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #round(): Promise<number> {
    await this.#refill();
    const now = this.#parts.clock.ticks();
    const group = this.#lanes.next(GROUP, now);
    if (group.length > 0) return this.#handle(group);
    return Math.max(1, Math.min(this.#lanes.nextReadyAt() ?? Number.POSITIVE_INFINITY, this.#lookAgainAt) - now);
  }

  async #refill(): Promise<void> {
    const { store, clock } = this.#parts;
    const looksAgain = clock.ticks() >= this.#lookAgainAt;
    const most = store.shared ? IN_HAND_SHARED : IN_HAND;
    const room = most - this.#lanes.size;
    if (room < most / 2 ? !(store.shared && looksAgain) : !(this.#unread || looksAgain)) return;
    this.#unread = false;
    // Others leave work there, and leases are renewed by it.
    this.#lookAgainAt = clock.ticks() + store.lookEvery;
    try {
      const page = await store.pendingEvents(room, looksAgain ? 0 : this.#lanes.newest);
      this.#lanes.add(page);
      this.#unread ||= page.length === room;
    } catch (error) {
      this.#unread = true;
      throw error;
    }
  }

  async #handle(group: readonly StoredEvent[]): Promise<number> {
    const responded = await Promise.all(group.map((stored) => this.#respond(stored)));
    const pairs = group.flatMap((stored, index) => (responded[index] ? [{ stored, turn: responded[index] }] : []));
    const conflicting = await this.#commit(pairs);
    for (const stored of conflicting) await this.#handleAlone(stored);
    return 0;
  }

  /** Nothing, when the core failed, or when the platform is being asked about the author's rights. */
  async #respond(stored: StoredEvent): Promise<Turn | undefined> {
    const { store, core, knowledge, clock, settings, rights } = this.#parts;
    try {
      const situation = { ...(await store.situation(stored.event)), settings: settings() };
      const right = await rights.of(stored.event, situation);
      if ('asking' in right) return this.#hold(stored, right.asking);
      return core.respond(stored.event, { ...situation, ...right }, knowledge, clock.now());
    } catch (error) {
      await this.#failed(stored, error);
      return undefined;
    }
  }

  /** Its lane waits with it; all others go on. */
  #hold(stored: StoredEvent, asking: Promise<void>): undefined {
    this.#lanes.postpone(stored, Infinity);
    const released = asking
      .catch((error: unknown) => this.#parts.events.storeRefused('rights', error))
      .finally(() => {
        this.#asking.delete(released);
        this.#lanes.release(stored);
        this.#loop.wake();
      });
    this.#asking.add(released);
  }

  /** Resolves with those whose state had changed meanwhile. */
  async #commit(pairs: readonly { stored: StoredEvent; turn: Turn }[]): Promise<StoredEvent[]> {
    const turns = pairs.map((pair) => pair.turn);
    const results = await this.#parts.store.commit(turns, this.#parts.clock.now());
    const conflicting: StoredEvent[] = [];
    for (const [index, { stored, turn }] of pairs.entries()) {
      const result = results[index];
      if (result?.status === 'fulfilled') this.#ended(stored, turn);
      else if (result?.reason instanceof LeaseLost) this.#remove(stored);
      else if (result?.reason instanceof VersionConflict) conflicting.push(stored);
      else await this.#failed(stored, result?.reason);
    }
    return conflicting;
  }

  async #handleAlone(stored: StoredEvent): Promise<void> {
    for (let attempt = 0; attempt < CONFLICTS; attempt++) {
      const turn = await this.#respond(stored);
      if (!turn || (await this.#commit([{ stored, turn }])).length === 0) return;
    }
    await this.#failed(stored, new VersionConflict());
  }

  #ended(stored: StoredEvent, turn: Turn): void {
    this.#remove(stored);
    this.#parts.events.turnCommitted(stored.event, turn, this.#parts.clock.now());
    this.#parts.onCommitted(turn);
  }

  /** The store's own refusal is nobody's fault: the round is tried again. Any other may be this event's. */
  async #failed(stored: StoredEvent, error: unknown): Promise<void> {
    if (error instanceof StoreError) throw error;
    const { events, clock } = this.#parts;
    const failures = (this.#failures.get(stored.sequence) ?? 0) + 1;
    this.#failures.set(stored.sequence, failures);
    if (failures >= ATTEMPTS) return this.#bury(stored, error);
    events.turnFailed(stored.event.id, failures, error);
    this.#lanes.postpone(stored, clock.ticks() + 1 + backoff(clock, failures, RETRY_WAITS));
  }

  /** Unless another process has taken it over meanwhile: that one may do better. */
  async #bury({ event, sequence }: StoredEvent, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.name : 'unknown';
    try {
      await this.#parts.store.deadLetterEvent(event.id, reason, this.#parts.clock.now());
      this.#parts.events.eventDeadLettered(event, error);
    } catch (fault) {
      if (!(fault instanceof LeaseLost)) throw fault;
    }
    this.#remove({ sequence });
  }

  #remove({ sequence }: Pick<StoredEvent, 'sequence'>): void {
    this.#lanes.remove(new Set([sequence]));
    this.#failures.delete(sequence);
  }
}
