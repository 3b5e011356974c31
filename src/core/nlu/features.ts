import { type ClassifierModel, MAX_IDF } from './classifier-model.ts';

/** A hashed, L2-normalised feature vector: parallel arrays. */
export interface FeatureVector {
  buckets: Int32Array;
  values: Float32Array;
}

const WORD =
  /<[a-z0-9:_-]+>|[\p{Script=Han}]+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{Script=Hangul}]+|[\p{L}\p{N}']+|[?!]/gu;
const HAN = /^\p{Script=Han}/u;
const CHAR_RUN = /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Longer texts repeat themselves: the beginning and the end hold the question. */
const HEAD = 600;
const TAIL = 300;

/**
 * Counts of hashed features of a text in which slots already stand as typed tokens (`<host>`):
 * words and word pairs, 3- to 5-grams of letters, and 1- to 3-grams of Han characters
 * (which beat a segmenter: docs/decisions/001-own-classifier.md).
 */
export function countFeatures(text: string, buckets: number): Map<number, number> {
  const counts = new Map<number, number>();
  const mask = buckets - 1;
  const add = (feature: string) => {
    const bucket = hash(feature) & mask;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  };
  let previous = '^';
  for (const word of clipped(text).match(WORD) ?? []) {
    if (word.startsWith('<')) addTypedToken(word, add);
    else if (HAN.test(word)) addGrams(word, 1, 4, 'h', add);
    else if (CHAR_RUN.test(word)) addGrams(word, 1, 4, 'k', add);
    else addLetters(word, add);
    add(`b${previous} ${word.slice(-12)}`);
    previous = word.slice(0, 12);
  }
  add(`b${previous} $`);
  return counts;
}

function clipped(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} ${text.slice(-TAIL)}`;
}

/** `<error:535>` counts as itself and as its kind. */
function addTypedToken(word: string, add: (feature: string) => void): void {
  add(`t${word}`);
  const kind = word.slice(1, -1).split(':')[0];
  add(`t${kind}`);
}

function addLetters(word: string, add: (feature: string) => void): void {
  add(`w${word}`);
  if (word.length < 4) return;
  addGrams(`_${word.slice(0, 24)}_`, 3, 5, 'c', add);
}

function addGrams(run: string, shortest: number, longest: number, kind: string, add: (feature: string) => void): void {
  for (let size = shortest; size <= longest; size++) {
    for (let at = 0; at + size <= run.length; at++) add(kind + run.slice(at, at + size));
  }
}

/** FNV-1a, 32 bits, then mixed: the low bits choose the bucket. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/** Sublinear counts times idf, scaled to length 1; features without idf carry no weight and are left out. */
export function weigh(counts: Map<number, number>, idf: Uint8Array): FeatureVector {
  const known = [...counts].filter(([bucket]) => idf[bucket] !== 0);
  const buckets = Int32Array.from(known, ([bucket]) => bucket);
  const values = Float32Array.from(
    known,
    ([bucket, count]) => (1 + Math.log(count)) * ((idf[bucket] ?? 0) / 255) * MAX_IDF,
  );
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { buckets, values: values.map((value) => value / length) };
}

/** The vector that a model sees of a text. */
export function vectorOf(text: string, model: Pick<ClassifierModel, 'buckets' | 'idf'>): FeatureVector {
  return weigh(countFeatures(text, model.buckets), model.idf);
}
