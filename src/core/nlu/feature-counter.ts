import { type CharacterKind, characterKind, HAN, HANGUL, isAsciiWord, KANA, OUTSIDE } from './characters.ts';

/** How often each hashed feature stands in a text: parallel arrays, every bucket once. */
export interface FeatureCounts {
  buckets: Int32Array;
  counts: Int32Array;
}

/** FNV-1a, 32 bits. */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** The beginning and the end of words stand in their letter grams as this. */
const EDGE = 0x5f;
const SPACE = 0x20;
/** Longer words are names or noise: their beginning says enough. */
const WORD_READ = 24;
const PAIR_READ = 12;

const SEED = {
  typed: seed('t'),
  word: seed('w'),
  letters: seed('c'),
  pair: seed('b'),
  concept: seed('m'),
  concepts: seed('n'),
  [HAN]: seed('h'),
  [KANA]: seed('k'),
  [HANGUL]: seed('k'),
};

function seed(kind: string): number {
  return Math.imul(BASIS ^ kind.charCodeAt(0), PRIME);
}

function next(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

/** One table for all texts, empty between them: a new one for each would cost more than the counting. */
interface Table {
  counts: Uint16Array;
  /** Buckets in the order in which they were first counted. */
  seen: Int32Array;
}

const TABLES = new Map<number, Table>();

function tableOf(buckets: number): Table {
  const table = TABLES.get(buckets) ?? { counts: new Uint16Array(buckets), seen: new Int32Array(buckets) };
  TABLES.set(buckets, table);
  return table;
}

/** Hashes grams where they stand: cutting out a string for each would take most of the time. */
export class FeatureCounter {
  readonly #text: string;
  readonly #mask: number;
  readonly #counts: Uint16Array;
  readonly #seen: Int32Array;
  #size = 0;
  /** Where the word before stood; at the beginning of the text nowhere. */
  #previous = { start: 0, end: 0 };

  constructor(text: string, buckets: number) {
    this.#text = text;
    this.#mask = buckets - 1;
    const { counts, seen } = tableOf(buckets);
    this.#counts = counts;
    this.#seen = seen;
  }

  run(): void {
    for (let at = 0; at < this.#text.length;) at = this.#word(at);
    this.#pair(this.#text.length, this.#text.length);
  }

  /** Reads one word, typed token or mark, and says where the next begins. */
  #word(start: number): number {
    const code = this.#text.charCodeAt(start);
    const kind = characterKind(code);
    if (code === 0x3c) return this.#typedToken(start);
    if (kind === OUTSIDE) return code === 0x3f || code === 0x21 ? this.#letters(start, start + 1) : start + 1;
    const end = this.#endOfRun(start, kind);
    if (kind === HAN || kind === KANA || kind === HANGUL) this.#grams(start, end, 1, 4, SEED[kind]);
    else return this.#letters(start, end);
    this.#pair(start, end);
    return end;
  }

  #endOfRun(start: number, kind: CharacterKind): number {
    let end = start + 1;
    while (end < this.#text.length && characterKind(this.#text.charCodeAt(end)) === kind) end++;
    return end;
  }

  /** `<error:535>` counts as itself and as its kind. */
  #typedToken(start: number): number {
    const end = this.#text.indexOf('>', start) + 1;
    if (end === 0 || !isAsciiWord(this.#text.charCodeAt(start + 1))) return start + 1;
    const colon = this.#text.indexOf(':', start);
    this.#add(this.#hash(SEED.typed, start, end));
    this.#add(this.#hash(SEED.typed, start + 1, colon > 0 && colon < end ? colon : end - 1));
    this.#pair(start, end);
    return end;
  }

  #letters(start: number, end: number): number {
    this.#add(this.#hash(SEED.word, start, end));
    if (end - start >= 4) this.#lettersWithin(start, Math.min(end, start + WORD_READ));
    this.#pair(start, end);
    return end;
  }

  /** 3- to 5-grams of a word between its edges. */
  #lettersWithin(start: number, end: number): void {
    for (let from = start - 1; from <= end - 2; from++) {
      let hash = SEED.letters;
      for (let at = from; at < from + 5 && at <= end; at++) {
        hash = next(hash, at < start || at === end ? EDGE : this.#text.charCodeAt(at));
        if (at >= from + 2) this.#add(hash);
      }
    }
  }

  #grams(start: number, end: number, shortest: number, longest: number, from: number): void {
    for (let first = start; first < end; first++) {
      let hash = from;
      for (let at = first; at < end && at < first + longest; at++) {
        hash = next(hash, this.#text.charCodeAt(at));
        if (at - first + 1 >= shortest) this.#add(hash);
      }
    }
  }

  /** This word and the one before; the edges of the text count as words. */
  #pair(start: number, end: number): void {
    const { start: before, end: beforeEnd } = this.#previous;
    const head = this.#hash(SEED.pair, before, Math.min(beforeEnd, before + PAIR_READ));
    this.#add(this.#hash(next(head, SPACE), Math.max(start, end - PAIR_READ), end));
    this.#previous = { start, end };
  }

  #hash(from: number, start: number, end: number): number {
    let hash = from;
    for (let at = start; at < end; at++) hash = next(hash, this.#text.charCodeAt(at));
    return hash;
  }

  /** Mixes a hash, because the low bits choose the bucket. */
  #add(hash: number): void {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    const bucket = (mixed ^ (mixed >>> 13)) & this.#mask;
    const before = this.#counts[bucket] as number;
    if (before === 0) this.#seen[this.#size++] = bucket;
    this.#counts[bucket] = before + 1;
  }

  /** Concepts by number, and every two of them: "send" beside "not" says more than either. */
  concepts(numbers: readonly number[]): void {
    for (const [i, number] of numbers.entries()) {
      this.#add(next(SEED.concept, number));
      for (let j = i + 1; j < numbers.length; j++) this.#add(next(next(SEED.concepts, number), numbers[j] as number));
    }
  }

  /** What was counted, leaving the table empty for the next text. */
  counted(): FeatureCounts {
    const buckets = this.#seen.slice(0, this.#size);
    const counts = new Int32Array(this.#size);
    for (let i = 0; i < buckets.length; i++) {
      const bucket = buckets[i] as number;
      counts[i] = this.#counts[bucket] as number;
      this.#counts[bucket] = 0;
    }
    this.#size = 0;
    return { buckets, counts };
  }
}
