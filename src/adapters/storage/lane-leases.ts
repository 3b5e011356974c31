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
  /** Lanes of the events in hand, each with the token under which it was taken. */
  readonly #inHand = new Map<EventId, ReadonlyMap<string, Token>>();
  /** All lanes whose lease is ours. */
  #held = new Set<string>();
  #release: Promise<void> | undefined;

  constructor(context: StorageContext) {
    this.#context = context;
  }

  /** Renews what is held, and gives more pending events, whose lanes this process holds now. */
  async claim(limit: number): Promise<StoredEvent[]> {
    const { backend } = this.#context;
    await this.#release;
    const { claimed, held } = await backend.forgettably((tx, now) => this.#claim(tx, limit, now));
    for (const stored of claimed) this.#inHand.set(stored.event.id, tokensOf(stored, held));
    const needed = this.#lanesInHand();
    this.#held = new Set([...held.keys()].filter((lane) => needed.has(lane)));
    return claimed;
  }

  /** Changes nothing of what is in hand: a transaction may fail. */
  async #claim(tx: Queries, limit: number, now: number) {
    const { owner } = this.#context;
    const pending = await pendingEvents(tx, limit, 0, { owner, now, inHand: [...this.#inHand.keys()] });
    const needed = this.#lanesInHand();
    const held = await takeLeases(tx, this.#context, [...new Set([...pending.flatMap(lanesOf), ...needed])], now);
    const lost = this.#lost(held);
    const claimed = pending.filter((stored) => lanesOf(stored).every((lane) => held.has(lane) && !lost.has(lane)));
    for (const lane of claimed.flatMap(lanesOf)) needed.add(lane);
    await releaseLeases(
      tx,
      owner,
      [...held.keys()].filter((lane) => !needed.has(lane)),
    );
    return { claimed, held };
  }

  /**
   * Lanes that were somebody else's meanwhile, also when they are ours again: what is in hand of them has to be given
   * up first. Otherwise what came later would overtake it.
   */
  #lost(held: ReadonlyMap<string, Token>): Set<string> {
    const lost = new Set<string>();
    for (const tokens of this.#inHand.values()) {
      if ([...tokens].every(([lane, token]) => held.get(lane) === token)) continue;
      for (const lane of tokens.keys()) lost.add(lane);
    }
    return lost;
  }

  /** Throws LeaseLost when another process may be working on the event by now, or may have been. */
  async check(tx: Queries, event: EventId): Promise<void> {
    const tokens = this.#inHand.get(event);
    const isOurs = tokens ? await stillHeld(tx, this.#context.owner, tokens) : !(await this.#isTaken(tx, event));
    if (!isOurs) throw new LeaseLost();
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
    const idle = [...this.#held].filter((lane) => !needed.has(lane));
    for (const lane of idle) this.#held.delete(lane);
    const { backend, owner } = this.#context;
    try {
      if (idle.length > 0) await backend.forgettably((tx) => releaseLeases(tx, owner, idle));
    } catch {
      // They expire by themselves.
    }
  }

  #lanesInHand(): Set<string> {
    return new Set([...this.#inHand.values()].flatMap((tokens) => [...tokens.keys()]));
  }
}

function lanesOf({ lane, event }: StoredEvent): string[] {
  return lane === event.conversation ? [lane] : [lane, event.conversation];
}

function tokensOf(stored: StoredEvent, held: ReadonlyMap<string, Token>): Map<string, Token> {
  return new Map(lanesOf(stored).map((lane) => [lane, held.get(lane) ?? 0]));
}
