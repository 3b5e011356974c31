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
/** A power of two: hashes are cut to it. */
const ROWS = 1 << 14;

/** The beginnings of many names: most places of a text begin none, and are passed over. */
export class NameHeads {
  /** Length of the longest name that begins so, by the hash of its beginning; 0 where none does. */
  readonly #longest = new Uint8Array(ROWS);

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const row = headRow(name, 0, Math.min(HEAD, name.length));
      this.#longest[row] = Math.max(this.#longest[row] as number, Math.min(255, name.length));
    }
  }

  /** How long a name that begins here can be; names shorter than a head are heads themselves. */
  longestAt(text: string, at: number): number {
    let longest = 0;
    for (let length = 1; length <= HEAD; length++) {
      longest = Math.max(longest, this.#longest[headRow(text, at, length)] as number);
    }
    return longest;
  }
}

function headRow(text: string, at: number, length: number): number {
  let hash = length;
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & (ROWS - 1);
}

/**
 * Finds names in running text, longest first, without a segmenter: Latin names stand between word
 * boundaries, Han names may stand anywhere, mixed ones (qq邮箱) begin at a boundary.
 * `lookup` gets candidates that begin like one of the names and are no longer than those.
 */
export function scanNames<Value>(
  text: string,
  heads: NameHeads,
  lookup: (candidate: string) => Value | undefined,
): Span<Value>[] {
  const length = Math.min(READ, text.length);
  const spans: Span<Value>[] = [];
  for (let at = 0; at < length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === OUTSIDE || (kind === WORD && !startsWord(text, at))) continue;
    const longest = heads.longestAt(text, at);
    if (longest === 0) continue;
    const limit = kind === IDEOGRAPH ? Math.min(longest, LONGEST_IDEOGRAPHIC) : longest;
    const found = longestName(text, at, Math.min(length, at + limit), lookup);
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
  lookup: (candidate: string) => Value | undefined,
): Span<Value> | undefined {
  for (let end = limit; end > start; end--) {
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
