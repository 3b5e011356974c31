import type { FeatureCounts } from '../nlu/feature-counter.ts';
import { countFeatures, type FeatureVector, weigh } from '../nlu/features.ts';
import { normalise } from '../nlu/normalise.ts';
import { separate } from '../nlu/train.ts';
import type { Knowledge } from '../ports.ts';
import type { Background } from './background.ts';
import type { OwnTopic } from './model.ts';

/** One topic with the plane that tells it from everything else. */
export interface LearntTopic {
  topic: OwnTopic;
  /** Features of its questions that no example of ours has. */
  features: readonly number[];
  /** The real weight is this times `scale`. */
  weights: Int8Array;
  scale: number;
  bias: number;
  /** From these scores on it is answered, or offered as a button. */
  answerFrom: number;
  offerFrom: number;
}

/** Of our own examples at most one in a thousand may be answered by a topic, and one in a hundred offered it. */
const ANSWERED_WRONGLY = 0.001;
const OFFERED_WRONGLY = 0.01;
/** However well a topic is told apart, what is no nearer to it than this is not meant. */
const LEAST_TO_ANSWER = -0.1;
const LEAST_TO_OFFER = -0.4;
const RAREST = 255;

/** Takes some 30 ms. Pure: the same topic and background give the same plane. */
export function learnTopic(
  topic: OwnTopic,
  background: Background,
  knowledge: Pick<Knowledge, 'simplify'>,
): LearntTopic {
  const words = [...topic.questions, ...Object.values(topic.title)];
  const counts = words.map((text) => countFeatures(normalise(text, knowledge).text, background.buckets));
  const features = newFeatures(counts, background.idf);
  const idf = withFeatures(background.idf, features);
  const own = counts.map((each) => weigh(each, idf));
  const others = background.apart.map((each) => weigh(each, idf));
  const labels = [...own.map(() => 0), ...others.map(() => 1)];
  const plane = compact(separate([...own, ...others], labels, 0));
  const wrong = background.unseen.map((each) => scoreOf(weigh(each, idf), plane)).sort((a, b) => b - a);
  return {
    topic,
    features,
    ...plane,
    answerFrom: Math.max(LEAST_TO_ANSWER, wrong[Math.floor(wrong.length * ANSWERED_WRONGLY)] ?? 0),
    offerFrom: Math.max(LEAST_TO_OFFER, wrong[Math.floor(wrong.length * OFFERED_WRONGLY)] ?? 0),
  };
}

type Plane = Pick<LearntTopic, 'weights' | 'scale' | 'bias'>;

/** A quarter of the memory, and as good: only the largest weights decide. */
function compact({ weights, bias }: { weights: Float32Array; bias: number }): Plane {
  let most = 1e-9;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const scale = most / 127;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale, bias };
}

export function scoreOf({ buckets, values }: FeatureVector, { weights, scale, bias }: Plane): number {
  let sum = 0;
  for (let i = 0; i < buckets.length; i++) {
    sum += (weights[buckets[i] as number] as number) * (values[i] as number);
  }
  return sum * scale + bias;
}

function newFeatures(counts: readonly FeatureCounts[], idf: Uint8Array): number[] {
  return [...new Set(counts.flatMap(({ buckets }) => [...buckets]))].filter((bucket) => idf[bucket] === 0);
}

/** What stands in no example of ours is as rare as can be. */
export function withFeatures(idf: Uint8Array, features: Iterable<number>): Uint8Array {
  const extended = idf.slice();
  for (const feature of features) extended[feature] = RAREST;
  return extended;
}
