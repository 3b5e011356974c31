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
  /** Length in UTF-16 units of the longest word that begins with a unit; 0 for most. */
  longest: Uint8Array;
}

function indexed(table: Readonly<Record<string, string>>): WordTable {
  const longest = new Uint8Array(0x10000);
  for (const word of Object.keys(table)) {
    const first = word.charCodeAt(0);
    longest[first] = Math.max(longest[first] as number, word.length);
  }
  return { words: new Map(Object.entries(table)), longest };
}

/** What stands between the words of the table is copied as it is. */
function convert(text: string, table: WordTable): string {
  let converted = '';
  let copied = 0;
  for (let at = 0; at < text.length;) {
    const longest = table.longest[text.charCodeAt(at)] as number;
    const length = longest === 0 ? 0 : wordAt(text, at, longest, table);
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
function wordAt(text: string, at: number, longest: number, { words }: WordTable): number {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    if (words.has(text.slice(at, at + length))) return length;
  }
  return 0;
}
