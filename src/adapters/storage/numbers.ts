import type { Queries } from './tables.ts';

/** What one write needs, usually. */
const EACH = 2;

/** Sequence numbers for the transaction in hand, fetched in blocks and given in the order in which they were asked for. */
export class Numbers {
  readonly #reserve: (tx: Queries, count: number) => Promise<number[]>;
  #block = EACH;
  #reserved: number[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(reserve: (tx: Queries, count: number) => Promise<number[]>) {
    this.#reserve = reserve;
  }

  /** For a transaction of so many writes. What is left belongs to work that is over, or was rolled back. */
  begin(writes: number): void {
    this.#block = EACH * writes;
    this.forget();
  }

  next(tx: Queries): Promise<number> {
    const number = this.#last.then(() => this.#take(tx));
    this.#last = number.catch(() => undefined);
    return number;
  }

  forget(): void {
    this.#reserved = [];
  }

  async #take(tx: Queries): Promise<number> {
    if (this.#reserved.length === 0) this.#reserved = await this.#reserve(tx, this.#block);
    return this.#reserved.shift() ?? this.#take(tx);
  }
}
