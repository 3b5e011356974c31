import type { ChatAdapter, DeliveryResult, OutboxRow, Store } from '../core/index.ts';
import { backoff } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { Events } from './events.ts';
import { Loop } from './loop.ts';
import type { Persist } from './persist.ts';

export interface OutboxParts {
  adapter: Pick<ChatAdapter, 'name' | 'deliver'>;
  store: Pick<Store, 'lookEvery' | 'takeOutbox' | 'delivered' | 'retryLater' | 'refused'>;
  clock: Clock;
  persist: Persist;
  events: Pick<Events, 'delivered' | 'deliveryRetried' | 'deliveryRefused' | 'deliveryThrew' | 'storeRefused'>;
  /** A report of a delivery may be in the inbox. */
  wake: () => void;
}

/** Deliveries at once; each goes to another place. */
const PARALLEL = 16;
const RETRY_WAITS = { first: 1000, longest: 60_000 };
/** What is put off for longer (ms), the store takes for the fault of a clock, and gives at once. */
const LONGEST_WAIT = 30 * 60_000;
/** A platform that has not answered after so long (ms) will not: the message is looked for there before it is sent again. */
const NO_ANSWER = 120_000;
/** Undelivered for so long (ms), a row is a dead letter. */
const GIVE_UP_AFTER = 3 * 24 * 3_600_000;

const NO_ANSWER_YET: DeliveryResult = { ok: false, kind: 'retry', reason: 'no-answer' };

/** Delivers one adapter's rows: in order within a place, many places at once. */
export class OutboxWorker {
  readonly #parts: OutboxParts;
  readonly #loop: Loop;
  readonly #sending = new Set<Promise<void>>();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#loop = new Loop(
      parts.clock,
      () => this.#round(),
      (error) => parts.events.storeRefused(`outbox of ${parts.adapter.name}`, error),
    );
  }

  get roundSince(): number | undefined {
    return this.#loop.roundSince;
  }

  get busy(): boolean {
    return this.#loop.busy || this.#sending.size > 0;
  }

  wake(): void {
    this.#loop.wake();
  }

  /** Resolves when nothing is being delivered. */
  async idle(): Promise<void> {
    await this.#loop.idle();
    while (this.#sending.size > 0) {
      await Promise.all(this.#sending);
      await this.#loop.idle();
    }
  }

  /** Takes no more rows; waits for those on their way. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    await Promise.all(this.#sending);
  }

  async #round(): Promise<number> {
    const { store, clock, adapter } = this.#parts;
    const free = PARALLEL - this.#sending.size;
    const rows = free > 0 ? await store.takeOutbox(clock.now(), free, adapter.name) : [];
    for (const row of rows) this.#send(row);
    return store.lookEvery;
  }

  #send(row: OutboxRow): void {
    const sending = this.#deliver(row).finally(() => {
      this.#sending.delete(sending);
      this.wake();
    });
    this.#sending.add(sending);
  }

  async #deliver(row: OutboxRow): Promise<void> {
    const { clock, events, adapter } = this.#parts;
    const began = clock.now();
    const result = await this.#attempt(row);
    if (result.ok) {
      events.delivered(adapter.name, row, clock.now() - began);
      await this.#record(row, (key, now) => this.#parts.store.delivered(key, result.receipt, now));
    } else if (result.kind === 'refused') {
      await this.#refuse(row, result.code, result.reason);
    } else if (clock.now() - row.queuedAt > GIVE_UP_AFTER) {
      await this.#refuse(row, 'expired', result.reason);
    } else {
      await this.#retry(row, result);
    }
  }

  /** What hangs would keep its place, and one of those that are delivered at once, for ever. */
  async #attempt(row: OutboxRow): Promise<DeliveryResult> {
    const answer = this.#asked(row);
    let cancel = (): void => {};
    const late = new Promise<DeliveryResult>((resolve) => {
      cancel = this.#parts.clock.after(NO_ANSWER, () => resolve(NO_ANSWER_YET));
    });
    const result = await Promise.race([answer, late]);
    cancel();
    if (result === NO_ANSWER_YET) void this.#answeredLate(row, answer);
    return result;
  }

  /** It stands there: whoever was to try again need not. */
  async #answeredLate(row: OutboxRow, answer: Promise<DeliveryResult>): Promise<void> {
    const result = await answer;
    if (result.ok) await this.#record(row, (key, now) => this.#parts.store.delivered(key, result.receipt, now));
  }

  async #asked(row: OutboxRow): Promise<DeliveryResult> {
    try {
      return await this.#parts.adapter.deliver(row);
    } catch (error) {
      this.#parts.events.deliveryThrew(this.#parts.adapter.name, row, error);
      return { ok: false, kind: 'retry', reason: 'adapter-threw' };
    }
  }

  async #retry(row: OutboxRow, { afterMs, reason }: { afterMs?: number; reason: string }): Promise<void> {
    const { clock, store, events, adapter } = this.#parts;
    const wait = Math.min(afterMs ?? 1 + backoff(clock, row.attempts, RETRY_WAITS), LONGEST_WAIT);
    events.deliveryRetried(adapter.name, row, reason, wait);
    await this.#record(row, (key, now) => store.retryLater(key, now + wait, reason));
  }

  async #refuse(row: OutboxRow, code: Parameters<Store['refused']>[1], reason: string): Promise<void> {
    const { store, events, adapter } = this.#parts;
    events.deliveryRefused(adapter.name, row, code, reason);
    await this.#record(row, (key, now) => store.refused(key, code, now));
  }

  async #record(row: OutboxRow, write: (key: string, now: number) => Promise<void>): Promise<void> {
    const { persist, clock, wake } = this.#parts;
    await persist(() => write(row.operation.key, clock.now()));
    wake();
  }
}
