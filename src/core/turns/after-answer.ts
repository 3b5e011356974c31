import { withTried } from '../desk/tried.ts';
import type { Answer, Question } from '../intents/answer.ts';
import type { ConversationState, IntentName, Understanding } from '../model.ts';
import { EXPLANATIONS, keepsSubject } from '../nlu/context.ts';
import { PASSAGE } from './passage-answer.ts';
import { traceOf } from './repetition.ts';

/** How long a lone token is taken for a secret after we spoke of one, ms. */
const SECRET_EXPECTED = 30 * 60 * 1000;

/** Below this share a question with choices is a guess, and no subject that later turns go on with. */
const GUESS = 0.4;

/** The conversation after an answer: what was spoken of, asked and tried. */
export function afterAnswer(
  before: ConversationState,
  question: Question,
  answer: Answer,
  understanding: Understanding,
): ConversationState {
  return withAttempt(remembered(before, question, answer, understanding), question, answer, understanding);
}

function remembered(
  before: ConversationState,
  question: Question,
  answer: Answer,
  { zone, confidence, rule }: Understanding,
): ConversationState {
  const { asked: open, yesNo: _, ...conversation } = before;
  const { intent, language, slots, now, stillNot } = question;
  const guessed = zone === 'ask' && confidence < GUESS;
  const aside = isAside(before, intent, rule);
  const goesOn = keepsSubject(intent) || aside || rule === 'reply' || rule === 'look';
  const asked = answer.asked ?? (rule === 'ask-back' || rule === PASSAGE || keepsSubject(intent) ? open : undefined);
  return {
    ...conversation,
    language,
    lastReply: traceOf(answer, before.lastReply),
    slots,
    slotsAt: now,
    stillNot: stillNot ? before.stillNot + 1 : goesOn ? before.stillNot : 0,
    ...(!keepsSubject(intent) && !guessed && !aside && { lastIntent: intent }),
    ...(asked !== undefined && { asked }),
    ...(answer.yesNo !== undefined && { yesNo: answer.yesNo }),
    ...(answer.expectsSecret && { secretExpectedUntil: now + SECRET_EXPECTED }),
  };
}

/** The talk goes on afterwards with what it was about. */
function isAside({ lastIntent }: ConversationState, intent: IntentName, rule: string | undefined): boolean {
  if (lastIntent === undefined || keepsSubject(lastIntent)) return false;
  return rule === 'ask-back' || rule === PASSAGE || (EXPLANATIONS.has(intent) && !EXPLANATIONS.has(lastIntent));
}

/** What a human who takes over need not do again: answers given, and errors that were quoted. */
function withAttempt(
  conversation: ConversationState,
  { intent, now, slots, fresh }: Question,
  answer: Answer,
  { confidence }: Understanding,
): ConversationState {
  if (answer.handover || answer.zone !== 'answer' || keepsSubject(intent)) return conversation;
  const answered = withTried(conversation, { kind: 'answer', at: now, intent, confidence });
  const quoted = fresh.error ?? (fresh.errorId === undefined ? undefined : (slots.error ?? slots.errorId));
  return quoted === undefined ? answered : withTried(answered, { kind: 'error', at: now, text: quoted });
}
