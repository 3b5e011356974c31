import type { StorageContext } from './context.ts';
import { releaseLeases, takeLeases } from './leases.ts';

/**
 * One process at a time delivers to a platform, since the platform counts what we send in all. Whoever looks for work
 * takes the lease or renews it.
 */
export class DeliveryLeases {
  readonly #context: StorageContext;
  readonly #renewedAt = new Map<string, number>();

  constructor(context: StorageContext) {
    this.#context = context;
  }

  async holds(adapter: string): Promise<boolean> {
    const asked = performance.now();
    if (asked < (this.#renewedAt.get(adapter) ?? Number.NEGATIVE_INFINITY) + this.#context.lease / 4) return true;
    const name = `deliver:${adapter}`;
    const held = await this.#context.backend.forgettably((tx, now) => takeLeases(tx, this.#context, [name], now));
    if (held.has(name)) this.#renewedAt.set(adapter, asked);
    else this.#renewedAt.delete(adapter);
    return held.has(name);
  }

  /** By the clock of this machine, and with time left for what is sent now to arrive. */
  maySend(adapter: string): boolean {
    const renewed = this.#renewedAt.get(adapter);
    return renewed !== undefined && performance.now() < renewed + (this.#context.lease * 3) / 4;
  }

  /** Others need not wait until they expire. */
  async release(): Promise<void> {
    const { backend, owner } = this.#context;
    await backend.forgettably((tx) => releaseLeases(tx, owner));
  }
}
