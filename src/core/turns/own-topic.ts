import { actions, type Answer, type Question, text } from '../intents/answer.ts';
import type { Action } from '../model.ts';
import type { Reading } from '../nlu/understand.ts';
import { inLanguage, type OwnMatch } from '../own-topics/model.ts';
import type { Knowledge } from '../ports.ts';

/** What the conversation itself decided stays: who asks for a human gets one, whatever the topics are. */
const OUR_RULES: ReadonlySet<string> = new Set(['known-error', 'follow-up']);

/** The operator's topic that a message asks for. */
export function ownTopicOf(reading: Reading, knowledge: Knowledge): OwnMatch | undefined {
  const decided = reading.rule !== undefined && !OUR_RULES.has(reading.rule);
  return decided || reading.text === '' ? undefined : knowledge.ownTopics?.match(reading.text);
}

/** What was understood, where it is a topic of the operator's. */
export function asTopic(reading: Reading, { topic, confidence }: OwnMatch): Reading {
  const { rule: _, ...others } = reading;
  return { ...others, intent: 'out-of-scope', zone: 'answer', confidence, ownTopic: topic.id };
}

/** The topic's own words; "not ours" when it has gone since its button was shown. */
export function ownTopicAnswer(id: string, question: Question): Answer | undefined {
  const topic = question.knowledge.ownTopics?.topic(id);
  if (!topic) return undefined;
  const { settings, buttons } = question.texts.answers;
  const helped = (yes: boolean) => ({ name: 'helped' as const, yes, intent: 'out-of-scope' as const });
  return {
    zone: 'answer',
    blocks: [
      text(inLanguage(topic.answer, question.language)),
      text(settings.works),
      ...actions({ label: buttons.yes, intent: helped(true) }, { label: buttons.no, intent: helped(false) }),
    ],
  };
}

/** Puts the topic's button first among the choices, or under the answer. */
export function withOffer(answer: Answer, match: OwnMatch | undefined, question: Question): Answer {
  if (!match || answer.task || answer.handover) return answer;
  const button: Action = {
    label: inLanguage(match.topic.title, question.language),
    intent: { name: 'own-topic', topic: match.topic.id },
  };
  const { ask } = question.texts.answers;
  if (answer.zone === 'answer') return { ...answer, blocks: [...answer.blocks, ...actions(button)] };
  const others = answer.zone === 'ask' ? buttonsOf(answer) : [];
  return {
    ...answer,
    zone: 'ask',
    blocks: [text(ask.whichOne), ...actions(button, ...others, ...otherwise(others, question))],
  };
}

function buttonsOf({ blocks }: Answer): Action[] {
  return blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
}

/** A way out, where none of the choices has one. */
function otherwise(others: readonly Action[], { texts }: Question): Action[] {
  if (others.some(({ intent }) => intent.name === 'out-of-scope' || intent.name === 'talk-to-human')) return [];
  return [{ label: texts.answers.buttons.human, intent: { name: 'talk-to-human', slots: {} } }];
}
