import { fill } from '../locales/index.ts';
import { type Answer, actions, type IntentHandler, type Question, text } from './answer.ts';
import { topicAnswer, topicBlocks } from './topics.ts';

const WARNING = /certificate|cert\b|证书|凭证|憑證|zertifikat|certificat|証明書|인증서|сертификат|identity|身份/;

export const checkTls: IntentHandler = { name: 'check-tls', answer };

/** With a server named we look at it; a warning gets its explanation too. */
function answer(question: Question): Answer {
  const { slots, topic } = question;
  const host = slots.hosts?.[0];
  if (host !== undefined && topic === undefined) return checkHost(host, slots.ports?.[0], question);
  const general = topicAnswer(question, [['certificate-warning', WARNING]], 'is-server-safe');
  if (topic !== undefined) return general;
  return { ...general, blocks: [...general.blocks, ...checkProvider(question)], asked: 'hosts' };
}

export function checkHost(host: string, port: number | undefined, question: Question): Answer {
  const warned = WARNING.test(question.text);
  const warning = warned ? question.knowledge.topic('certificate-warning', question.language) : undefined;
  return {
    zone: 'answer',
    task: { kind: 'check-server', host, ...(port !== undefined && { port }) },
    blocks: [
      text(fill(question.texts.answers.checking.server, { host })),
      ...(warning ? topicBlocks(warning, question) : []),
    ],
  };
}

/** A button for the named provider's own servers; without one we ask for the server's name. */
function checkProvider({ slots, knowledge, texts }: Question) {
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const server = provider?.servers.find((candidate) => slots.protocols?.includes(candidate.protocol) ?? true);
  if (!server) return [text(texts.answers.ask.host)];
  return actions({
    label: `${texts.answers.buttons.check}: ${server.host}`,
    intent: { name: 'check-server', host: server.host, port: server.port },
  });
}
