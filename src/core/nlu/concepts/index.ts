import { characterKind, LETTER } from '../characters.ts';
import { NameHeads } from '../slots/names.ts';
import { ACTIONS } from './actions.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { THINGS } from './things.ts';
import { TROUBLES } from './troubles.ts';

/**
 * Words of ten languages that mean the same. One language's examples don't help another's, but
 * `<send>` and `<negation>` are the same in all of them: docs/decisions/005-words-of-ten-languages.md.
 *
 * Notation: a blank between words, `_` for a blank within one. Words of letters are found at the
 * beginning of a word, a final `.` asks for its end too, a leading `~` finds them anywhere, as
 * Han, kana and hangul are.
 */
const WORDS: Record<string, string> = { ...ACTIONS, ...THINGS, ...TROUBLES, ...ELSEWHERE };

/** Names of all concepts; their place in this list is their number. */
export const CONCEPTS: readonly string[] = Object.keys(WORDS);

/** A tree of words by their letters, and how they begin: most places of a text begin none. */
interface Tree {
  root: Node;
  words: string[];
  heads: NameHeads;
}

interface Node {
  next: Map<number, Node>;
  /** Concepts whose word ends here, wherever the text's word does. */
  open: number[];
  /** Concepts whose word must end here. */
  closed: number[];
}

const AT_BEGINNINGS = tree();
const ANYWHERE = tree();

for (const [concept, words] of Object.values(WORDS).entries())
  for (const word of words.split(/\s+/)) if (word !== '') add(word.replaceAll('_', ' '), concept);

for (const each of [AT_BEGINNINGS, ANYWHERE]) each.heads = new NameHeads(each.words);

function tree(): Tree {
  return { root: node(), words: [], heads: new NameHeads([]) };
}

function node(): Node {
  return { next: new Map(), open: [], closed: [] };
}

function add(word: string, concept: number): void {
  const free = word.startsWith('~') || characterKind(word.charCodeAt(0)) !== LETTER;
  const closed = word.endsWith('.');
  const letters = word.slice(word.startsWith('~') ? 1 : 0, closed ? -1 : undefined);
  const { root, words } = free ? ANYWHERE : AT_BEGINNINGS;
  words.push(letters);
  let at = root;
  for (let i = 0; i < letters.length; i++) {
    const code = letters.charCodeAt(i);
    const known = at.next.get(code) ?? node();
    at.next.set(code, known);
    at = known;
  }
  (closed ? at.closed : at.open).push(concept);
}

/** Numbers of the concepts that a normalised text names, ascending. */
export function conceptsOf(text: string): number[] {
  const found = new Set<number>();
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const letter = characterKind(text.charCodeAt(at)) === LETTER;
    if (letter && !inside) walk(AT_BEGINNINGS, text, at, found);
    walk(ANYWHERE, text, at, found);
    inside = letter;
  }
  return [...found].sort((a, b) => a - b);
}

function walk({ root, heads }: Tree, text: string, start: number, found: Set<number>): void {
  if (heads.longestAt(text, start) === 0) return;
  let at: Node | undefined = root;
  for (let i = start; ; i++) {
    at = at.next.get(text.charCodeAt(i));
    if (!at) return;
    for (const concept of at.open) found.add(concept);
    if (at.closed.length > 0 && characterKind(text.charCodeAt(i + 1)) !== LETTER)
      for (const concept of at.closed) found.add(concept);
  }
}
