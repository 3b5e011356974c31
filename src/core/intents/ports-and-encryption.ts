import type { Protocol } from '../model.ts';
import type { Answer, IntentHandler, Question } from './answer.ts';
import { providerAnswer } from './provider-answer.ts';
import { topicAnswer, topicBlocks, type TopicChoice } from './topics.ts';

const TOPICS: TopicChoice = [
  ['wrong-version-number', /wrong version number/],
  [
    'ssl-tls-starttls',
    /(?:difference|区别|差别|不同|vs).*(?:ssl|tls)|(?:ssl|tls).*(?:difference|区别|差别|不同|vs|or|还是)|unterschied/,
  ],
];

const PROTOCOL_OF: Record<number, Protocol> = {
  25: 'smtp',
  465: 'smtp',
  587: 'smtp',
  2525: 'smtp',
  143: 'imap',
  993: 'imap',
  110: 'pop3',
  995: 'pop3',
};

export const portsAndEncryption: IntentHandler = { name: 'ports-and-encryption', answer };

/** The rule in short, then, with a provider, its own ports, which are what the person will type. */
function answer(question: Question): Answer {
  const { slots, knowledge, topic } = question;
  const general = topicAnswer(question, TOPICS, 'which-port');
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (!provider || topic !== undefined) return general;
  const known = providerAnswer(provider, { ...question, slots: aboutThesePorts(question) });
  const rule = knowledge.topic('which-port', question.language);
  return { ...known, blocks: [...(rule ? topicBlocks(rule, question).slice(0, 1) : []), ...known.blocks] };
}

/** "465 or 587?" asks about sending, whatever was asked before. */
function aboutThesePorts({ slots, fresh }: Question): Question['slots'] {
  const implied = [...new Set((fresh.ports ?? []).flatMap((port) => PROTOCOL_OF[port] ?? []))];
  const { protocols: before, ...others } = slots;
  const protocols = fresh.protocols ?? (implied.length > 0 ? implied : before);
  return protocols === undefined ? others : { ...others, protocols };
}
