const HAN = /\p{Script=Han}/u;

/** Traditional to simplified Chinese by a table of words, the longest word first. */
export function simplifier(loadTable: () => Readonly<Record<string, string>>): (text: string) => string {
  let table: WordTable | undefined;
  return (text) => {
    if (table && text.length === 1)
      return table.heads[text.charCodeAt(0)] === ALONE ? (table.words.get(text) ?? text) : text;
    if (!HAN.test(text)) return text;
    table ??= indexed(loadTable());
    return convert(text, table);
  };
}

interface WordTable {
  words: ReadonlyMap<string, string>;
  /** Where a word begins with this UTF-16 unit, ALONE where it is one by itself. */
  heads: Uint8Array;
  /** Length of the longest word of two units or more, by the hash of its first two; 0 for most. */
  longest: Uint8Array;
}

function indexed(table: Readonly<Record<string, string>>): WordTable {
  const heads = new Uint8Array(1 << 16);
  const longest = new Uint8Array(1 << PAIR_BITS);
  for (const word of Object.keys(table)) {
    const head = word.charCodeAt(0);
    if (word.length === 1) {
      heads[head] = ALONE;
      continue;
    }
    heads[head] ||= BEGINS;
    const pair = pairAt(word, 0);
    longest[pair] = Math.max(longest[pair] as number, word.length);
  }
  return { words: new Map(Object.entries(table)), heads, longest };
}

const BEGINS = 1;
const ALONE = 2;
const PAIR_BITS = 16;

function pairAt(text: string, at: number): number {
  const joined = Math.imul(text.charCodeAt(at), 0x01000193) + text.charCodeAt(at + 1);
  return Math.imul(joined, 0x9e3779b1) >>> (32 - PAIR_BITS);
}

/** What stands between the words of the table is copied as it is. */
function convert(text: string, table: WordTable): string {
  let converted = '';
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const length = table.heads[text.charCodeAt(at)] !== 0 ? wordAt(text, at, table) : 0;
    if (length === 0) {
      at++;
      continue;
    }
    converted += text.slice(copied, at) + (table.words.get(text.slice(at, at + length)) ?? '');
    at += length;
    copied = at;
  }
  return copied === 0 ? text : converted + text.slice(copied);
}

/** Length of the longest word of the table that begins here; 0 where none does. */
function wordAt(text: string, at: number, { words, heads, longest }: WordTable): number {
  const most = longest[pairAt(text, at)] as number;
  for (let length = Math.min(most, text.length - at); length > 1; length--) {
    if (words.has(text.slice(at, at + length))) return length;
  }
  return heads[text.charCodeAt(at)] === ALONE ? 1 : 0;
}
