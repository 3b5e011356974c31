import { openKnowledge } from '../adapters/knowledge/index.ts';
import { type ClassifierModel, INTENT_NAMES, learnIntents } from '../core/index.ts';

/** Trains the classifier for a knowledge file that is complete but for it: slots are read with that file's own names. */
export function learn(examples: readonly { text: string; intent: string }[], path: string): ClassifierModel {
  const known = examples.flatMap(({ text, intent }) => {
    const name = INTENT_NAMES.find((candidate) => candidate === intent);
    return name ? [{ text, intent: name }] : [];
  });
  const knowledge = openKnowledge(path);
  try {
    return learnIntents(known, knowledge);
  } finally {
    knowledge.close();
  }
}
