import { type Answer, type IntentHandler, type Question } from './answer.ts';
import { providerAnswer } from './provider-blocks.ts';
import { topicAnswer, topicBlocks, type TopicChoice } from './topics.ts';

const TOPICS: TopicChoice = [
  ['wrong-version-number', /wrong version number/],
  [
    'ssl-tls-starttls',
    /(?:difference|区别|差别|不同|vs).*(?:ssl|tls)|(?:ssl|tls).*(?:difference|区别|差别|不同|vs|or|还是)|unterschied/,
  ],
];

export const portsAndEncryption: IntentHandler = { name: 'ports-and-encryption', answer };

/** The rule in short; with a provider its own ports, which are what the person will type. */
function answer(question: Question): Answer {
  const { slots, knowledge, topic } = question;
  const general = topicAnswer(question, TOPICS, 'which-port');
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (!provider || topic !== undefined) return general;
  const known = providerAnswer(provider, question);
  const rule = knowledge.topic('which-port', question.language);
  return {
    ...known,
    blocks: [
      ...known.blocks.slice(0, 1),
      ...known.blocks.slice(1, -1),
      ...(rule ? topicBlocks(rule, question).slice(0, 1) : []),
      ...known.blocks.slice(-1),
    ],
  };
}
