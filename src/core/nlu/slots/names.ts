import type { NameFinder } from '../name-finder.ts';
import type { Span } from './span.ts';

/** What a character is to a name: nothing, part of a Latin word, or a character that may stand anywhere. */
type Kind = 0 | 1 | 2;
const OUTSIDE: Kind = 0;
const WORD: Kind = 1;
const IDEOGRAPH: Kind = 2;

/** Names that begin with Han, kana or hangul are short; only Latin ones run over several words. */
const LONGEST_IDEOGRAPHIC = 14;

/** Whose mailbox it is and in which program stands near the beginning; further on names are those of others. */
const READ = 600;
/**
 * Finds names in running text, longest first, without a segmenter: Latin names stand between word
 * boundaries, Han names may stand anywhere, mixed ones (qq邮箱) begin at a boundary.
 * `lookup` gets what is likely one of the names.
 */
export function scanNames<Value>(
  text: string,
  finder: NameFinder,
  lookup: (candidate: string) => Value | undefined,
): Span<Value>[] {
  const length = Math.min(READ, text.length);
  const spans: Span<Value>[] = [];
  for (let at = 0; at < length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === OUTSIDE || (kind === WORD && !startsWord(text, at))) continue;
    const limit = kind === IDEOGRAPH ? Math.min(length, at + LONGEST_IDEOGRAPHIC) : length;
    const found = longestName(text, at, limit, finder, lookup);
    if (!found) continue;
    spans.push(found);
    at = found.end - 1;
  }
  return spans;
}

function longestName<Value>(
  text: string,
  start: number,
  limit: number,
  finder: NameFinder,
  lookup: (candidate: string) => Value | undefined,
): Span<Value> | undefined {
  for (let i = finder.walk(text, start, limit) - 1; i >= 0; i--) {
    const end = finder.ends[i] as number;
    if (!endsName(text, end)) continue;
    const value = lookup(text.slice(start, end));
    if (value !== undefined) return { start, end, value };
  }
  return undefined;
}

function startsWord(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return kindOf(before) !== WORD && !glues(before);
}

function endsName(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const kind = kindOf(last);
  if (kind === OUTSIDE) return last === EXCLAMATION_MARK;
  if (kind === IDEOGRAPH || end >= Math.min(READ, text.length)) return true;
  const after = text.charCodeAt(end);
  return kindOf(after) !== WORD && !glues(after);
}

const EXCLAMATION_MARK = 0x21;

/** "@" and "_" glue words into addresses. */
function glues(code: number): boolean {
  return code === 0x40 || code === 0x5f;
}

function kindOf(code: number): Kind {
  if (code < 0x80) return isAsciiWord(code) ? WORD : OUTSIDE;
  if (code >= 0xc0 && code < 0x530) return WORD;
  const ideographic =
    (code >= 0x3041 && code < 0xa000) || (code >= 0xac00 && code < 0xd7b0) || (code >= 0xd800 && code < 0xe000);
  return ideographic ? IDEOGRAPH : OUTSIDE;
}

/** Digits and small letters: normalised text has no others. */
function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}
