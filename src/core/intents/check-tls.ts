import { fill } from '../locales/index.ts';
import { type Answer, actions, type IntentHandler, type Question, text } from './answer.ts';
import { isLookedAt, lookStatus } from './look-status.ts';
import { topicAnswer } from './topics.ts';

const WARNING = /certificate|cert\b|证书|凭证|憑證|zertifikat|certificat|証明書|인증서|сертификат|identity|身份|身分/;

export const checkTls: IntentHandler = { name: 'check-tls', answer };

/** Beyond these a list of servers is not one person's question. */
const MOST_HOSTS = 3;
/** A port that is asked for in so many words; others than those of mail are no slots. */
const NAMED_PORT = /(?<=[a-z\]]):(\d{1,5})\b|(?:\bports?|端口|连接埠|埠)\s*(?:号|number|no\.?|=|:|：)?\s*(\d{1,5})\b/;

/** With a server named we look at it; a warning gets its explanation too. */
function answer(question: Question): Answer {
  const { slots, topic } = question;
  const [host, ...others] = slots.hosts ?? [];
  if (others.length >= MOST_HOSTS) return refuse(question);
  const other = otherServer(question);
  if (other && topic === undefined) return checkHost(other.host, other.port, question);
  if (host !== undefined && topic === undefined && wantsCheck(host, question))
    return checkHost(host, portOf(question), question);
  if (topic === undefined && asksForVerdict(host, question)) return lookStatus(question);
  const general = topicAnswer(question, [['certificate-warning', WARNING]], 'is-server-safe');
  if (topic !== undefined) return general;
  if (host !== undefined) return general;
  return { ...general, blocks: [...general.blocks, ...checkProvider(question)], asked: 'hosts' };
}

/** "So is it safe or not?", of what we looked at last. */
function asksForVerdict(host: string | undefined, { conversation: { looking }, text: words }: Question): boolean {
  return looking?.found !== undefined && looking.name === host && VERDICT.test(words) && !WARNING.test(words);
}

const VERDICT =
  /\bis (?:it|that|this|the server)\b[^.]{0,20}\b(?:safe|secure|ok(?:ay)?|encrypted)\b|(?:安全|加密)(?:吗|么|嘛|不|没|还是)/;

const AGAIN = /again|once more|re-?check|再|重新|复查/;

/** A server that was looked at before is not looked at again by every remark on it. */
function wantsCheck(host: string, { fresh, conversation, text: words }: Question): boolean {
  const names = fresh.hosts ?? fresh.ports ?? fresh.protocols;
  const done = conversation.tried?.some((one) => one.kind === 'check' && one.host === host);
  return names !== undefined || words === '' || !done || AGAIN.test(words);
}

/** "And SMTP?", after a look at the provider's IMAP server. */
function otherServer({ fresh, slots, conversation, intent, knowledge }: Question) {
  const [protocol] = fresh.protocols ?? [];
  if (fresh.hosts !== undefined || protocol === undefined || conversation.lastIntent !== intent) return undefined;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  return provider?.servers.find((server) => server.protocol === protocol && server.security !== 'none');
}

function portOf({ slots, text: words }: Question): number | undefined {
  const [, behindHost, named] = NAMED_PORT.exec(words) ?? [];
  const port = behindHost ?? named;
  return slots.ports?.[0] ?? (port === undefined ? undefined : Number(port));
}

export function checkHost(host: string, port: number | undefined, question: Question): Answer {
  if (isLookedAt(host, port, question)) return lookStatus(question);
  const warned = WARNING.test(question.text);
  const domain = ownDomain(host, question);
  return {
    zone: 'answer',
    task: { kind: 'check-server', host, ...(port !== undefined && { port }), ...(domain !== undefined && { domain }) },
    blocks: [
      text(fill(question.texts.check.steps.connecting, { host })),
      ...(warned ? [text(question.texts.check.meanwhile)] : []),
    ],
  };
}

/** Where it may tell whose the server is: the domain of the asker's address, or one that is named beside the server. */
function ownDomain(host: string, { slots, fresh, knowledge }: Question): string | undefined {
  const match = knowledge.providerByHost(host);
  if (match?.via === 'host' || match?.via === 'retired-host') return undefined;
  return slots.email?.slice(slots.email.lastIndexOf('@') + 1) ?? fresh.domain;
}

/** A list of servers or ports goes the way of everything that we don't look at, and gets the same answer after the same time. */
export function refuse(question: Question): Answer {
  const host = question.slots.hosts?.[0] ?? '';
  return {
    zone: 'answer',
    task: { kind: 'check-server', host, port: 0 },
    blocks: [text(question.texts.check.oneMoment)],
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
