import type { Queries } from './tables.ts';

/** What one message's writes need at most, usually. */
const BLOCK = 16;

/** Sequence numbers for the transaction in hand, fetched in blocks. */
export class Numbers {
  readonly #reserve: (tx: Queries, count: number) => Promise<number[]>;
  #reserved: number[] = [];

  constructor(reserve: (tx: Queries, count: number) => Promise<number[]>) {
    this.#reserve = reserve;
  }

  async next(tx: Queries): Promise<number> {
    if (this.#reserved.length === 0) this.#reserved = await this.#reserve(tx, BLOCK);
    return this.#reserved.shift() ?? this.next(tx);
  }

  /** What is left belongs to work that is over, or was rolled back. */
  forget(): void {
    this.#reserved = [];
  }
}
