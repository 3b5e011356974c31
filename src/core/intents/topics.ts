import type { Knowledge, Topic } from '../ports.ts';
import { type Answer, actions, ask, type Question, text } from './answer.ts';
import { matterBefore } from './matter-before.ts';
import { sourcesBlock } from './sources-block.ts';
import { lineWith } from './told.ts';
import type { Block, QuestionIntent, SlotName } from '../model.ts';

/** Words that point to one of an intent's topics, in order; the last entry stands for all the rest. */
export type TopicChoice = readonly (readonly [id: string, words: RegExp])[];

/** The topic that a button named, or that the words of the message point to. */
export function chooseTopic(question: Question, choice: TopicChoice, otherwise: string): Topic | undefined {
  const id = question.topic ?? pointedTo(question, choice) ?? otherwise;
  return question.knowledge.topic(baseOf(id), question.language);
}

/**
 * The topic that the words of the trouble so far point to. "Alibaba's" after "nothing arrives": what was said before
 * still stands, and a matter that came up after it stands before that.
 */
export function pointedTo(question: Question, choice: TopicChoice): string | undefined {
  const topicIn = (line: string) => choice.find(([, words]) => words.test(line))?.[0];
  const matter = topicIn(question.text) === undefined && choice.length > 0 ? matterBefore(question) : undefined;
  if (matter !== undefined) return matter;
  const line = lineWith(question, (candidate) => topicIn(candidate) !== undefined);
  return line === undefined ? undefined : topicIn(line);
}

/** `id/details` is the button behind "More about it", `id/details#2` the second part of what it shows. */
export const DETAILS = '/details';
const MARK = /\/details(?:#(\d))?$/;

/** Whether the button for more was pressed. */
export function wantsDetails({ topic }: Question): boolean {
  return topic !== undefined && MARK.test(topic);
}

function baseOf(id: string): string {
  return id.replace(MARK, '');
}

/** The details of an answer that names several cases, where they have a part of their own for each: that of one case. */
export function detailsOfCase(
  { name, slots, topic = '' }: QuestionIntent,
  { number, of }: { number: number; of: number },
  knowledge: Pick<Knowledge, 'topic'>,
  language: string,
): QuestionIntent | undefined {
  const parts = partsOf(knowledge.topic(baseOf(topic), language)?.details ?? '');
  return parts.length === of && number <= of ? { name, slots, topic: `${topic}#${number}` } : undefined;
}

/** Those with a heading. */
function partsOf(details: string): string[] {
  return details.split(/\n{2,}/).filter((part) => /^\*\*[^*]+\*\*\n/.test(part));
}

function detailsWanted({ details, answer }: Topic, { topic = '' }: Question): string {
  const number = MARK.exec(topic)?.[1];
  const part = number === undefined ? undefined : partsOf(details ?? '')[Number(number) - 1];
  return part ?? details ?? answer;
}

/** The topic that stands behind an answer's button "More about it". */
export function detailsOffered({ blocks }: Answer): string | undefined {
  return blocks
    .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
    .flatMap(({ intent }) => ('topic' in intent ? (intent.topic ?? []) : []))
    .find((topic) => topic.endsWith(DETAILS));
}

/** A topic as blocks: the short answer first, the rest behind a button. */
export function topicBlocks(topic: Topic, question: Question): Block[] {
  const steps: Block[] = topic.steps && topic.steps.length > 0 ? [{ kind: 'steps', items: topic.steps }] : [];
  if (wantsDetails(question))
    return [text(detailsWanted(topic, question)), ...steps, ...sourcesBlock(topic.sources, question)];
  return [text(topic.answer), ...(topic.details === undefined ? steps : []), ...sourcesBlock(topic.sources, question)];
}

/** The slot that a topic asks for, unless that is known. */
function askedBack({ asks }: Topic, question: Question): SlotName | undefined {
  const { slots } = question;
  if (asks === undefined || wantsDetails(question)) return undefined;
  return (slots[asks] ?? (asks === 'provider' ? slots.domain : undefined)) === undefined ? asks : undefined;
}

/**
 * The buttons under a topic; the details follow the intent, whose name the question bears. It asks nothing back where
 * the answer around it does.
 */
export function topicAnswer(
  question: Question,
  choice: TopicChoice,
  otherwise: string,
  { asksAlready = false } = {},
): Answer {
  const topic = chooseTopic(question, choice, otherwise);
  if (!topic) return { zone: 'answer', blocks: [text(question.texts.answers.help.text)] };
  const { buttons } = question.texts.answers;
  const asked = asksAlready ? undefined : askedBack(topic, question);
  const more = topic.details !== undefined && !wantsDetails(question);
  return {
    zone: 'answer',
    ...(asked !== undefined && { asked }),
    blocks: [
      ...topicBlocks(topic, question),
      ...(asked !== undefined && topic.question !== undefined ? [text(topic.question)] : []),
      ...actions(more ? ask(buttons.details, question.intent, question.slots, topic.id + DETAILS) : undefined, {
        label: buttons.human,
        intent: { name: 'talk-to-human', slots: {} },
      }),
    ],
  };
}
