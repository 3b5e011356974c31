import { countFeatures, weigh } from '../nlu/features.ts';
import { normalise } from '../nlu/normalise.ts';
import { understand } from '../nlu/understand.ts';
import type { ConversationState } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { type LearntTopic, scoreOf, withFeatures } from './learn.ts';
import { LEAST_FOR_ANSWER, type OwnMatch, type OwnTopics, type TopicCollision } from './model.ts';

/** The topics that were learnt, ready to be asked. */
export function ownTopics(learnt: readonly LearntTopic[], classifier: Knowledge['classifier']): OwnTopics {
  const byId = new Map(learnt.map((one) => [one.topic.id, one.topic]));
  const idf = withFeatures(
    classifier.idf,
    learnt.flatMap((one) => one.features),
  );
  return {
    topic: (id) => byId.get(id),
    match: (text) => {
      if (learnt.length === 0) return undefined;
      const vector = weigh(countFeatures(text, classifier.buckets), idf);
      const matches = learnt.flatMap((one) => matchOf(one, scoreOf(vector, one)) ?? []);
      return matches.sort((a, b) => b.confidence - a.confidence)[0];
    },
  };
}

function matchOf({ topic, answerFrom, offerFrom }: LearntTopic, score: number): OwnMatch | undefined {
  if (score < offerFrom) return undefined;
  const sure = score >= answerFrom && topic.questions.length >= LEAST_FOR_ANSWER;
  return { topic, level: sure ? 'answer' : 'offer', confidence: confidenceOf(score - answerFrom) };
}

/** Half at the line from which a topic is answered; our own classifier's shares rise about as fast. */
function confidenceOf(above: number): number {
  return Math.round((1000 * 1) / (1 + Math.exp(-4 * above))) / 1000;
}

/** From here on our own understanding is too sure of a question for a topic to take it over unnoticed. */
const SURE = 0.8;

/** Questions of topics that we answer ourselves already, or that another topic answers. */
export function collisionsOf(
  learnt: readonly LearntTopic[],
  topics: OwnTopics,
  knowledge: Knowledge,
): TopicCollision[] {
  return learnt.flatMap(({ topic }) =>
    topic.questions.flatMap((question) => {
      const other = otherMeaning(topic.id, question, topics, knowledge);
      return other === undefined ? [] : [{ topic: topic.id, question, with: other }];
    }),
  );
}

function otherMeaning(id: string, question: string, topics: OwnTopics, knowledge: Knowledge): string | undefined {
  const match = topics.match(normalise(question, knowledge).text);
  if (match && match.topic.id !== id) return match.topic.id;
  const reading = understand(question, BLANK, knowledge, 0);
  const ours = reading.zone === 'answer' && reading.confidence >= SURE && reading.intent !== 'out-of-scope';
  return ours ? reading.intent : undefined;
}

const BLANK: ConversationState = {
  id: 'topics:check',
  version: 0,
  place: 'topics:check',
  private: true,
  slots: {},
  slotsAt: 0,
  stillNot: 0,
  transcript: [],
};
