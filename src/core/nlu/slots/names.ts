import type { Span } from './span.ts';

const WORD_START = /[\p{L}\p{N}]/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Finds names in running text, longest first, without a segmenter: Latin names stand between word
 * boundaries, Han names may stand anywhere, mixed ones (qq邮箱) begin at a boundary.
 * `lookup` gets candidates of at most `longest` UTF-16 units.
 */
export function scanNames<Value>(
  text: string,
  longest: number,
  lookup: (candidate: string) => Value | undefined,
): Span<Value>[] {
  const spans: Span<Value>[] = [];
  let at = 0;
  while (at < text.length) {
    const found = startsName(text, at) ? longestAt(text, at, longest, lookup) : undefined;
    if (found) spans.push(found);
    at = found ? found.end : at + 1;
  }
  return spans;
}

function startsName(text: string, at: number): boolean {
  const char = text[at] ?? '';
  if (!WORD_START.test(char)) return false;
  return at === 0 || HAN.test(char) || !joins(text[at - 1] ?? '');
}

function longestAt<Value>(
  text: string,
  start: number,
  longest: number,
  lookup: (candidate: string) => Value | undefined,
): Span<Value> | undefined {
  for (const end of ends(text, start, longest)) {
    const value = lookup(text.slice(start, end));
    if (value !== undefined) return { start, end, value };
  }
  return undefined;
}

/** Places where a name may end, farthest first. */
function ends(text: string, start: number, longest: number): number[] {
  const found: number[] = [];
  const limit = Math.min(text.length, start + longest);
  for (let end = start + 1; end <= limit; end++) {
    const last = text[end - 1] ?? '';
    if (last === '\n') break;
    if (!LETTER.test(last) && last !== '!') continue;
    if (HAN.test(last) || end === text.length || !joins(text[end] ?? '')) found.push(end);
  }
  return found.reverse();
}

/** Latin letters, digits and the characters that glue addresses together do not end a Latin name. */
function joins(char: string): boolean {
  return /[a-z0-9@_\u00C0-\u04FF]/.test(char);
}
