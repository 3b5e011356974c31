import { type ClassifierModel, MAX_IDF } from './classifier-model.ts';
import { margins, softmax } from './classify.ts';
import type { FeatureCounts } from './feature-counter.ts';
import { countFeatures, type FeatureVector, weigh } from './features.ts';

/** One labelled message, its slots already replaced by typed tokens. */
export interface Example {
  text: string;
  label: string;
}

/** Half as many cost nearly one message in a hundred: features that share a bucket blur each other. */
const BUCKETS = 1 << 17;
/** Soft margin: found best between 0.1 and 10 by cross-validation on our own examples. */
const COST = 1;
const ROUNDS = 16;
/** One example in this many is kept aside for calibration, by its words: one more example puts no other aside. */
const HELD_OUT = 5;

/**
 * Trains one linear SVM for each class against the rest (L2-regularised squared hinge loss, dual
 * coordinate descent: Hsieh et al., ICML 2008) and calibrates it on examples kept aside.
 * Deterministic: the same examples give the same model.
 */
export function trainClassifier(unordered: readonly Example[]): ClassifierModel {
  const examples = mixed(unordered);
  const classes = [...new Set(examples.map((example) => example.label))].sort();
  const counts = examples.map((example) => countFeatures(example.text, BUCKETS));
  const labels = examples.map((example) => classes.indexOf(example.label));
  const idf = inverseFrequencies(counts);
  const vectors = counts.map((count) => weigh(count, idf));
  const aside = examples.map((example) => hashOf(example.text) % HELD_OUT === HELD_OUT - 1);
  const temperature = calibrate(vectors, labels, classes, idf, aside);
  return { ...fit(vectors, labels, classes, idf), temperature };
}

/**
 * In an order that mixes the classes, since descent learns badly from one class after the other, and that goes by the
 * words of each (FNV-1a): one more example moves no other, and the model with it is the same but for what it teaches.
 */
function mixed(examples: readonly Example[]): Example[] {
  const hashed = examples.map((example) => ({ example, hash: hashOf(example.text) }));
  return hashed.sort((one, other) => one.hash - other.hash).map(({ example }) => example);
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function inverseFrequencies(counts: readonly FeatureCounts[]): Uint8Array {
  const seen = new Float64Array(BUCKETS);
  for (const { buckets } of counts) for (const bucket of buckets) seen[bucket] = (seen[bucket] ?? 0) + 1;
  // What stands in one example only is noise, and most of the work.
  return Uint8Array.from(seen, (n) =>
    n < 2 ? 0 : Math.round((Math.min(MAX_IDF, Math.log((counts.length + 1) / (n + 1)) + 1) / MAX_IDF) * 255),
  );
}

function fit(
  vectors: readonly FeatureVector[],
  labels: readonly number[],
  classes: string[],
  idf: Uint8Array,
): ClassifierModel {
  const width = classes.length;
  const weights = new Int8Array(BUCKETS * width);
  const scale = new Float32Array(width);
  const bias = new Float32Array(width);
  classes.forEach((_, c) => {
    const plane = separate(vectors, labels, c, asTheyStand(vectors));
    const step = plane.weights.reduce((top, w) => Math.max(top, Math.abs(w)), 1e-9) / 127;
    plane.weights.forEach((w, bucket) => (weights[bucket * width + c] = Math.round(w / step)));
    scale[c] = step;
    bias[c] = plane.bias;
  });
  return { classes, buckets: BUCKETS, idf, weights, scale, bias, temperature: 1 };
}

/** The hyperplane between one class and the rest. Rare classes weigh more, so that none is drowned. */
export function separate(
  vectors: readonly FeatureVector[],
  labels: readonly number[],
  own: number,
  order: Int32Array = shuffled(vectors.length),
): { weights: Float32Array; bias: number } {
  const plane = { weights: new Float32Array(BUCKETS), bias: 0 };
  const positives = labels.filter((label) => label === own).length;
  const boost = Math.max(1, Math.sqrt((labels.length - positives) / Math.max(1, positives)) / 2);
  const alphas = new Float32Array(vectors.length);
  let active = order;
  for (let round = 0; round < ROUNDS; round++) {
    const kept = active.filter((i) => step(plane, vectors[i] as FeatureVector, labels[i] === own, boost, alphas, i));
    // Examples far on their own side stop mattering: leaving them out halves the time without a change in the result.
    if (round > 0) active = kept;
  }
  return plane;
}

/** One step of dual coordinate descent; false when the example lies safely on its own side. */
function step(
  plane: { weights: Float32Array; bias: number },
  { buckets, values }: FeatureVector,
  positive: boolean,
  boost: number,
  alphas: Float32Array,
  i: number,
): boolean {
  const { weights } = plane;
  const y = positive ? 1 : -1;
  const damping = 1 / (2 * COST * (positive ? boost : 1));
  let dot = plane.bias;
  for (let k = 0; k < buckets.length; k++) dot += (weights[buckets[k] as number] as number) * (values[k] as number);
  const alpha = alphas[i] as number;
  const gradient = y * dot - 1 + damping * alpha;
  // Vectors have length 1 and the bias is one more feature of value 1: the diagonal is 2.
  const next = Math.max(0, alpha - gradient / (2 + damping));
  if (next === alpha) return alpha > 0 || gradient < 0.1;
  alphas[i] = next;
  const change = (next - alpha) * y;
  plane.bias += change;
  for (let k = 0; k < buckets.length; k++) {
    weights[buckets[k] as number] = (weights[buckets[k] as number] as number) + change * (values[k] as number);
  }
  return true;
}

/** A fixed order that mixes the classes, for examples that come sorted by class. */
function shuffled(length: number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  let state = 12345;
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const j = state % (i + 1);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  return order;
}

function asTheyStand(vectors: readonly FeatureVector[]): Int32Array {
  return Int32Array.from(vectors, (_, i) => i);
}

/** The temperature under which examples that the model has not seen are likeliest. */
function calibrate(
  vectors: readonly FeatureVector[],
  labels: readonly number[],
  classes: string[],
  idf: Uint8Array,
  aside: readonly boolean[],
): number {
  const order = asTheyStand(vectors);
  const inside = order.filter((i) => !aside[i]);
  const outside = order.filter((i) => aside[i]);
  const pick = <Item>(items: readonly Item[], indices: Int32Array) => Array.from(indices, (i) => items[i] as Item);
  const model = fit(pick(vectors, inside), pick(labels, inside), classes, idf);
  const unseen = pick(vectors, outside).map((vector) => margins(vector, model));
  const truths = pick(labels, outside);
  const loss = (temperature: number) =>
    unseen.reduce(
      (sum, scores, i) => sum - Math.log((softmax(scores, temperature)[truths[i] as number] as number) + 1e-9),
      0,
    );
  const candidates = Array.from({ length: 80 }, (_, i) => 0.1 * 1.02 ** i);
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best));
}
