import type { IntentName } from '../../model.ts';
import { type Gated, gated } from '../gated.ts';

/** What people bring into a talk of mail beside its subject, and the topic that answers it. */
export interface MatterRule {
  /** Id of a topic. */
  topic: string;
  /** Intents that it may belong to, the likeliest first. */
  intents: readonly [IntentName, ...IntentName[]];
  /** The first of them, whatever the talk was about. */
  always?: true;
  /** What the talk has to be about for `words` to mean this; anything where absent. */
  within?: readonly IntentName[];
  /** Whose mailbox it has to be for `words` to mean this; anybody's where absent. */
  at?: readonly string[];
  /** Of normalised text. */
  words: RegExp;
  /** Only where something is asked: who tells the same answers us. */
  asks?: true;
  /** Beside an error too, as long as that is no more than a few common words. */
  despiteError?: true;
  /** Words that mean it from the first message on, where the classifier takes it for one of the intents. */
  first?: RegExp;
  /** Words that mean it from the first message on, whatever the classifier takes it for. */
  surely?: Pick<RegExp, 'test'>;
  /** What makes another matter of that. */
  unless?: RegExp;
}

export function anyOf(...patterns: string[]): RegExp {
  return new RegExp(patterns.join('|'));
}

/** Tried on every message, so only where one of their plain texts stands. */
export function unmistakable(...patterns: string[]): Gated {
  return gated(anyOf(...patterns));
}
