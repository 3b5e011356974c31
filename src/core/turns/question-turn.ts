import { diagnosisAnswer } from '../diagnosis/answer.ts';
import { withVerdict } from '../desk/tried.ts';
import { openTicket } from '../desk/open-ticket.ts';
import type { Answer, Question } from '../intents/answer.ts';
import { actions, text } from '../intents/answer.ts';
import { errorMeaning, quotedError } from '../intents/error-blocks.ts';
import { INTENTS } from '../intents/index.ts';
import { lookStatus } from '../intents/look-status.ts';
import { ELSE } from '../intents/out-of-scope.ts';
import { fill } from '../locales/index.ts';
import { UNSPOKEN } from '../locales/unspoken.ts';
import type {
  Action,
  Block,
  Event,
  IntentName,
  QuestionIntent,
  Situation,
  Turn,
  TurnExplanation,
  Understanding,
} from '../model.ts';
import { keepsSubject } from '../nlu/context.ts';
import { subjectOf } from '../nlu/follow-up.ts';
import { MAIL } from '../nlu/lexicon.ts';
import { isBareQuestion } from '../nlu/nudge.ts';
import { namesPerson } from '../nlu/person-words.ts';
import { contentWords } from '../nlu/words.ts';
import { MAX_LENGTH } from '../nlu/normalise.ts';
import { type Reading, understand } from '../nlu/understand.ts';
import type { OwnMatch } from '../own-topics/model.ts';
import type { Knowledge } from '../ports.ts';
import { asksWhetherItWorks, yesNoOf } from './works-now.ts';
import { afterAnswer } from './after-answer.ts';
import { answerAskBack } from './asked-back.ts';
import { buttonQuestion } from './button-question.ts';
import { inLanguage } from './in-language.ts';
import { pointMeant } from './chosen-offer.ts';
import { answerLanguage } from './language.ts';
import { answerMatter } from './matter-answer.ts';
import { humanButton, nextStep, offerHuman } from './next-step.ts';
import { notAgain } from './repetition.ts';
import { withoutSaid } from './said-before.ts';
import { secretWarning } from './secret-warning.ts';
import { asTopic, ownTopicAnswer, ownTopicOf, withOffer } from './own-topic.ts';
import { FITS, PASSAGE, passageAnswer, SAYS_MORE, withPassage } from './passage-answer.ts';
import { answerReply } from './reply-answer.ts';
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

/** So much of a text is shown to the person who wrote it. */
const SHOWN = 120;

/** Garbled, turned or empty text first, then pasted settings, then "still not", then the intent itself. */
function answerFor(question: Question, reading: Reading): Answer {
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
  const passage = reading.rule === PASSAGE ? passageAnswer(question) : undefined;
  if (passage) return passage;
  const subject = subjectOf(question.conversation);
  if (reading.askBack && subject !== undefined) return answerAskBack(reading.askBack, subject, question);
  if (reading.zone !== 'answer' && asksForHelp(reading)) return whatIsIt(question);
  if (reading.zone === 'ask' && isLost(reading, question)) return whatIsIt(question);
  if (reading.zone === 'ask') return offerChoices(question, reading);
  return INTENTS[reading.intent].answer(question);
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

/** "I need help with my e-mail", "my email": nothing is said yet of what it is about. */
function asksForHelp({ intent, text: words }: Reading): boolean {
  if (ONLY_MAIL.test(words)) return true;
  return intent === 'smalltalk' && MAIL.test(words) && contentWords(words) <= BARE_REQUEST;
}

const ONLY_MAIL =
  /^(?:yes,? ?|yeah,? ?)?(?:it['’]?s |it is )?(?:about |with )?(?:my |the |our )?(?:e-?mails?|mail ?box|inbox)(?: account)?[.!]*$|^(?:是的?|对)?[，, ]?(?:我的?)?(?:邮箱|邮件|信箱|电邮)(?:的?事|问题)?[。!！]*$/;

/** Half a word about a mailbox, while nothing is known of the trouble: guesses would only go on from guesses. */
function isLost({ text: words }: Reading, { conversation }: Question): boolean {
  const { provider, client } = conversation.slots;
  return (
    (provider ?? client) !== undefined && conversation.lastIntent === undefined && contentWords(words) <= HALF_A_WORD
  );
}

const HALF_A_WORD = 4;
const BARE_REQUEST = 10;

function whatIsIt(question: Question): Answer {
  return { ...INTENTS['send-receive-problem'].answer({ ...question, intent: 'send-receive-problem' }), zone: 'ask' };
}

/** What is less likely than this only makes the choice longer. */
const WORTH_OFFERING = 0.02;

/** The two or three likeliest as buttons. */
function offerChoices(question: Question, reading: Reading): Answer {
  const { texts: all, slots } = question;
  const others = reading.alternatives.filter(({ confidence }) => confidence >= WORTH_OFFERING);
  const names = [reading.intent, ...others.map((other) => other.intent)]
    .filter((name) => !keepsSubject(name))
    .slice(0, 3);
  const buttons: Action[] = names.map((name) => ({ label: all.answers.intents[name], intent: { name, slots } }));
  const other: Action = { label: all.answers.ask.other, intent: { name: 'out-of-scope', slots: {}, topic: ELSE } };
  const { isItMail, whichOne, perhaps, ifNot } = all.answers.ask;
  const talking = subjectOf(question.conversation) !== undefined;
  const named = Object.keys(slots).length > 0 || talking;
  const error = question.fresh.errorId === undefined ? undefined : quotedError(question);
  const guess = named && !error ? passageAnswer(question, talking ? SAYS_MORE : FITS) : undefined;
  return {
    zone: 'ask',
    blocks: [
      ...(error ? [errorMeaning(error, question)] : []),
      ...(guess ? [text(perhaps), ...guess.blocks.filter(({ kind }) => kind !== 'actions')] : []),
      text(guess ? ifNot : named || MAIL.test(reading.text) ? whichOne : isItMail),
      ...actions(...buttons, other),
    ],
  };
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
