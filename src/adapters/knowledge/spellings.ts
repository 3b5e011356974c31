import type Database from 'better-sqlite3';
import { alignmentDistance, candidates, type DeleteIndex } from '../../core/index.ts';

export interface Spelling {
  word: string;
  provider: string;
  distance: number;
}

interface IndexRow {
  bits: number;
  starts: Buffer;
  checks: Buffer;
  words: Buffer;
}

/** Known words near a misspelt one: a delete index finds candidates, optimal string alignment measures them. */
export class SpellingTable {
  readonly #kind: string;
  readonly #load: Database.Statement<[string], IndexRow>;
  readonly #word: Database.Statement<[string, number], { word: string; provider: string }>;
  #index: DeleteIndex | undefined;

  constructor(database: Database.Database, kind: 'domain' | 'host' | 'alias') {
    this.#kind = kind;
    this.#load = database.prepare('SELECT bits, starts, checks, words FROM delete_index WHERE kind = ?');
    this.#word = database.prepare('SELECT word, provider FROM word WHERE kind = ? AND number = ?');
  }

  /** Nearest first; the word itself is not its own misspelling. */
  nearest(word: string, edits: 0 | 1 | 2): Spelling[] {
    if (edits === 0) return [];
    // A foreign letter in a Latin name is a look-alike, not a slip of the hand.
    if (/[^\u0000-\u007F]/.test(word) && word.includes('.')) return [];
    this.#index ??= this.#read();
    const found: Spelling[] = [];
    for (const number of candidates(this.#index, word, edits)) {
      const known = this.#word.get(this.#kind, number);
      const distance = known && alignmentDistance(word, known.word, edits);
      if (known && distance) found.push({ ...known, distance });
    }
    return found.sort((a, b) => a.distance - b.distance);
  }

  #read(): DeleteIndex {
    const row = this.#load.get(this.#kind);
    if (!row) return { bits: 1, starts: new Uint32Array(3), checks: new Uint8Array(0), words: new Uint32Array(0) };
    const { bits, starts, checks, words } = row;
    return { bits, starts: integers(starts), checks: Uint8Array.from(checks), words: integers(words) };
  }
}

/** A copy: a buffer from SQLite may begin at any byte. */
function integers(bytes: Buffer): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
