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
/** A single character is enough where scripts have thousands of them. */
const MANY_LETTERS = /^[\u2E80-\uFFFF]$/;
/** Texts of this many letters are rare enough: fewer of them are then better than longer ones. */
const LONG_ENOUGH = 12;
/** A character of thousands tells as much as so many letters. */
const MANY_LETTERS_WORTH = 3;

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
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) pieces.push(this.#quantified());
    return inARow(pieces);
  }

  #quantified(): Known {
    const piece = this.#piece();
    const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at))?.[0];
    if (quantifier === undefined) return piece;
    this.#at += quantifier.length;
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
    const kind = /^\?(?:<?[!=]|:|<\w+>)/.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += kind.length;
    const inside = this.alternatives();
    this.#take(')');
    return /[!=]$/.test(kind) ? NOTHING : inside;
  }

  #escaped(): Known {
    const char = this.#next();
    if (char === 'b' || char === 'B') return NOTHING;
    if (char === 'd') return { exact: [...'0123456789'] };
    if ('pPu'.includes(char))
      this.#at += /^(?:\{[^}]*\}|[0-9a-f]{4})?/i.exec(this.#source.slice(this.#at))?.[0].length ?? 0;
    return /\w/.test(char) ? ANYTHING : { exact: [char] };
  }

  /** Only small classes of plain characters and ranges are spelt out. */
  #characterClass(): Known {
    const inside = /^(?:\\.|[^\]\\])*/su.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += inside.length + 1;
    if (inside.startsWith('^') || /\\\w/.test(inside)) return ANYTHING;
    const members = [...inside.replaceAll(/\\(.)/gu, '$1').matchAll(/(.)-(.)|./gsu)].flatMap(([all, from, to]) =>
      from !== undefined && to !== undefined ? range(from, to) : [all],
    );
    return members.length <= MOST ? { exact: members } : ANYTHING;
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
    const longer = exact && grown.flatMap((head) => exact.map((tail) => head + tail));
    if (longer && longer.length <= MOST) {
      grown = longer;
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

/** The set whose least telling text tells most is best; one of them empty tells nothing. */
function best(sets: readonly (string[] | undefined)[]): string[] | undefined {
  const telling = sets.filter((texts) => texts !== undefined).filter((texts) => texts.every(tells));
  return telling.toSorted((a, b) => leastTold(b) - leastTold(a) || a.length - b.length)[0];
}

function tells(text: string): boolean {
  return text.length >= SHORTEST || MANY_LETTERS.test(text);
}

function leastTold(texts: readonly string[]): number {
  return Math.min(LONG_ENOUGH, ...texts.map(lettersWorth));
}

function lettersWorth(text: string): number {
  let worth = 0;
  for (const char of text) worth += MANY_LETTERS.test(char) ? MANY_LETTERS_WORTH : 1;
  return worth;
}
