import { type ClassifierModel, MAX_IDF } from './classifier-model.ts';
import { conceptsOf } from './concepts/index.ts';
import { FeatureCounter, type FeatureCounts } from './feature-counter.ts';

/** A hashed, L2-normalised feature vector: parallel arrays. */
export interface FeatureVector {
  buckets: Int32Array;
  values: Float32Array;
}

/** Longer texts repeat themselves: the beginning and the end hold the question. */
const HEAD = 400;
const TAIL = 200;

/**
 * Counts of hashed features of a text in which slots already stand as typed tokens (`<host>`):
 * words and word pairs, 3- to 5-grams of letters, 1- to 4-grams of Han, kana and hangul
 * (which beat a segmenter: docs/decisions/001-own-classifier.md), and what the words mean in any language.
 */
export function countFeatures(text: string, buckets: number): FeatureCounts {
  const read = telling(text);
  const counter = new FeatureCounter(read, buckets);
  counter.run();
  counter.concepts(conceptsOf(read));
  return counter.counted();
}

/** So much of a text as tells what it is about. */
export function telling(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} ${text.slice(-TAIL)}`;
}

/** Of the counts that most features have: a logarithm for each would take longer than all else here. */
const SUBLINEAR = Float64Array.from({ length: 32 }, (_, count) => sublinear(count));

function sublinear(count: number): number {
  return 1 + Math.log(count);
}

/** Sublinear counts times idf, scaled to length 1; features without idf carry no weight and are left out. */
export function weigh({ buckets, counts }: FeatureCounts, idf: Uint8Array): FeatureVector {
  const kept = new Int32Array(buckets.length);
  const values = new Float32Array(buckets.length);
  let size = 0;
  let squares = 0;
  for (let i = 0; i < buckets.length; i++) {
    const rarity = idf[buckets[i] as number] as number;
    if (rarity === 0) continue;
    const count = counts[i] as number;
    const value = (SUBLINEAR[count] ?? sublinear(count)) * (rarity / 255) * MAX_IDF;
    kept[size] = buckets[i] as number;
    values[size++] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < size; i++) values[i] = (values[i] as number) / length;
  return { buckets: kept.subarray(0, size), values: values.subarray(0, size) };
}

/** The vector that a model sees of a text. */
export function vectorOf(text: string, model: Pick<ClassifierModel, 'buckets' | 'idf'>): FeatureVector {
  return weigh(countFeatures(text, model.buckets), model.idf);
}
