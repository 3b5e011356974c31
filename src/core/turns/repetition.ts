import { type Answer, type Question, text } from '../intents/answer.ts';
import { detailsOffered, topicAnswer } from '../intents/topics.ts';
import { nameOf } from '../intents/provider-name.ts';
import { fill } from '../locales/index.ts';
import type { Block } from '../model.ts';
import { keepsSubject } from '../nlu/context.ts';
import { isStatement } from '../nlu/statement.ts';
import { humanButton, offerHuman } from './next-step.ts';
import { ANSWERS, passageAnswer, passagesFor } from './passage-answer.ts';
import { plainText } from './plain-text.ts';
import { withoutSaid, withoutShownTable } from './said-before.ts';

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
 * An answer that was just given is not given again word for word. What only goes on with the talk gets what is new in
 * it; then comes what stands behind "More about it", else its buttons and a word on how to go on, the same question
 * once more the whole with a remark; then a person is offered.
 */
export function notAgain(whole: Answer, question: Question, goesOn: boolean): Answer {
  const { lastReply, slotsAt } = question.conversation;
  if (question.now - slotsAt > IN_SIGHT || question.raw === '') return whole;
  const answer = withoutShownTable(whole, question);
  if (answer.zone !== 'answer' || answer.handover || answer.task || answer.status) return answer;
  if (keepsSubject(question.intent)) return answer;
  const again = lastReply?.startsWith(hashOf(plainText(whole.blocks))) ?? false;
  const rest = !goesOn || question.stillNot ? answer : withoutSaid(answer, question);
  if (!again && rest) return rest;
  const noted = goesOn ? notedNames(question) : undefined;
  const more = noted === undefined ? sayMore(answer, question) : undefined;
  if (more) return more;
  if (again && lastReply?.endsWith(TWICE) && noted === undefined) return offerHuman(question);
  const { texts } = question;
  if (question.remark === 'works')
    return withoutSaid(answer, question) ?? { ...answer, servers: [], blocks: [text(texts.nextSteps.sameThere)] };
  if (!goesOn) return { ...answer, blocks: [text(texts.nextSteps.again), ...answer.blocks] };
  const buttons = answer.blocks.filter(({ kind }) => kind === 'actions');
  const human = buttons.some((block) => offersHuman(block)) ? [] : humanButton(question);
  return { ...answer, servers: [], blocks: [text(noted ?? openQuestion(answer, question)), ...buttons, ...human] };
}

function offersHuman(block: Block): boolean {
  return block.kind === 'actions' && block.actions.some(({ intent }) => intent.name === 'talk-to-human');
}

/** A passage of our topics that fits, else what stands behind "More about it", else a passage that fits less. */
function sayMore(answer: Answer, question: Question): Answer | undefined {
  const { transcript } = question.conversation;
  const about = detailsOffered(answer)?.split('/', 1)[0];
  const same = transcript.findLast(({ from }) => from === 'asker')?.text === question.raw;
  const passages = same ? [] : passagesFor(question, about);
  const more =
    passageAnswer(passages, question, ANSWERS) ?? moreOf(answer, question) ?? passageAnswer(passages, question);
  return more && { ...more, ...(answer.asked !== undefined && { asked: answer.asked }) };
}

/** What stands behind the button "More about it", where that was not said yet. */
function moreOf(answer: Answer, question: Question): Answer | undefined {
  const topic = detailsOffered(answer);
  if (topic === undefined) return undefined;
  const details = withoutSaid(topicAnswer({ ...question, topic }, [], topic), question);
  if (!details) return undefined;
  const lead = text(question.texts.nextSteps.moreAbout);
  return { ...details, servers: [], blocks: [lead, ...details.blocks] };
}

/** The program or provider that this message names, and what is still to be known. */
function notedNames(question: Question): string | undefined {
  const { fresh, knowledge, language, texts } = question;
  const provider = fresh.provider === undefined ? undefined : knowledge.provider(fresh.provider);
  const guide = fresh.client === undefined ? undefined : knowledge.client(fresh.client, language);
  const names = [provider && nameOf(provider, language), guide?.name].filter((name) => name !== undefined);
  if (names.length === 0) return undefined;
  const asked = question.slots.provider === undefined ? texts.answers.ask.provider : texts.nextSteps.whatNow;
  return `${fill(texts.nextSteps.noted, { what: names.join(', ') })} ${asked}`;
}

/** What we asked for and did not hear yet; else who only tells how it goes is to go on, who asks is offered what there is. */
function openQuestion({ asked }: Answer, { texts, text: words }: Question): string {
  const { ask } = texts.answers;
  const { allRight, goOn, sameAgain } = texts.nextSteps;
  if (asked === 'provider') return `${allRight} ${ask.provider}`;
  if (asked === 'error') return `${allRight} ${ask.error}`;
  return isStatement(words) ? goOn : sameAgain;
}

/** FNV-1a, 32 bits, base 36. */
function hashOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
