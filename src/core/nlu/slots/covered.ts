import type { Span } from './span.ts';

/** The characters of a text that spans stand on: asked at the cost of a span's own length, however many others there are. */
export class Covered {
  readonly #taken: Uint8Array;

  constructor(length: number, spans: readonly Span<unknown>[] = []) {
    this.#taken = new Uint8Array(length);
    for (const span of spans) this.add(span);
  }

  add({ start, end }: Span<unknown>): void {
    this.#taken.fill(1, start, end);
  }

  overlaps({ start, end }: Span<unknown>): boolean {
    for (let at = start; at < end; at++) if (this.#taken[at] === 1) return true;
    return false;
  }
}
