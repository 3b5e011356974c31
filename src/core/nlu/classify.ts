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
export function margins({ buckets, values }: FeatureVector, model: ClassifierModel): Float32Array {
  const { weights, scale, bias } = model;
  const width = model.classes.length;
  const sums = new Float32Array(width);
  for (let i = 0; i < buckets.length; i++) {
    const row = (buckets[i] as number) * width;
    const value = values[i] as number;
    for (let c = 0; c < width; c++) sums[c] = (sums[c] as number) + (weights[row + c] as number) * value;
  }
  return sums.map((sum, c) => sum * (scale[c] as number) + (bias[c] as number));
}

function rank(scores: Float32Array, model: ClassifierModel): Scored[] {
  const shares = softmax(scores, model.temperature);
  return model.classes
    .map((name, c) => ({ name, confidence: shares[c] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** Numerically safe softmax at a temperature. */
export function softmax(scores: Float32Array, temperature: number): Float32Array {
  const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
