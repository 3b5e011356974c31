import { type Answer, type Question, text } from '../intents/answer.ts';
import { keepsSubject } from '../nlu/context.ts';
import { offerHuman } from './next-step.ts';
import { plainText } from './plain-text.ts';

/** Marks that an answer was already given twice in a row. */
const TWICE = '+';

/** What is remembered of an answer, to know it again. */
export function traceOf({ blocks }: Answer, before: string | undefined): string {
  const hash = hashOf(plainText(blocks));
  return before?.startsWith(hash) ? hash + TWICE : hash;
}

/** After this long an answer has scrolled away, ms. */
const IN_SIGHT = 30 * 60 * 1000;

/**
 * An answer that was just given is not given again word for word. What only goes on with the talk gets its buttons
 * and a question, the same question once more the whole with a remark; then a person is offered.
 */
export function notAgain(answer: Answer, question: Question, goesOn: boolean): Answer {
  const { lastReply, slotsAt } = question.conversation;
  if (question.now - slotsAt > IN_SIGHT) return answer;
  if (question.raw === '' || answer.zone !== 'answer' || answer.handover || answer.task) return answer;
  if (keepsSubject(question.intent)) return answer;
  if (!lastReply?.startsWith(hashOf(plainText(answer.blocks)))) return answer;
  const { texts } = question;
  if (lastReply.endsWith(TWICE)) return offerHuman(question);
  if (!goesOn) return { ...answer, blocks: [text(texts.nextSteps.again), ...answer.blocks] };
  const buttons = answer.blocks.filter(({ kind }) => kind === 'actions');
  return { ...answer, servers: [], blocks: [text(texts.nextSteps.sameAgain), ...buttons] };
}

/** FNV-1a, 32 bits, base 36. */
function hashOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
