import type { Gap, IntentName } from '../model.ts';
import { countFeatures, type FeatureVector, weigh } from '../nlu/features.ts';
import type { FeatureCounts } from '../nlu/feature-counter.ts';
import { normalise } from '../nlu/normalise.ts';
import type { Knowledge } from '../ports.ts';
import { withFeatures } from './learn.ts';

/** Questions that mean about the same, and that nobody answered well. */
export interface GapGroup {
  count: number;
  /** ms. */
  first: number;
  last: number;
  kinds: Partial<Record<Gap['kind'], number>>;
  languages: string[];
  /** What the classifier's own examples say that is nearest, and to which intent it belongs. */
  closest?: { intent: IntentName; example: string; likeness: number };
  /** Without repetitions, the most typical first. */
  questions: string[];
}

interface Placed {
  gap: Gap;
  vector: FeatureVector;
}

interface Growing {
  members: Placed[];
  /** Sum of the members' vectors, by bucket, and its length. */
  sum: Map<number, number>;
  length: number;
}

/** So alike (cosine) must a question be to a group to belong to it. */
const ALIKE = 0.3;
/** After two weeks a question counts half. */
const HALF_LIFE = 14 * 24 * 60 * 60 * 1000;
const COUNTED: ReadonlySet<Gap['kind']> = new Set(['not-mine', 'did-not-help']);

/** Groups what was left unanswered; the newest and most frequent first. `now` is ms. */
export function groupGaps(
  gaps: readonly Gap[],
  knowledge: Pick<Knowledge, 'examples' | 'classifier' | 'simplify'>,
  now: number,
): GapGroup[] {
  const told = gaps.filter(({ kind, text }) => COUNTED.has(kind) && text.trim() !== '');
  const { buckets, idf } = knowledge.classifier;
  const counts = told.map(({ text }) => countFeatures(normalise(text, knowledge).text, buckets));
  const extended = withFeatures(idf, sharedFeatures(counts, idf));
  const placed = told.map((gap, index) => ({ gap, vector: weigh(counts[index] as FeatureCounts, extended) }));
  const groups = grouped(placed.toSorted((a, b) => b.gap.at - a.gap.at));
  const nearest = nearestExamples(groups, extended, knowledge);
  return groups
    .map((group, index) => ({ group: described(group, nearest[index]), weight: weightOf(group, now) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ group }) => group);
}

/** Words that our examples lack tell groups apart where more than one question has them. */
function sharedFeatures(counts: readonly FeatureCounts[], idf: Uint8Array): number[] {
  const held = new Map<number, number>();
  for (const { buckets } of counts) for (const bucket of buckets) held.set(bucket, (held.get(bucket) ?? 0) + 1);
  return [...held].filter(([bucket, times]) => times > 1 && idf[bucket] === 0).map(([bucket]) => bucket);
}

/** Each question joins the group that it is most like, or begins one. */
function grouped(placed: readonly Placed[]): Growing[] {
  const groups: Growing[] = [];
  for (const one of placed) {
    const best = bestOf(groups, one.vector);
    if (best) join(best, one);
    else groups.push(join({ members: [], sum: new Map(), length: 0 }, one));
  }
  return groups;
}

function bestOf(groups: readonly Growing[], vector: FeatureVector): Growing | undefined {
  let best: Growing | undefined;
  let most = ALIKE;
  for (const group of groups) {
    const likeness = cosine(group, vector);
    if (likeness >= most) [best, most] = [group, likeness];
  }
  return best;
}

function join(group: Growing, one: Placed): Growing {
  group.members.push(one);
  const { buckets, values } = one.vector;
  for (let i = 0; i < buckets.length; i++) {
    const bucket = buckets[i] as number;
    group.sum.set(bucket, (group.sum.get(bucket) ?? 0) + (values[i] as number));
  }
  group.length = Math.sqrt([...group.sum.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return group;
}

/** Vectors have length 1; sums have not. */
function cosine({ sum, length }: Growing, { buckets, values }: FeatureVector): number {
  let dot = 0;
  for (let i = 0; i < buckets.length; i++) dot += (sum.get(buckets[i] as number) ?? 0) * (values[i] as number);
  return dot / length;
}

/** One walk over all examples, for all groups at once: by bucket, which groups have it and how much. */
function nearestExamples(
  groups: readonly Growing[],
  idf: Uint8Array,
  knowledge: Pick<Knowledge, 'examples' | 'classifier' | 'simplify'>,
): (GapGroup['closest'] | undefined)[] {
  const nearest: (GapGroup['closest'] | undefined)[] = groups.map(() => undefined);
  if (groups.length === 0) return nearest;
  const shares = sharesByBucket(groups);
  for (const { text, intent } of knowledge.examples()) {
    const vector = weigh(countFeatures(normalise(text, knowledge).text, knowledge.classifier.buckets), idf);
    const likenesses = new Float64Array(groups.length);
    vector.buckets.forEach((bucket, i) => {
      for (const { index, share } of shares.get(bucket) ?? []) {
        likenesses[index] = (likenesses[index] as number) + share * (vector.values[i] as number);
      }
    });
    likenesses.forEach((likeness, index) => {
      if (likeness > (nearest[index]?.likeness ?? 0)) nearest[index] = { intent, example: text, likeness };
    });
  }
  return nearest;
}

function sharesByBucket(groups: readonly Growing[]): Map<number, { index: number; share: number }[]> {
  const shares = new Map<number, { index: number; share: number }[]>();
  for (const [index, { sum, length }] of groups.entries()) {
    for (const [bucket, value] of sum) {
      const held = shares.get(bucket) ?? [];
      held.push({ index, share: value / length });
      shares.set(bucket, held);
    }
  }
  return shares;
}

function weightOf({ members }: Growing, now: number): number {
  return members.reduce((sum, { gap }) => sum + 0.5 ** (Math.max(0, now - gap.at) / HALF_LIFE), 0);
}

function described(group: Growing, closest: GapGroup['closest'] | undefined): GapGroup {
  const { members } = group;
  const times = members.map(({ gap }) => gap.at);
  const kinds: GapGroup['kinds'] = {};
  for (const { gap } of members) kinds[gap.kind] = (kinds[gap.kind] ?? 0) + 1;
  const typical = members.toSorted((a, b) => cosine(group, b.vector) - cosine(group, a.vector));
  return {
    count: members.length,
    first: Math.min(...times),
    last: Math.max(...times),
    kinds,
    languages: [...new Set(members.map(({ gap }) => gap.language))],
    questions: distinct(typical.map(({ gap }) => gap.text.trim())),
    ...(closest && { closest: { ...closest, likeness: Math.round(closest.likeness * 1000) / 1000 } }),
  };
}

function distinct(texts: readonly string[]): string[] {
  const seen = new Map(texts.toReversed().map((text) => [text.toLowerCase(), text]));
  return [...seen.values()].toReversed();
}
