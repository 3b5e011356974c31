import type { IntentName } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import type { ClassifierModel } from './classifier-model.ts';
import { normalise } from './normalise.ts';
import { extractSlots } from './slots/index.ts';
import { trainClassifier } from './train.ts';

/** Trains the classifier on example messages, read just as messages will be: normalised, slots as typed tokens. */
export function learnIntents(
  examples: readonly { text: string; intent: IntentName }[],
  knowledge: Knowledge,
): ClassifierModel {
  return trainClassifier(
    examples.map(({ text, intent }) => ({
      label: intent,
      text: extractSlots(normalise(text, knowledge).spoken, knowledge).typed,
    })),
  );
}
