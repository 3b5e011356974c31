import type { IntentName } from '../../model.ts';

/** What people bring into a talk of mail beside its subject, and the topic that answers it. */
export interface MatterRule {
  /** Id of a topic. */
  topic: string;
  /** Intents that it may belong to, the likeliest first. */
  intents: readonly [IntentName, ...IntentName[]];
  /** What the talk has to be about for `words` to mean this; anything where absent. */
  within?: readonly IntentName[];
  /** Of normalised text. */
  words: RegExp;
  /** Only where something is asked: who tells the same answers us. */
  asks?: true;
  /** Words that mean it from the first message on. */
  first?: RegExp;
}

export function anyOf(...patterns: string[]): RegExp {
  return new RegExp(patterns.join('|'));
}
