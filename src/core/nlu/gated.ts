import { NeedleIndex } from './needle-index.ts';
import { needlesOf } from './needles.ts';

/**
 * A regular expression over normalised text that is tried only where one of the plain texts stands that it cannot
 * match without. All of them share one pass over a text: most messages speak of few of the things we know.
 */
export class Gated {
  readonly pattern: RegExp;
  readonly #place: number;
  #needles: string[] | undefined;

  constructor(pattern: RegExp, place: number) {
    this.pattern = pattern;
    this.#place = place;
  }

  /** Several indexes need them. */
  get needles(): string[] {
    return (this.#needles ??= needlesOf(this.pattern.source));
  }

  /** False where it certainly has no match. */
  mayMatch(text: string): boolean {
    return seenIn(text)[this.#place] === 1;
  }

  test(text: string): boolean {
    if (!this.mayMatch(text)) return false;
    this.pattern.lastIndex = 0;
    return this.pattern.test(text);
  }
}

const ALL: Gated[] = [];

/** To be called while modules load, once for each pattern. */
export function gated(pattern: RegExp): Gated {
  const made = new Gated(pattern, ALL.length);
  ALL.push(made);
  return made;
}

interface Index {
  needles: NeedleIndex;
  /** One for each pattern; 1 for those of which nothing is known in advance. */
  always: Uint8Array;
}

const INDEXES = new WeakMap<readonly RegExp[], Index>();
const NO_OTHERS: readonly RegExp[] = [];

/** Of all gated patterns and then the others. Built when first asked, and again when a module was loaded since. */
function indexWith(others: readonly RegExp[]): Index {
  const known = INDEXES.get(others);
  if (known?.always.length === ALL.length + others.length) return known;
  const needles = [...ALL.map((one) => one.needles), ...others.map(({ source }) => needlesOf(source))];
  const index = {
    needles: new NeedleIndex(needles.flatMap((texts, place) => texts.map((text) => ({ text, place })))),
    always: Uint8Array.from(needles, (texts) => (texts.length === 0 ? 1 : 0)),
  };
  INDEXES.set(others, index);
  return index;
}

let indexed = true;

/** From now on every pattern may match: whoever reads one message and ends has no use for an index. */
export function withoutIndex(): void {
  indexed = false;
}

function seenBy(text: string, others: readonly RegExp[]): Uint8Array {
  if (!indexed) return new Uint8Array(ALL.length + others.length).fill(1);
  const { needles, always } = indexWith(others);
  const seen = always.slice();
  needles.mark(text, seen);
  return seen;
}

interface Scan {
  text: string;
  seen: Uint8Array;
}

/** A message is looked at as it is and with its slots as tokens, by many patterns in turn. */
let last: Scan = { text: '', seen: new Uint8Array(0) };
let lastButOne: Scan = last;

/** What is not seen in a text is not seen in its beginning, either. */
function tellsOf({ text: scanned, seen }: Scan, text: string): boolean {
  return seen.length === ALL.length && (scanned === text || (scanned.length > text.length && scanned.startsWith(text)));
}

function seenIn(text: string): Uint8Array {
  if (tellsOf(last, text)) return last.seen;
  if (tellsOf(lastButOne, text)) return lastButOne.seen;
  return scan(text, NO_OTHERS).subarray(0, ALL.length);
}

/** Looks for the plain texts of all gated patterns and of others in one pass. */
function scan(text: string, others: readonly RegExp[]): Uint8Array {
  const seen = seenBy(text, others);
  lastButOne = last;
  last = { text, seen: seen.subarray(0, ALL.length) };
  return seen;
}

/**
 * Places of those of many other patterns, always the same list, that may match. Whichever gated pattern is asked of
 * this text next needs no pass of its own.
 */
export function likely(text: string, others: readonly RegExp[]): number[] {
  const seen = scan(text, others);
  const places: number[] = [];
  for (let at = seen.indexOf(1, ALL.length); at >= 0; at = seen.indexOf(1, at + 1)) places.push(at - ALL.length);
  return places;
}
