import { diagnosisAnswer } from '../diagnosis/answer.ts';
import { type Answer, type Question, text } from '../intents/answer.ts';
import { INTENTS } from '../intents/index.ts';
import { lookStatus } from '../intents/look-status.ts';
import { fill } from '../locales/index.ts';
import { keepsSubject } from '../nlu/context.ts';
import { subjectOf } from '../nlu/follow-up.ts';
import { isBareQuestion } from '../nlu/nudge.ts';
import { namesPerson } from '../nlu/person-words.ts';
import type { Reading } from '../nlu/understand.ts';
import { answerAskBack } from './asked-back.ts';
import { pointMeant } from './chosen-offer.ts';
import { inLanguage } from './in-language.ts';
import { answerMatter } from './matter-answer.ts';
import { humanButton, nextStep, offerHuman } from './next-step.ts';
import { ownTopicAnswer } from './own-topic.ts';
import { passageAnswer, type PassageReading } from './passage-answer.ts';
import { answerReply } from './reply-answer.ts';
import { askWhatIsMeant } from './unclear.ts';

/** So much of a text is shown to the person who wrote it. */
const SHOWN = 120;

/** Garbled, turned or empty text first, then pasted settings, then "still not", then the intent itself. */
export function answerFor(question: Question, reading: PassageReading): Answer {
  const words = question.texts.answers;
  if (reading.damaged && reading.zone !== 'answer') return { zone: 'ask', blocks: [text(words.notMine.damaged)] };
  if (reading.rule === 'look') return lookStatus(question);
  if (isBareQuestion(reading.text) && subjectOf(question.conversation) !== undefined) return whatIsUnclear(question);
  if (!/[\p{L}\p{N}]/u.test(reading.text)) return { zone: 'not-mine', blocks: [text(words.notMine.empty)] };
  const point = pointMeant(reading.text, question.conversation);
  if (point !== undefined) return askAbout(point, question);
  const own = reading.ownTopic === undefined ? undefined : ownTopicAnswer(reading.ownTopic, question);
  if (own) return own;
  if (reading.turned)
    return { zone: 'ask', blocks: [text(fill(words.notMine.turned, { text: reading.text.slice(0, SHOWN) }))] };
  if (reading.wish !== undefined) return inLanguage(question);
  if (reading.reply && !reading.stillNot) return answerReply(reading.reply, question);
  const diagnosed = diagnosisAnswer(question);
  if (diagnosed) return diagnosed;
  if (reading.matter !== undefined) return answerMatter(reading.matter, question);
  if (
    reading.stillNot &&
    !keepsSubject(reading.intent) &&
    question.conversation.lastIntent === reading.intent &&
    !bringsNewError(reading, question)
  )
    return nextStep(question);
  if (reading.intent === 'talk-to-human' && !isSurelyWished(reading)) return offerHuman(question);
  const passage = reading.passages && passageAnswer(reading.passages, question);
  if (passage) return passage;
  const subject = subjectOf(question.conversation);
  if (reading.askBack && subject !== undefined) return answerAskBack(reading.askBack, subject, question);
  return askWhatIsMeant(question, reading) ?? INTENTS[reading.intent].answer(question);
}

/** "?": something there is not clear, and nothing tells what. */
function whatIsUnclear(question: Question): Answer {
  const { unclear } = question.texts.nextSteps;
  if (justSaid(unclear, question)) return offerHuman(question);
  return { zone: 'ask', blocks: [text(unclear), ...humanButton(question)] };
}

function justSaid(words: string, { conversation }: Question): boolean {
  return conversation.transcript.findLast(({ from }) => from === 'assistant')?.text === words;
}

/** "The second": of what we listed, and no button stood for. */
function askAbout(point: string, question: Question): Answer {
  const { thatOne } = question.texts.nextSteps;
  const what = point.replaceAll('**', '').slice(0, SHOWN);
  return { zone: 'ask', asked: 'error', blocks: [text(fill(thatOne, { what })), ...humanButton(question)] };
}

/** Said in so many words, or all but; whoever may only complain is asked first. */
function isSurelyWished({ rule, confidence, text: words }: Reading): boolean {
  return (rule !== undefined && rule !== 'follow-up') || (confidence >= SURELY_WISHED && namesPerson(words));
}

const SURELY_WISHED = 0.85;

/** Another message of the program than before, which says more than "wrong password". */
function bringsNewError({ slots: { errorId } }: Reading, { conversation, knowledge, language }: Question): boolean {
  return (
    errorId !== undefined &&
    errorId !== conversation.slots.errorId &&
    knowledge.error(errorId, language)?.guided !== true
  );
}
