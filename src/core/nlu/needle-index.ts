/** A plain text that is looked for; `place` is what finding it marks. */
export interface Needle {
  text: string;
  place: number;
}

/** A needle, the gram that it is found by, and how far its first character stands before the last one of that. */
interface Anchored extends Needle {
  table: number;
  row: number;
  back: number;
}

/** Needles are found by one gram of theirs of this length, shorter ones by themselves. */
const LONGEST_GRAM = 4;
/** Few enough rows to stay in the processor's cache. */
const ROW_BITS = 16;
/** Scripts with thousands of characters, of which a single one is a needle too. */
const MANY_LETTERS = 0x2e80;
/** Of the row of a pair: the gram of some needle ends so. */
const ENDS_SO = 1 << LONGEST_GRAM;

/**
 * Finds all of many plain texts in one pass over a text, at a few nanoseconds a character however many they are:
 * a table of marks says where a gram of one may end, and only there the needle itself is compared.
 */
export class NeedleIndex {
  /** Bit n-1 of a row: some needle is found by a gram of n characters with this hash. */
  readonly #marks = new Uint8Array(1 << ROW_BITS);
  /** Of each gram's length, by row: where its needles begin in the arrays below; they end with a place of -1. */
  readonly #firsts = Array.from({ length: LONGEST_GRAM }, () => new Map<number, number>());
  readonly #places: Int32Array;
  readonly #backs: Uint16Array;
  readonly #heads: Uint16Array;
  readonly #texts: string[] = [];

  constructor(needles: readonly Needle[]) {
    const pairs = countPairs(needles);
    const anchored = needles.filter(({ text }) => text !== '').map((needle) => anchor(needle, pairs));
    anchored.sort((a, b) => a.table - b.table || a.row - b.row);
    const size = anchored.length * 2 + 1;
    this.#places = new Int32Array(size).fill(-1);
    this.#backs = new Uint16Array(size);
    this.#heads = new Uint16Array(size);
    for (const needle of anchored) this.#add(needle);
  }

  /** Sets the places of all needles that stand in the text. */
  mark(text: string, seen: Uint8Array): void {
    const marks = this.#marks;
    let [one, two, three] = [0, 0, 0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const four = joined(three, code);
      three = joined(two, code);
      two = joined(one, code);
      one = code;
      const pair = marks[rowOf(two)] as number;
      if (code < MANY_LETTERS && (pair & ENDS_SO) === 0) continue;
      if (((marks[rowOf(one)] as number) & 1) !== 0) this.#compare(text, at, 0, rowOf(one), seen);
      if ((pair & 2) !== 0) this.#compare(text, at, 1, rowOf(two), seen);
      if (((marks[rowOf(three)] as number) & 4) !== 0) this.#compare(text, at, 2, rowOf(three), seen);
      if (((marks[rowOf(four)] as number) & 8) !== 0) this.#compare(text, at, 3, rowOf(four), seen);
    }
  }

  #compare(text: string, at: number, table: number, row: number, seen: Uint8Array): void {
    const first = this.#firsts[table]?.get(row);
    if (first === undefined) return;
    const [places, backs, heads] = [this.#places, this.#backs, this.#heads];
    for (let i = first; (places[i] as number) >= 0; i++) {
      const start = at - (backs[i] as number);
      if (seen[places[i] as number] === 1 || text.charCodeAt(start) !== heads[i]) continue;
      if (text.startsWith(this.#texts[i] as string, start)) seen[places[i] as number] = 1;
    }
  }

  /** Needles come in the order of their rows: what is added to a row stands behind the last of it. */
  #add({ text, place, table, row, back }: Anchored): void {
    const firsts = this.#firsts[table];
    if (firsts?.has(row) === false) {
      // One place stays empty: the end of the row before.
      if (this.#texts.length > 0) this.#texts.push('');
      firsts.set(row, this.#texts.length);
    }
    const at = this.#texts.push(text) - 1;
    this.#places[at] = place;
    this.#backs[at] = back;
    this.#heads[at] = text.charCodeAt(0);
    this.#mark(row, 1 << table);
    if (table > 0) this.#mark(pairRow(text, back), ENDS_SO);
  }

  #mark(row: number, bit: number): void {
    this.#marks[row] = (this.#marks[row] as number) | bit;
  }
}

/** Under the gram that ends in the rarest pair: most places of a text need no second look. */
function anchor({ text, place }: Needle, pairs: Uint16Array): Anchored {
  const length = Math.min(LONGEST_GRAM, text.length);
  const back = rarestEnd(text, length, pairs);
  return { text, place, table: length - 1, row: rowOf(hashOf(text, back - length + 1, back)), back };
}

/** How often each pair of characters stands in the needles, which are pieces of sentences: so it will be in texts. */
function countPairs(needles: readonly Needle[]): Uint16Array {
  const counts = new Uint16Array(1 << ROW_BITS);
  for (const { text } of needles) {
    for (let at = 1; at < text.length; at++) {
      const row = pairRow(text, at);
      counts[row] = (counts[row] as number) + 1;
    }
  }
  return counts;
}

/** Where the gram of this length ends whose last pair is rarest. */
function rarestEnd(text: string, length: number, pairs: Uint16Array): number {
  let best = length - 1;
  for (let at = length; at < text.length; at++) {
    if ((pairs[pairRow(text, at)] as number) < (pairs[pairRow(text, best)] as number)) best = at;
  }
  return best;
}

function pairRow(text: string, last: number): number {
  return rowOf(hashOf(text, last - 1, last));
}

/** Of the characters from `first` to `last`. */
function hashOf(text: string, first: number, last: number): number {
  let hash = 0;
  for (let at = first; at <= last; at++) hash = joined(hash, text.charCodeAt(at));
  return hash;
}

/** The hash of a gram follows from that of the gram without its last character. */
function joined(hash: number, code: number): number {
  return (Math.imul(hash, 0x01000193) + code) | 0;
}

/** The high bits, which all characters have a part in. */
function rowOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - ROW_BITS);
}
