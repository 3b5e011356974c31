/**
 * Plain texts of which one must stand in whatever a regular expression matches; empty when nothing is
 * known in advance. Lower case. Reads the syntax that data/errors uses: groups, classes, quantifiers,
 * look-arounds; what it does not know it takes for "anything".
 */
export function needlesOf(source: string): string[] {
  const read = new Reader(source).alternatives();
  return best([read.needed, read.exact])?.map((needle) => needle.toLowerCase()) ?? [];
}

/** What is known of all that a piece of a pattern matches. */
interface Known {
  /** It matches just these; undefined when there are too many or unlimited. */
  exact?: string[];
  /** One of these stands in it. */
  needed?: string[];
}

const ANYTHING: Known = {};
const NOTHING: Known = { exact: [''] };
/** More alternatives than this say too little to be worth looking for. */
const MOST = 24;
const SHORTEST = 2;
/** A single character is enough where scripts have thousands of them: from here on. */
const MANY_LETTERS = 0x2e80;
/** Texts of this many letters are rare enough: fewer of them are then better than longer ones. */
const LONG_ENOUGH = 12;
/** A character of thousands tells as much as so many letters. */
const MANY_LETTERS_WORTH = 3;

/** Characters that stand for themselves, up to one that a quantifier follows: the most of every pattern. */
const PLAIN = /[^\\^$.*+?()[\]{}|]+(?![?*+{])/y;
const QUANTIFIER = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;
const GROUP = /\?(?:<?[!=]|:|<\w+>)/y;
/** Of a character, or of a property. */
const CODE = /(?:\{[^}]*\}|[0-9a-f]{4})?/iy;
const IN_CLASS = /(?:\\.|[^\]\\])*/suy;

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Known {
    const read = [this.#sequence()];
    while (this.#take('|')) read.push(this.#sequence());
    return oneOf(read);
  }

  #sequence(): Known {
    const pieces: Known[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) {
      const plain = this.#read(PLAIN);
      pieces.push(plain === '' ? this.#quantified() : { exact: [plain] });
    }
    return inARow(pieces);
  }

  #quantified(): Known {
    const piece = this.#piece();
    const quantifier = this.#read(QUANTIFIER);
    if (quantifier === '') return piece;
    if (quantifier.startsWith('?')) return oneOf([piece, NOTHING]);
    const optional = quantifier.startsWith('*') || quantifier.startsWith('{0');
    const needed = optional ? undefined : best([piece.needed, piece.exact]);
    return needed ? { needed } : ANYTHING;
  }

  #piece(): Known {
    const char = this.#next();
    if (char === '(') return this.#group();
    if (char === '[') return this.#characterClass();
    if (char === '\\') return this.#escaped();
    if (char === '.') return ANYTHING;
    return char === '^' || char === '$' ? NOTHING : { exact: [char] };
  }

  #group(): Known {
    const kind = this.#read(GROUP);
    const inside = this.alternatives();
    this.#take(')');
    return /[!=]$/.test(kind) ? NOTHING : inside;
  }

  #escaped(): Known {
    const char = this.#next();
    if (char === 'b' || char === 'B') return NOTHING;
    if (char === 'd') return { exact: [...'0123456789'] };
    if ('pPu'.includes(char)) this.#read(CODE);
    return /\w/.test(char) ? ANYTHING : { exact: [char] };
  }

  /** Only small classes of plain characters and ranges are spelt out. */
  #characterClass(): Known {
    const inside = this.#read(IN_CLASS);
    this.#at++;
    if (inside.startsWith('^') || /\\\w/.test(inside)) return ANYTHING;
    const members = [...inside.replaceAll(/\\(.)/gu, '$1').matchAll(/(.)-(.)|./gsu)].flatMap(([all, from, to]) =>
      from !== undefined && to !== undefined ? range(from, to) : [all],
    );
    return members.length <= MOST ? { exact: members } : ANYTHING;
  }

  /** What stands here of a sticky pattern. */
  #read(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#source) ?? [''];
    this.#at += found.length;
    return found;
  }

  #peek(): string {
    return this.#source[this.#at] ?? '';
  }

  #next(): string {
    return this.#source[this.#at++] ?? '';
  }

  #take(char: string): boolean {
    const stands = this.#peek() === char;
    if (stands) this.#at++;
    return stands;
  }
}

function range(from: string, to: string): string[] {
  const first = from.charCodeAt(0);
  return Array.from({ length: Math.max(0, to.charCodeAt(0) - first + 1) }, (_, i) => String.fromCharCode(first + i));
}

function oneOf(read: readonly Known[]): Known {
  if (read.length === 1 && read[0]) return read[0];
  const exact = read.every((known) => known.exact) ? read.flatMap((known) => known.exact ?? []) : undefined;
  if (exact && exact.length <= MOST) return { exact: [...new Set(exact)] };
  const needed = read.map((known) => best([known.needed, known.exact]));
  return needed.every((texts) => texts !== undefined) ? { needed: [...new Set(needed.flat())] } : ANYTHING;
}

/** Pieces side by side grow into longer texts, as long as the possibilities stay few. */
function inARow(pieces: readonly Known[]): Known {
  const candidates: (string[] | undefined)[] = [];
  let whole = true;
  let grown = [''];
  for (const { exact, needed } of pieces) {
    if (exact && grown.length * exact.length <= MOST) {
      grown = joined(grown, exact);
      continue;
    }
    whole = false;
    candidates.push(grown, needed);
    grown = exact ?? [''];
  }
  if (whole) return { exact: grown };
  const needed = best([...candidates, grown]);
  return needed ? { needed } : ANYTHING;
}

function joined(heads: readonly string[], tails: readonly string[]): string[] {
  const texts: string[] = [];
  for (const head of heads) for (const tail of tails) texts.push(head + tail);
  return texts;
}

/** The set whose least telling text tells most is best, the smallest of such; one of them empty tells nothing. */
function best(sets: readonly (string[] | undefined)[]): string[] | undefined {
  let found: string[] | undefined;
  let most = 0;
  for (const texts of sets) {
    if (!texts?.every(tells)) continue;
    const told = leastTold(texts);
    if (found && (told < most || (told === most && texts.length >= found.length))) continue;
    [found, most] = [texts, told];
  }
  return found;
}

function tells(text: string): boolean {
  return text.length >= SHORTEST || isOfMany(text.charCodeAt(0));
}

function leastTold(texts: readonly string[]): number {
  let least = LONG_ENOUGH;
  for (const text of texts) least = Math.min(least, lettersWorth(text));
  return least;
}

function lettersWorth(text: string): number {
  let worth = 0;
  for (const char of text) worth += isOfMany(char.codePointAt(0) ?? 0) ? MANY_LETTERS_WORTH : 1;
  return worth;
}

function isOfMany(code: number): boolean {
  return code >= MANY_LETTERS && code <= 0xffff;
}
