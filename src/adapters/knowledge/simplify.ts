const HAN = /\p{Script=Han}/u;

/** Traditional to simplified Chinese by a table of words, the longest word first. */
export function simplifier(loadTable: () => Readonly<Record<string, string>>): (text: string) => string {
  let table: WordTable | undefined;
  return (text) => {
    if (!HAN.test(text)) return text;
    table ??= indexed(loadTable());
    return convert(text, table);
  };
}

interface WordTable {
  words: ReadonlyMap<string, string>;
  /** Longest word that begins with a letter, in UTF-16 units. */
  longest: ReadonlyMap<string, number>;
}

function indexed(table: Readonly<Record<string, string>>): WordTable {
  const longest = new Map<string, number>();
  for (const word of Object.keys(table)) {
    const first = letterAt(word, 0);
    longest.set(first, Math.max(longest.get(first) ?? 0, word.length));
  }
  return { words: new Map(Object.entries(table)), longest };
}

function convert(text: string, table: WordTable): string {
  let converted = '';
  for (let at = 0; at < text.length;) {
    const first = letterAt(text, at);
    const word = longestWord(text, at, first, table);
    converted += word === undefined ? first : (table.words.get(word) ?? word);
    at += word?.length ?? first.length;
  }
  return converted;
}

function longestWord(text: string, at: number, first: string, { words, longest }: WordTable): string | undefined {
  for (let length = longest.get(first) ?? 0; length > 0; length--) {
    const word = text.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return undefined;
}

function letterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
