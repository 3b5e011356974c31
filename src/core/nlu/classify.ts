import type { ClassifierModel } from './classifier-model.ts';
import { type FeatureVector, vectorOf } from './features.ts';

export interface Scored {
  name: string;
  /** Share of the calibrated softmax, 0…1. */
  confidence: number;
}

/** All classes, likeliest first. `text` has its slots replaced by typed tokens. */
export function classify(text: string, model: ClassifierModel): Scored[] {
  return rank(margins(vectorOf(text, model), model), model);
}

/** Signed distance from each class's own hyperplane. */
export function margins(vector: FeatureVector, model: ClassifierModel): Float64Array {
  const { scale, bias } = model;
  const width = model.classes.length;
  const sums = new Float64Array(width);
  let c = 0;
  for (; c + AT_ONCE <= width; c += AT_ONCE) addFour(vector, model.weights, width, c, sums);
  for (; c < width; c++) addOne(vector, model.weights, width, c, sums);
  for (c = 0; c < width; c++) sums[c] = (sums[c] as number) * (scale[c] as number) + (bias[c] as number);
  return sums;
}

const AT_ONCE = 4;

/** Four classes in one walk over the features: their sums stay in registers, their weights lie side by side. */
function addFour(
  { buckets, values }: FeatureVector,
  weights: Int8Array,
  width: number,
  c: number,
  sums: Float64Array,
): void {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let i = 0; i < buckets.length; i++) {
    const at = (buckets[i] as number) * width + c;
    const value = values[i] as number;
    first += (weights[at] as number) * value;
    second += (weights[at + 1] as number) * value;
    third += (weights[at + 2] as number) * value;
    fourth += (weights[at + 3] as number) * value;
  }
  sums[c] = first;
  sums[c + 1] = second;
  sums[c + 2] = third;
  sums[c + 3] = fourth;
}

function addOne(
  { buckets, values }: FeatureVector,
  weights: Int8Array,
  width: number,
  c: number,
  sums: Float64Array,
): void {
  let sum = 0;
  for (let i = 0; i < buckets.length; i++) {
    sum += (weights[(buckets[i] as number) * width + c] as number) * (values[i] as number);
  }
  sums[c] = sum;
}

function rank(scores: Float64Array, model: ClassifierModel): Scored[] {
  const shares = softmax(scores, model.temperature);
  return model.classes
    .map((name, c) => ({ name, confidence: shares[c] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** Numerically safe softmax at a temperature. */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  let top = -Infinity;
  for (let c = 0; c < scores.length; c++) top = Math.max(top, scores[c] as number);
  const shares = new Float64Array(scores.length);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += shares[c] = Math.exp(((scores[c] as number) - top) / temperature);
  for (let c = 0; c < scores.length; c++) shares[c] = (shares[c] as number) / sum;
  return shares;
}
