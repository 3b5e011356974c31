import type { Action, Block, IntentName, Protocol, Provider, Server } from '../model.ts';
import { settingsFor } from '../providers/index.ts';
import { ALL, type Answer, actions, ask, type IntentHandler, type Question, text } from './answer.ts';
import { checkButton } from './check-button.ts';
import { blockedInChina, errorBlocks, quotedError } from './error-blocks.ts';
import { ASKS_WHOSE, asksForValues, comparesServers, leavesSomethingToTry } from './compared.ts';
import { fitting, otherParts } from './fitting.ts';
import { askForProvider } from './ask-provider.ts';
import { troubleSteps } from './program-steps.ts';
import { nameFor } from './provider-name.ts';
import { tableWithCare } from './settings-table.ts';
import { heldBack } from './held-back.ts';
import { afterRetirement } from './retired-program.ts';
import { joinSources } from './sources-block.ts';
import { lineWith } from './told.ts';
import { evidenceIn, halfThatWorks, onlyHalfThatWorks, withoutWorkingHalf } from '../nlu/evidence.ts';
import { chooseTopic, topicAnswer, type TopicChoice, wantsDetails } from './topics.ts';

/** An intent of trouble: what the quoted error means, else the topic that the words point to, then the provider's settings or the question which one. */
export function troubleHandler(name: IntentName, topics: TopicChoice, otherwise: string): IntentHandler {
  return {
    name,
    answer: (question) => afterRetirement(answerTrouble(name, question, topics, otherwise), question),
  };
}

function answerTrouble(name: IntentName, asked: Question, topics: TopicChoice, otherwise: string): Answer {
  if (wantsDetails(asked)) return topicAnswer(asked, topics, otherwise);
  const network = isTheNetwork(name, asked);
  const question = network ? { ...asked, topic: 'wifi-or-firewall' } : asked;
  const provider = providerOf(question);
  const topic = chooseTopic(question, topics, otherwise)?.id ?? '';
  const general = topicAnswer(question, topics, otherwise, { asksAlready: provider === undefined });
  const found = network ? [] : foundOut(question);
  const told = question.fresh.errorId === undefined && found.length > 0;
  const quoted = told || network ? undefined : quotedError(question);
  const error = quoted ? errorBlocks(question) : [];
  const blocks = told ? found : error.length > 0 ? error : general.blocks.filter(({ kind }) => kind !== 'actions');
  const more = general.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const compares = told || comparesServers(topic, quoted) || asksForValues(question.text);
  if (!provider && (compares || ASKS_WHOSE.has(topic))) {
    const whose = askForProvider(question).blocks;
    const steps = troubleSteps(topic, question);
    return { zone: 'answer', asked: 'provider', blocks: [...blocks, ...steps, ...whose, ...actions(...more)] };
  }
  return {
    zone: 'answer',
    ...(error.length === 0 && general.asked !== undefined && { asked: general.asked }),
    ...(!told && !leavesSomethingToTry(topic, quoted) && { servers: [] }),
    blocks: [
      ...(topic === 'abroad-or-blocked' ? blockedInChina(question) : []),
      ...joinSources([
        ...blocks.slice(0, 1),
        ...(provider && blocks !== error ? heldBack(provider, topic, question) : []),
        ...blocks.slice(1),
      ]),
      ...troubleSteps(topic, question),
      ...(provider && compares ? toCompare(name, provider, question, more) : actions(...more)),
    ],
  };
}

/** The same device works in another network: then neither the account nor the program is in question. */
function isTheNetwork(name: IntentName, { text: words, topic }: Question): boolean {
  return name !== 'sync-or-missing-mail' && topic === undefined && evidenceIn(words).otherNetwork;
}

/** The servers, and what can be done with them. */
function toCompare(name: IntentName, provider: Provider, question: Question, more: readonly Action[]): Block[] {
  const { slots, texts } = question;
  const { buttons } = texts.answers;
  const fit = fitting(serversToCompare(name, provider, question), question);
  const { servers } = fit;
  return [
    ...tableWithCare(servers, question, nameFor(provider, question)),
    ...otherParts(fit, question),
    ...actions(
      checkButton(servers, question),
      ask(buttons.allSettings, 'provider-settings', slots, ALL),
      ask(buttons.signIn, 'auth-failure', slots),
      ...more,
    ),
  ];
}

/** Who adds that it works on the web page or elsewhere is not told again what was said before that. */
function foundOut({ text: words, conversation, intent, texts: { nextSteps } }: Question): Block[] {
  if (conversation.lastIntent !== intent) return [];
  const { webmail, elsewhere } = evidenceIn(words);
  const half = intent === 'send-receive-problem' ? (onlyHalfThatWorks(words) ?? halfThatWorks(words)) : undefined;
  if (half !== undefined) return [text(nextSteps.halfWorks[half])];
  if (webmail === 'works') return [text(nextSteps.webmailWorks)];
  return elsewhere ? [text(nextSteps.worksElsewhere)] : [];
}

function providerOf({ slots, knowledge }: Question): Provider | undefined {
  return slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
}

/** Whoever cannot send compares the outgoing servers, whoever cannot connect those that were meant. */
function serversToCompare(name: IntentName, provider: Provider, question: Question): Server[] {
  if (name === 'sync-or-missing-mail') return [];
  const { slots } = question;
  const protocols = slots.protocols ?? protocolsOfTrouble(question);
  return settingsFor(provider, {
    ...(protocols && { protocols }),
    ...(slots.domain !== undefined && { domain: slots.domain }),
  });
}

function protocolsOfTrouble(question: Question): Protocol[] | undefined {
  if (asksForValues(question.text) && !DIRECTION.test(question.text)) return ['imap', 'smtp'];
  if (isAboutSending(question)) return ['smtp'];
  return isAboutReceiving(question) ? ['imap', 'pop3'] : undefined;
}

const SENDING = /sen[dt]|outgoing|outbox|\bgo(?:es|ing)? out\b|smtp|发|寄|送信|보내|senden|envoi|envoy|enviar|отправ/;
/** What arrives, in whatever words. */
const RECEIVING =
  /receiv|incoming|arriv|\bget(?:ting)? (?:\w+ ){0,3}(?:(?:e-?)?mails?|messages)|\bcom(?:e|es|ing) (?:in|through|up)\b|收|受信|届|받|empf|ankomm|kommen? (?:\w+ ){0,3}an\b|re[cç][oe]i|recev|recib|receb|получ/;
const DIRECTION = new RegExp(`${SENDING.source}|${RECEIVING.source}`);

/** Of what fails: "I can receive" speaks of the other half. */
function namesDirection(line: string): boolean {
  return DIRECTION.test(line) && halfThatWorks(line) === undefined && !evidenceIn(line).otherNetwork;
}

function isAboutSending(question: Question): boolean {
  return failingHalf(question) === 'sending';
}

export function isAboutReceiving(question: Question): boolean {
  return failingHalf(question) === 'receiving';
}

/** "Receiving, not sending": what is ruled out. */
const NOT_THAT =
  /(?:不是|唔系|并非)(?:说)?(?:收|发|寄)(?:信|件|邮件|送)?|\bnot (?:the )?(?:send|receiv|incoming|outgoing)\w*/g;

/** By the newest message that names a direction, or the button that was pressed. */
function failingHalf(question: Question): 'sending' | 'receiving' | undefined {
  const line = question.topic ?? lineWith(question, namesDirection) ?? '';
  const { rest, works } = withoutWorkingHalf(line.replaceAll(NOT_THAT, ' '));
  if (SENDING.test(rest)) return 'sending';
  if (RECEIVING.test(rest)) return 'receiving';
  return works && (works === 'sending' ? 'receiving' : 'sending');
}
