import type { Knowledge } from '../ports.ts';
import type { FeatureCounts } from '../nlu/feature-counter.ts';
import { countFeatures } from '../nlu/features.ts';
import { normalise } from '../nlu/normalise.ts';

/** What our own examples look like: an operator's topic must be told from them. */
export interface Background {
  buckets: number;
  idf: Uint8Array;
  /** Learnt from. */
  apart: readonly FeatureCounts[];
  /** Kept aside: they show how often a topic would be taken for something else. */
  unseen: readonly FeatureCounts[];
}

/** So many of each kind are enough; more would only take longer. */
const MOST = 1200;

export function backgroundOf(knowledge: Pick<Knowledge, 'examples' | 'classifier' | 'simplify'>): Background {
  const { buckets, idf } = knowledge.classifier;
  const all = knowledge.examples();
  const count = (from: number) =>
    everyNth(all, Math.ceil(all.length / MOST), from).map(({ text }) =>
      countFeatures(normalise(text, knowledge).text, buckets),
    );
  return { buckets, idf, apart: count(0), unseen: count(1) };
}

function everyNth<Value>(values: readonly Value[], step: number, from: number): Value[] {
  return values.filter((_, index) => index % step === from % step);
}
