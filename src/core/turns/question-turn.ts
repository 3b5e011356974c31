import { withVerdict } from '../desk/tried.ts';
import { openTicket } from '../desk/open-ticket.ts';
import type { Answer, Question } from '../intents/answer.ts';
import { text } from '../intents/answer.ts';
import { INTENTS } from '../intents/index.ts';
import { UNSPOKEN } from '../locales/unspoken.ts';
import type {
  Block,
  Event,
  IntentName,
  QuestionIntent,
  Situation,
  Turn,
  TurnExplanation,
  Understanding,
} from '../model.ts';
import { contentWords } from '../nlu/words.ts';
import { MAX_LENGTH } from '../nlu/normalise.ts';
import { type Reading, understand } from '../nlu/understand.ts';
import type { OwnMatch } from '../own-topics/model.ts';
import type { Knowledge } from '../ports.ts';
import { asksWhetherItWorks, yesNoOf } from './works-now.ts';
import { answerFor } from './answer-for.ts';
import { afterAnswer } from './after-answer.ts';
import { buttonQuestion } from './button-question.ts';
import { answerLanguage } from './language.ts';
import { notAgain } from './repetition.ts';
import { withoutSaid } from './said-before.ts';
import { secretWarning } from './secret-warning.ts';
import { asTopic, ownTopicOf, withOffer } from './own-topic.ts';
import { withPassage } from './passage-answer.ts';
import { TurnBuilder } from './turn-builder.ts';

/** Answers a question in words; `meant` is the intent where a command names it. */
export function answerWords(
  raw: string,
  event: Event,
  situation: Situation,
  knowledge: Knowledge,
  now: number,
  meant?: IntentName,
): Turn {
  const understood = understand(raw, situation.conversation, knowledge, now);
  const own = meant === undefined ? ownTopicOf(understood, knowledge) : undefined;
  const language = understood.wish ?? answerLanguage(event, situation, understood.language);
  const reading =
    meant === undefined
      ? withPassage(withTopic(understood, own), situation.conversation, language, knowledge)
      : asCommanded(understood, meant);
  const question: Question = {
    ...buttonQuestion({ name: reading.intent, slots: reading.slots }, situation, language, knowledge, now),
    slots: reading.slotsNow,
    text: reading.text,
    addresses: reading.addresses,
    raw,
    stillNot: reading.stillNot,
    ...(reading.remark && { remark: reading.remark }),
    ...(reading.providerTypo !== undefined && { providerTypo: reading.providerTypo }),
  };
  const turn = new TurnBuilder(event, situation, language, now);
  turn.heard(raw);
  if (reading.wish !== undefined) turn.person({ ...situation.person, language: reading.wish });
  const answer = withOffer(answerFor(question, reading), own?.level === 'offer' ? own : undefined, question);
  return finish(turn, question, answer, event, situation, reading);
}

function withTopic(reading: Reading, own: OwnMatch | undefined): Reading {
  return own?.level === 'answer' ? asTopic(reading, own) : reading;
}

function asCommanded(reading: Reading, intent: IntentName): Reading {
  return { ...reading, intent, confidence: 1, zone: 'answer', rule: 'command' };
}

/** Answers a pressed button or a command, which carries its whole intent; `said`: where it was written instead. */
export function answerIntent(
  intent: QuestionIntent,
  event: Event,
  situation: Situation,
  knowledge: Knowledge,
  now: number,
  said?: string,
): Turn {
  const language = answerLanguage(event, situation, '');
  const question = buttonQuestion(intent, situation, language, knowledge, now);
  const turn = new TurnBuilder(event, situation, language, now);
  turn.heard(said ?? `[${question.texts.answers.intents[intent.name]}]`);
  const answer = INTENTS[intent.name].answer(question);
  const shown = said === undefined || answer.zone !== 'answer' ? answer : (withoutSaid(answer, question) ?? answer);
  return finish(turn, question, shown, event, situation, certain(intent, language));
}

function certain({ name, slots }: QuestionIntent, language: string): Understanding {
  return { intent: name, confidence: 1, zone: 'answer', alternatives: [], slots, spans: [], carried: [], language };
}

/** Everything around an answer: secrets first, language, the job, the hand-over, what to remember. */
function finish(
  turn: TurnBuilder,
  question: Question,
  answer: Answer,
  event: Event,
  situation: Situation,
  understanding: Understanding,
): Turn {
  const warning = secretWarning(event, question.texts, turn);
  keepVerdict(turn, question, understanding);
  const shown = asksWhetherItWorks(notAgain(answer, question, goesOn(understanding, question)), question);
  if (answer.handover) openTicket(turn, event, situation, question, warning);
  else {
    const key = turn.say([
      ...warning,
      ...acknowledged(question),
      ...(understanding.rule === 'language' ? [] : preface(understanding.language, question)),
      ...tooLong(question),
      ...shown.blocks,
    ]);
    if (answer.task) turn.job(answer.task, key);
  }
  if (answer.zone === 'not-mine' && question.raw !== '') {
    turn.gap({ kind: 'not-mine', text: question.raw, intent: understanding.alternatives[0]?.intent ?? 'out-of-scope' });
  }
  turn.remember((conversation) => afterAnswer(conversation, question, { ...answer, ...yesNoOf(shown) }, understanding));
  return turn.build({ kind: 'answered', zone: answer.zone }, explain(question, answer, understanding));
}

/** A few words on the subject, which ask nothing, add to it, whoever decided what they mean. */
function goesOn({ rule, slots }: Understanding, { intent, conversation, text: words }: Question): boolean {
  if (rule === 'follow-up') return true;
  if (rule !== undefined || intent !== conversation.lastIntent || /[?？吗呢]/.test(words)) return false;
  return contentWords(words) <= FEW && Object.keys(slots).length === 0;
}

const FEW = 8;

/** "Works now. And on the phone?": half a line for the first, then the answer. */
function acknowledged({ remark, intent, texts }: Question): Block[] {
  if (remark === undefined || intent === 'smalltalk') return [];
  return [text(remark === 'works' ? texts.nextSteps.good : texts.nextSteps.allRight)];
}

/** Whether it works now, where that was asked, counts as if the button had been pressed. */
function keepVerdict(turn: TurnBuilder, { conversation, remark }: Question, { rule, intent }: Understanding): void {
  const { yesNo, lastIntent } = conversation;
  if (yesNo !== 'works' || lastIntent === undefined || (rule !== 'reply' && remark !== 'works')) return;
  const helped = remark === 'works' || intent === 'smalltalk';
  turn.feedback({ helped, intent: lastIntent });
  turn.remember((before) => withVerdict(before, lastIntent, helped));
}

/** A language that we understand but do not speak: one sentence in it, said once, then English. */
function preface(detected: string, { language, conversation }: Question): Block[] {
  const sentence = UNSPOKEN[detected];
  if (sentence === undefined || language !== 'en') return [];
  const said = conversation.transcript.some(({ from, text: line }) => from === 'assistant' && line.includes(sentence));
  return said ? [] : [text(sentence)];
}

/** Says that only part of a very long text was read. */
function tooLong({ raw, texts: all }: Question): Block[] {
  return raw.length > MAX_LENGTH ? [text(all.answers.notMine.tooLong)] : [];
}

function explain(question: Question, answer: Answer, understanding: Understanding): TurnExplanation {
  return {
    understanding: {
      ...understanding,
      zone: answer.zone,
      ...(answer.findings && { diagnosis: { pasted: [], findings: answer.findings, corrected: [] } }),
    },
    slots: question.slots,
    settings: (answer.servers ?? []).map(({ protocol, host, port, security }) => ({ protocol, host, port, security })),
    handover: answer.handover ?? false,
  };
}
