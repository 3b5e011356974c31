/** Only so many first characters of a word are indexed; enough to tell mail hosts apart. */
const PREFIX = 12;
/** Of a hash, behind those that name its group; both fit into 32. */
const CHECK_BITS = 8;
const MOST_BITS = 32 - CHECK_BITS;

/**
 * Hashes of a word's prefix and of everything that is left of it after at most `edits` deletions.
 * Two words within that many edits of each other share at least one (Garbe's symmetric delete index).
 */
export function deleteHashes(word: string, edits: 1 | 2): Set<number> {
  const prefix = word.slice(0, PREFIX);
  const hashes = new Set([hash(prefix)]);
  for (let i = 0; i < prefix.length; i++) {
    const once = prefix.slice(0, i) + prefix.slice(i + 1);
    hashes.add(hash(once));
    if (edits === 2) addShorter(once, i, hashes);
  }
  return hashes;
}

/** Deletions left of `from` were made already, in the other order. */
function addShorter(word: string, from: number, hashes: Set<number>): void {
  for (let i = from; i < word.length; i++) hashes.add(hash(word.slice(0, i) + word.slice(i + 1)));
}

/** FNV-1a over UTF-16 units, 32 bits, with a final mix so that the high bits are usable as a directory. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/**
 * A delete index in three arrays, as stored in the knowledge file: `checks` and `words` are parallel and
 * grouped by the high `bits` bits of the hash; `starts` says where each group begins.
 */
export interface DeleteIndex {
  bits: number;
  starts: Uint32Array;
  /** The eight bits of the hash after the first `bits`: a wrong candidate in 256 costs less than four times the memory. */
  checks: Uint8Array;
  /** Number of the indexed word. */
  words: Uint32Array;
}

/** Numbers of the words that share a delete with `word`; their real distance is still to be measured. */
export function candidates(index: DeleteIndex, word: string, edits: 1 | 2): Set<number> {
  const found = new Set<number>();
  for (const value of deleteHashes(word, edits)) {
    const group = groupOf(value, index.bits);
    const check = checkOf(value, index.bits);
    const end = index.starts[group + 1] ?? 0;
    for (let i = index.starts[group] ?? 0; i < end; i++) {
      if (index.checks[i] === check) found.add(index.words[i] ?? 0);
    }
  }
  return found;
}

/** Builds the index by counting first, so that a million words need no sort. Word numbers begin at 0. */
export function buildDeleteIndex(words: readonly { word: string; edits: 1 | 2 }[]): DeleteIndex {
  let total = 0;
  for (const { word, edits } of words) total += deleteHashes(word, edits).size;
  const bits = Math.min(MOST_BITS, Math.max(1, Math.ceil(Math.log2(total / 2 + 1))));
  const starts = groupStarts(words, bits);
  const fill = starts.slice();
  const index = { bits, starts, checks: new Uint8Array(total), words: new Uint32Array(total) };
  words.forEach(({ word, edits }, number) => {
    for (const value of deleteHashes(word, edits)) {
      const group = groupOf(value, bits);
      const slot = fill[group] ?? 0;
      fill[group] = slot + 1;
      index.checks[slot] = checkOf(value, bits);
      index.words[slot] = number;
    }
  });
  return index;
}

function groupStarts(words: readonly { word: string; edits: 1 | 2 }[], bits: number): Uint32Array {
  const starts = new Uint32Array(2 ** bits + 1);
  for (const { word, edits } of words) {
    for (const value of deleteHashes(word, edits)) {
      const next = groupOf(value, bits) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
  }
  for (let i = 1, sum = 0; i < starts.length; i++) starts[i] = sum += starts[i] ?? 0;
  return starts;
}

function groupOf(value: number, bits: number): number {
  return value >>> (32 - bits);
}

function checkOf(value: number, bits: number): number {
  return (value >>> (32 - bits - CHECK_BITS)) & 0xff;
}
