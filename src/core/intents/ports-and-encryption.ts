import type { Block, Protocol } from '../model.ts';
import { type Answer, type IntentHandler, type Question, text } from './answer.ts';
import { providerAnswer } from './provider-answer.ts';
import { chooseTopic, topicAnswer, topicBlocks, type TopicChoice } from './topics.ts';

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

/** What the ports that were named are for, then, with a provider, its own, which are what the person will type; without one the rule in short. */
function answer(question: Question): Answer {
  const { slots, knowledge, topic } = question;
  const general = topicAnswer(question, TOPICS, RULE);
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (topic !== undefined) return general;
  if (provider) {
    const known = providerAnswer(provider, { ...question, slots: aboutThesePorts(question) });
    const own = known.servers?.length ? namedPorts(question) : inShort(question);
    return { ...known, blocks: [...own, ...known.blocks] };
  }
  if (chooseTopic(question, TOPICS, RULE)?.id !== RULE) return general;
  const blocks = [...inShort(question), text(question.texts.ports.tellProvider), ...general.blocks.slice(1)];
  return { ...general, asked: 'provider', blocks };
}

const RULE = 'which-port';

function inShort(question: Question): Block[] {
  const { knowledge, language } = question;
  const named = namedPorts(question);
  if (named.length > 0) return named;
  const rule = knowledge.topic(RULE, language);
  return rule ? topicBlocks(rule, question).slice(0, 1) : [];
}

function namedPorts(question: Question): Block[] {
  const { texts } = question;
  const named = portsMeant(question).flatMap((port) => texts.ports.of[port as keyof typeof texts.ports.of] ?? []);
  return named.length > 0 ? [text(named.map((line) => `- ${line}`).join('\n'))] : [];
}

/** Those of this message; who then says which encryption was chosen means it for the port before. */
function portsMeant({ fresh, slots }: Question): readonly number[] {
  return fresh.ports ?? (fresh.security === undefined ? undefined : slots.ports) ?? [];
}

/** "465 or 587?" asks about sending, whatever was asked before. */
function aboutThesePorts(question: Question): Question['slots'] {
  const { slots, fresh } = question;
  const implied = [...new Set(portsMeant(question).flatMap((port) => PROTOCOL_OF[port] ?? []))];
  const { protocols: before, ...others } = slots;
  const protocols = fresh.protocols ?? (implied.length > 0 ? implied : before);
  return protocols === undefined ? others : { ...others, protocols };
}
