import type { IntentName } from '../model.ts';
import { ALL, type Answer, actions, ask, type IntentHandler, type Question } from './answer.ts';
import { errorBlocks } from './error-blocks.ts';
import { askForProvider } from './ask-provider.ts';
import { topicAnswer, type TopicChoice } from './topics.ts';

/** An intent of trouble: what the quoted error means, else the topic that the words point to, then the provider's settings or the question which one. */
export function troubleHandler(name: IntentName, topics: TopicChoice, otherwise: string): IntentHandler {
  return { name, answer: (question) => answerTrouble(question, topics, otherwise) };
}

function answerTrouble(question: Question, topics: TopicChoice, otherwise: string): Answer {
  const general = topicAnswer(question, topics, otherwise);
  if (question.topic !== undefined) return general;
  const error = errorBlocks(question);
  const blocks = error.length > 0 ? error : general.blocks.filter((block) => block.kind !== 'actions');
  const { slots, texts, knowledge } = question;
  if (slots.provider === undefined || !knowledge.provider(slots.provider)) {
    return { zone: 'answer', asked: 'provider', blocks: [...blocks, ...askForProvider(question).blocks] };
  }
  const { buttons } = texts.answers;
  const more = general.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  return {
    zone: 'answer',
    blocks: [
      ...blocks,
      ...actions(
        ask(buttons.allSettings, 'provider-settings', slots, ALL),
        ask(buttons.signIn, 'auth-failure', slots),
        ...more,
      ),
    ],
  };
}
