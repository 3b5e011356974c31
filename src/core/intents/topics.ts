import type { Topic } from '../ports.ts';
import { type Answer, actions, ask, type Question, text } from './answer.ts';
import { sourcesBlock } from './sources-block.ts';
import { lineWith } from './told.ts';
import type { Block, SlotName } from '../model.ts';

/** Words that point to one of an intent's topics, in order; the last entry stands for all the rest. */
export type TopicChoice = readonly (readonly [id: string, words: RegExp])[];

/** The topic that a button named, or that the words of the message point to. */
export function chooseTopic(question: Question, choice: TopicChoice, otherwise: string): Topic | undefined {
  const id = question.topic ?? pointedTo(question, choice) ?? otherwise;
  return question.knowledge.topic(baseOf(id), question.language);
}

/** The topic that the words of the trouble so far point to. "Alibaba's" after "nothing arrives": what was said before still stands. */
export function pointedTo(question: Question, choice: TopicChoice): string | undefined {
  const topicIn = (line: string) => choice.find(([, words]) => words.test(line))?.[0];
  const line = lineWith(question, (candidate) => topicIn(candidate) !== undefined);
  return line === undefined ? undefined : topicIn(line);
}

/** `id/details` is the button behind "More about it". */
const DETAILS = '/details';

/** Whether the button for more was pressed. */
export function wantsDetails({ topic }: Question): boolean {
  return topic?.endsWith(DETAILS) ?? false;
}

function baseOf(id: string): string {
  return id.endsWith(DETAILS) ? id.slice(0, -DETAILS.length) : id;
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
    return [text(topic.details ?? topic.answer), ...steps, ...sourcesBlock(topic.sources, question)];
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
