import { characterKind, LETTER } from '../characters.ts';
import { NameFinder } from '../name-finder.ts';
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

/** Words, and for each number of one what it names. */
interface Lexicon {
  finder: NameFinder;
  entries: readonly Entry[];
}

interface Entry {
  /** Concepts that this word names, wherever the text's word ends. */
  open: number[];
  /** Concepts for which the text's word must end here. */
  closed: number[];
}

let lexicons: { atBeginnings: Lexicon; anywhere: Lexicon } | undefined;

/** Made for the first text: a start need not wait for it. */
function allWords(): { atBeginnings: Lexicon; anywhere: Lexicon } {
  return (lexicons ??= {
    atBeginnings: lexicon((word) => !standsAnywhere(word)),
    anywhere: lexicon(standsAnywhere),
  });
}

function lexicon(belongs: (word: string) => boolean): Lexicon {
  const entries = new Map<string, Entry>();
  for (const [concept, words] of Object.values(WORDS).entries())
    for (const word of words.split(/\s+/)) if (word !== '' && belongs(word)) add(entries, word, concept);
  return { finder: new NameFinder(entries.keys()), entries: [...entries.values()] };
}

function standsAnywhere(word: string): boolean {
  return word.startsWith('~') || characterKind(word.charCodeAt(0)) !== LETTER;
}

function add(entries: Map<string, Entry>, word: string, concept: number): void {
  const closed = word.endsWith('.');
  const letters = word.slice(word.startsWith('~') ? 1 : 0, closed ? -1 : undefined).replaceAll('_', ' ');
  const entry = entries.get(letters) ?? { open: [], closed: [] };
  entries.set(letters, entry);
  (closed ? entry.closed : entry.open).push(concept);
}

/** Numbers of the concepts that a normalised text names, ascending. */
export function conceptsOf(text: string): number[] {
  const { atBeginnings, anywhere } = allWords();
  const found = new Uint8Array(CONCEPTS.length);
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = characterKind(code) === LETTER;
    if (letter && !inside) mark(atBeginnings, text, at, found);
    if (anywhere.finder.mayBegin(code)) mark(anywhere, text, at, found);
    inside = letter;
  }
  return placesOf(found);
}

function mark({ finder, entries }: Lexicon, text: string, start: number, found: Uint8Array): void {
  const words = finder.walk(text, start, text.length);
  for (let i = 0; i < words; i++) {
    const { open, closed } = entries[finder.numbers[i] as number] as Entry;
    for (const concept of open) found[concept] = 1;
    if (closed.length > 0 && characterKind(text.charCodeAt(finder.ends[i] as number)) !== LETTER)
      for (const concept of closed) found[concept] = 1;
  }
}

function placesOf(found: Uint8Array): number[] {
  const places: number[] = [];
  for (let at = found.indexOf(1); at >= 0; at = found.indexOf(1, at + 1)) places.push(at);
  return places;
}
