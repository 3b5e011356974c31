import { NeedleIndex } from './needle-index.ts';
import { needlesOf } from './needles.ts';

/**
 * A regular expression over normalised text that is tried only where one of the plain texts stands that it cannot
 * match without. All of them share one pass over a text: most messages speak of few of the things we know.
 */
export class Gated {
  readonly pattern: RegExp;
  readonly #place: number;

  constructor(pattern: RegExp, place: number) {
    this.pattern = pattern;
    this.#place = place;
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
  always: Uint8Array;
}

let index: Index | undefined;

/** Built when first asked, and again when a module was loaded since. */
function indexOfAll(): Index {
  if (index?.always.length === ALL.length) return index;
  const needles = ALL.map(({ pattern }) => needlesOf(pattern.source));
  index = {
    needles: new NeedleIndex(needles.flatMap((texts, place) => texts.map((text) => ({ text, place })))),
    always: Uint8Array.from(needles, (texts) => (texts.length === 0 ? 1 : 0)),
  };
  return index;
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
  const { needles, always } = indexOfAll();
  const seen = always.slice();
  needles.mark(text, seen);
  lastButOne = last;
  last = { text, seen };
  return seen;
}
