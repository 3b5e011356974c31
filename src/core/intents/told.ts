import { normalise } from '../nlu/normalise.ts';
import type { Question } from './answer.ts';

/** So many of the last lines still belong to the trouble that is spoken of. */
const LINES = 6;

/** What the person wrote before this message, newest first, as matching sees it; nothing of another mailbox. */
export function toldBefore({ fresh, conversation, knowledge }: Question): string[] {
  const before = conversation.slots.provider;
  if (fresh.provider !== undefined && before !== undefined && fresh.provider !== before) return [];
  return conversation.transcript
    .slice(-2 * LINES)
    .filter((line) => line.from === 'asker')
    .map((line) => normalise(line.text, knowledge).text)
    .reverse();
}

/** This message where it says anything of the kind, else the newest before it, while the subject is the same. */
export function lineWith(question: Question, fits: (line: string) => boolean): string | undefined {
  const earlier = question.conversation.lastIntent === question.intent ? toldBefore(question) : [];
  return [question.text, ...earlier].find(fits);
}
