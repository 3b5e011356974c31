import { LeaseLost } from '../../core/index.ts';
import type { EventId, StoredEvent } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import { isHeldByOthers, pendingEvents } from './inbox.ts';
import { releaseLeases, stillHeld, takeLeases, type Token } from './leases.ts';
import type { Queries } from './tables.ts';

/**
 * The tickets and conversations that this process works on, where several share the state: each is a lease, held as
 * long as one of its events is in hand, and checked in the transaction of every Turn.
 */
export class LaneLeases {
  readonly #context: StorageContext;
  /** Lanes of the events in hand. */
  readonly #inHand = new Map<EventId, string[]>();
  #held = new Map<string, Token>();
  #release: Promise<void> | undefined;

  constructor(context: StorageContext) {
    this.#context = context;
  }

  /** Renews what is held, and gives more pending events, whose lanes this process holds now. */
  async claim(limit: number): Promise<StoredEvent[]> {
    const { backend } = this.#context;
    await this.#release;
    return backend.forgettably((tx, now) => this.#claim(tx, limit, now));
  }

  async #claim(tx: Queries, limit: number, now: number): Promise<StoredEvent[]> {
    const { owner } = this.#context;
    const pending = await pendingEvents(tx, limit, 0, { owner, now, inHand: [...this.#inHand.keys()] });
    const wanted = new Set(pending.flatMap(lanesOf));
    for (const lanes of this.#inHand.values()) for (const lane of lanes) wanted.add(lane);
    const held = await takeLeases(tx, this.#context, [...wanted], now);
    const claimed = pending.filter((stored) => lanesOf(stored).every((lane) => held.has(lane)));
    for (const stored of claimed) this.#inHand.set(stored.event.id, lanesOf(stored));
    const needed = this.#lanesInHand();
    await releaseLeases(
      tx,
      owner,
      [...held.keys()].filter((lane) => !needed.has(lane)),
    );
    this.#held = new Map([...held].filter(([lane]) => needed.has(lane)));
    return claimed;
  }

  /** Throws LeaseLost when another process may be working on the event by now. */
  async check(tx: Queries, event: EventId): Promise<void> {
    const lanes = this.#inHand.get(event);
    const isOurs = lanes ? await this.#stillHeld(tx, lanes) : !(await this.#isTaken(tx, event));
    if (!isOurs) throw new LeaseLost();
  }

  #stillHeld(tx: Queries, lanes: readonly string[]): Promise<boolean> {
    const tokens = new Map(lanes.map((lane) => [lane, this.#held.get(lane) ?? 0]));
    return stillHeld(tx, this.#context.owner, tokens);
  }

  /** What was never in hand here may be in another's. */
  async #isTaken(tx: Queries, event: EventId): Promise<boolean> {
    const { backend, owner } = this.#context;
    return isHeldByOthers(tx, event, { owner, now: await backend.now(tx) });
  }

  /** When the work ends well the event is done, and when its lease was lost, it is somebody else's. */
  async during(event: EventId, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof LeaseLost) this.#ended(event);
      throw error;
    }
    this.#ended(event);
  }

  /** Others may have its lanes when nothing more of them is in hand. */
  #ended(event: EventId): void {
    this.#inHand.delete(event);
    this.#release ??= Promise.resolve().then(() => this.#releaseIdle());
  }

  async #releaseIdle(): Promise<void> {
    this.#release = undefined;
    const needed = this.#lanesInHand();
    const idle = [...this.#held.keys()].filter((lane) => !needed.has(lane));
    for (const lane of idle) this.#held.delete(lane);
    const { backend, owner } = this.#context;
    try {
      if (idle.length > 0) await backend.forgettably((tx) => releaseLeases(tx, owner, idle));
    } catch {
      // They expire by themselves.
    }
  }

  #lanesInHand(): Set<string> {
    return new Set([...this.#inHand.values()].flat());
  }
}

function lanesOf({ lane, event }: StoredEvent): string[] {
  return lane === event.conversation ? [lane] : [lane, event.conversation];
}
