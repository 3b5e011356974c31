import type { ErrorPattern } from '../../ports.ts';
import { NeedleIndex } from '../needle-index.ts';
import { needlesOf } from '../needles.ts';

interface PatternIndex {
  needles: NeedleIndex;
  /** One for each pattern; 1 for those of which nothing is known in advance. */
  always: Uint8Array;
}

const INDEXES = new WeakMap<readonly ErrorPattern[], PatternIndex>();

/**
 * The few patterns whose plain characters the text holds, in their order, found in one pass: to try
 * hundreds of regular expressions on each message would take most of the time.
 */
export function likelyPatterns(text: string, patterns: readonly ErrorPattern[]): ErrorPattern[] {
  const { needles, always } = indexOf(patterns);
  const seen = always.slice();
  needles.mark(text, seen);
  const likely: ErrorPattern[] = [];
  for (let place = seen.indexOf(1); place >= 0; place = seen.indexOf(1, place + 1)) {
    likely.push(patterns[place] as ErrorPattern);
  }
  return likely;
}

function indexOf(patterns: readonly ErrorPattern[]): PatternIndex {
  const known = INDEXES.get(patterns);
  if (known) return known;
  const found = patterns.map(({ pattern }) => needlesOf(pattern.source));
  const index = {
    needles: new NeedleIndex(found.flatMap((texts, place) => texts.map((text) => ({ text, place })))),
    always: Uint8Array.from(found, (texts) => (texts.length === 0 ? 1 : 0)),
  };
  INDEXES.set(patterns, index);
  return index;
}
