import type { IntentHandler } from './answer.ts';
import { topicAnswer, type TopicChoice } from './topics.ts';

/** An intent that a topic answers. */
export function explaining(name: IntentHandler['name'], topics: TopicChoice, otherwise: string): IntentHandler {
  return { name, answer: (question) => topicAnswer(question, topics, otherwise) };
}
