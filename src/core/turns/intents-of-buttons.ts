import { type Intent, INTENT_NAMES, type QuestionIntent } from '../model.ts';

const NAMES: ReadonlySet<string> = new Set(INTENT_NAMES);

/** Whether an intent asks something, as opposed to steering the conversation or a ticket. */
export function isQuestion(intent: Intent): intent is QuestionIntent {
  return NAMES.has(intent.name);
}
