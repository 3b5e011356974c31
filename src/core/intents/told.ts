import { normalise } from '../nlu/normalise.ts';
import { bareYesNo } from '../nlu/yes-no.ts';
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

/** What the web page does, where we asked just that and heard a bare yes or no. */
export function webmailReply({ conversation, texts, text, knowledge }: Question): 'works' | 'fails' | undefined {
  const { transcript } = conversation;
  const asked = transcript.findLastIndex(
    ({ from, text: line }) => from === 'assistant' && line.includes(texts.nextSteps.webmail),
  );
  if (asked < 0) return undefined;
  const next = transcript.slice(asked + 1).find(({ from }) => from === 'asker');
  const reply = bareYesNo(next === undefined ? text : normalise(next.text, knowledge).text);
  return reply === undefined ? undefined : reply === 'yes' ? 'works' : 'fails';
}
