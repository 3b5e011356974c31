import type { Span } from './span.ts';

/** What a character is to a name: nothing, part of a Latin word, or a character that may stand anywhere. */
type Kind = 0 | 1 | 2;
const OUTSIDE: Kind = 0;
const WORD: Kind = 1;
const IDEOGRAPH: Kind = 2;

/** Names that begin with Han, kana or hangul are short; only Latin ones run over several words. */
const LONGEST_IDEOGRAPHIC = 14;

/** Whose mailbox it is and in which program stands near the beginning; further on names are those of others. */
const READ = 1000;
/** How much of a name's beginning tells that none begins here. */
const HEAD = 3;

/** The beginnings of all names: most places of a text begin none, and are passed over. */
export function headsOf(names: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(names, (name) => name.slice(0, HEAD)));
}

/**
 * Finds names in running text, longest first, without a segmenter: Latin names stand between word
 * boundaries, Han names may stand anywhere, mixed ones (qq邮箱) begin at a boundary.
 * `lookup` gets candidates of at most `longest` UTF-16 units that begin like one of the names.
 */
export function scanNames<Value>(
  text: string,
  { longest, heads }: { longest: number; heads: ReadonlySet<string> },
  lookup: (candidate: string) => Value | undefined,
): Span<Value>[] {
  const kinds = kindsOf(text.slice(0, READ));
  const spans: Span<Value>[] = [];
  for (let at = 0; at < kinds.length; at++) {
    if (!startsName(text, kinds, at) || !begins(text, at, heads)) continue;
    const found = longestAt(
      text,
      kinds,
      at,
      kinds[at] === IDEOGRAPH ? Math.min(longest, LONGEST_IDEOGRAPHIC) : longest,
      lookup,
    );
    if (!found) continue;
    spans.push(found);
    at = found.end - 1;
  }
  return spans;
}

/** Names shorter than a head are heads themselves. */
function begins(text: string, at: number, heads: ReadonlySet<string>): boolean {
  return heads.has(text.slice(at, at + HEAD)) || heads.has(text.slice(at, at + HEAD - 1));
}

function longestAt<Value>(
  text: string,
  kinds: Uint8Array,
  start: number,
  longest: number,
  lookup: (candidate: string) => Value | undefined,
): Span<Value> | undefined {
  for (let end = Math.min(kinds.length, start + longest); end > start; end--) {
    if (!endsName(text, kinds, end)) continue;
    const value = lookup(text.slice(start, end));
    if (value !== undefined) return { start, end, value };
  }
  return undefined;
}

function startsName(text: string, kinds: Uint8Array, at: number): boolean {
  if (kinds[at] !== WORD) return kinds[at] === IDEOGRAPH;
  return at === 0 || (kinds[at - 1] !== WORD && !glues(text.charCodeAt(at - 1)));
}

function endsName(text: string, kinds: Uint8Array, end: number): boolean {
  const last = kinds[end - 1];
  if (last === OUTSIDE) return text[end - 1] === '!';
  return last === IDEOGRAPH || end === text.length || (kinds[end] !== WORD && !glues(text.charCodeAt(end)));
}

/** "@" and "_" glue words into addresses. */
function glues(code: number): boolean {
  return code === 0x40 || code === 0x5f;
}

function kindsOf(text: string): Uint8Array {
  const kinds = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) kinds[i] = kindOf(text.charCodeAt(i));
  return kinds;
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
