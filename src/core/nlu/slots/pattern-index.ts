import type { ErrorPattern } from '../../ports.ts';
import { needlesOf } from './needles.ts';

/** Plain characters that a text must hold for a pattern to match. */
interface Needle {
  text: string;
  /** Where in the list its pattern stands. */
  place: number;
}

/** A needle and where in it stands the gram that it is found by. */
interface Anchored extends Needle {
  gramAt: number;
}

interface GramTable {
  /** Marks, by the hash of a gram, that needles stand under it: small enough to stay in the processor's cache. */
  marks: Uint8Array;
  needles: ReadonlyMap<number, readonly Anchored[]>;
}

interface PatternIndex {
  byGram: GramTable;
  /** Needles that are too short for a gram, by their pair of characters. */
  byPair: GramTable;
  /** Patterns of which nothing is known in advance. */
  always: readonly number[];
}

const PAIR = 2;
const GRAM = 3;
const INDEXES = new WeakMap<readonly ErrorPattern[], PatternIndex>();

/**
 * The few patterns whose plain characters the text holds, in their order, found in one pass: to try
 * hundreds of regular expressions on each message would take most of the time.
 */
export function likelyPatterns(text: string, patterns: readonly ErrorPattern[]): ErrorPattern[] {
  const { byGram, byPair, always } = indexOf(patterns);
  const likely = new Set(always);
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = hashAt(text, at, PAIR);
    if (byPair.marks[pair] === 1) note(byPair.needles.get(pair), text, at, likely);
    const gram = hashAt(text, at, GRAM);
    if (byGram.marks[gram] === 1) note(byGram.needles.get(gram), text, at, likely);
  }
  return [...likely].sort((a, b) => a - b).flatMap((place) => patterns[place] ?? []);
}

function note(needles: readonly Anchored[] | undefined, text: string, at: number, likely: Set<number>): void {
  for (const needle of needles ?? []) if (text.startsWith(needle.text, at - needle.gramAt)) likely.add(needle.place);
}

/** A power of two: hashes are cut to it. */
const ROWS = 1 << 16;

function hashAt(text: string, at: number, length: number): number {
  let hash = 0;
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & (ROWS - 1);
}

function indexOf(patterns: readonly ErrorPattern[]): PatternIndex {
  const known = INDEXES.get(patterns);
  if (known) return known;
  const needles = patterns.map(({ pattern }) => needlesOf(pattern.source));
  const all = needles.flatMap((texts, place) => texts.map((text) => ({ text, place })));
  const index = {
    byGram: tableOf(
      all.filter(({ text }) => text.length >= GRAM),
      GRAM,
    ),
    byPair: tableOf(
      all.filter(({ text }) => text.length < GRAM),
      PAIR,
    ),
    always: needles.flatMap((texts, place) => (texts.length === 0 ? [place] : [])),
  };
  INDEXES.set(patterns, index);
  return index;
}

/** Each needle under the gram that the fewest others hold: few places of a text are looked at in vain. */
function tableOf(needles: readonly Needle[], length: number): GramTable {
  const held = new Int32Array(ROWS);
  for (const { text } of needles) for (const row of rowsOf(text, length)) held[row] = (held[row] ?? 0) + 1;
  const marks = new Uint8Array(ROWS);
  const byRow = new Map<number, Anchored[]>();
  for (const needle of needles) {
    const rows = rowsOf(needle.text, length);
    const gramAt = rows.reduce((best, row, at) => ((held[row] ?? 0) < (held[rows[best] ?? 0] ?? 0) ? at : best), 0);
    const row = rows[gramAt] ?? 0;
    marks[row] = 1;
    byRow.set(row, [...(byRow.get(row) ?? []), { ...needle, gramAt }]);
  }
  return { marks, needles: byRow };
}

function rowsOf(text: string, length: number): number[] {
  return Array.from({ length: text.length - length + 1 }, (_, at) => hashAt(text, at, length));
}
