import type { Block, IntentName, Protocol, Provider, Server } from '../model.ts';
import { settingsFor } from '../providers/index.ts';
import { ALL, type Answer, actions, ask, type IntentHandler, type Question, text } from './answer.ts';
import { checkButton } from './check-button.ts';
import { errorBlocks } from './error-blocks.ts';
import { fitting, otherParts } from './fitting.ts';
import { askForProvider } from './ask-provider.ts';
import { troubleSteps } from './program-steps.ts';
import { nameOf } from './provider-name.ts';
import { tableWithCare } from './settings-table.ts';
import { heldBack } from './held-back.ts';
import { afterRetirement } from './retired-program.ts';
import { joinSources } from './sources-block.ts';
import { lineWith } from './told.ts';
import { evidenceIn, halfThatWorks, withoutWorkingHalf } from '../nlu/evidence.ts';
import { chooseTopic, topicAnswer, type TopicChoice, wantsDetails } from './topics.ts';

/** An intent of trouble: what the quoted error means, else the topic that the words point to, then the provider's settings or the question which one. */
export function troubleHandler(name: IntentName, topics: TopicChoice, otherwise: string): IntentHandler {
  return {
    name,
    answer: (question) => afterRetirement(answerTrouble(name, question, topics, otherwise), question),
  };
}

function answerTrouble(name: IntentName, question: Question, topics: TopicChoice, otherwise: string): Answer {
  if (wantsDetails(question)) return topicAnswer(question, topics, otherwise);
  const topic = chooseTopic(question, topics, otherwise)?.id;
  const general = topicAnswer(question, topics, otherwise, { asksAlready: providerOf(question) === undefined });
  const error = errorBlocks(question);
  const found = foundOut(question);
  const told = question.fresh.errorId === undefined && found.length > 0;
  const blocks = told ? found : error.length > 0 ? error : general.blocks.filter(({ kind }) => kind !== 'actions');
  const { slots, texts, language } = question;
  const provider = providerOf(question);
  const more = general.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  if (!provider) {
    const asked = askForProvider(question).blocks;
    const steps = troubleSteps(topic ?? '', question);
    return { zone: 'answer', asked: 'provider', blocks: [...blocks, ...steps, ...asked, ...actions(...more)] };
  }
  const fit = fitting(serversToCompare(name, topic, provider, question), question);
  const { servers } = fit;
  const { buttons } = texts.answers;
  return {
    zone: 'answer',
    ...(error.length === 0 && general.asked !== undefined && { asked: general.asked }),
    blocks: [
      ...joinSources([
        ...blocks.slice(0, 1),
        ...(blocks === error ? [] : heldBack(provider, topic, question)),
        ...blocks.slice(1),
      ]),
      ...troubleSteps(topic ?? '', question),
      ...tableWithCare(servers, question, nameOf(provider, language)),
      ...otherParts(fit, question),
      ...actions(
        checkButton(servers, question),
        ask(buttons.allSettings, 'provider-settings', slots, ALL),
        ask(buttons.signIn, 'auth-failure', slots),
        ...more,
      ),
    ],
  };
}

/** Who adds that it works on the web page or elsewhere is not told again what was said before that. */
function foundOut({ text: words, conversation, intent, texts: { nextSteps } }: Question): Block[] {
  if (conversation.lastIntent !== intent) return [];
  const { webmail, elsewhere } = evidenceIn(words);
  const half = intent === 'send-receive-problem' ? halfThatWorks(words) : undefined;
  if (half !== undefined) return [text(nextSteps.halfWorks[half])];
  if (webmail === 'works') return [text(nextSteps.webmailWorks)];
  return elsewhere ? [text(nextSteps.worksElsewhere)] : [];
}

function providerOf({ slots, knowledge }: Question): Provider | undefined {
  return slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
}

/** Whoever cannot send compares the outgoing servers, whoever cannot connect those that were meant. */
function serversToCompare(
  name: IntentName,
  topic: string | undefined,
  provider: Provider,
  question: Question,
): Server[] {
  if (name === 'sync-or-missing-mail' || topic === 'attachment-too-large') return [];
  const { slots } = question;
  const protocols = slots.protocols ?? protocolsOfTrouble(question);
  return settingsFor(provider, {
    ...(protocols && { protocols }),
    ...(slots.domain !== undefined && { domain: slots.domain }),
  });
}

function protocolsOfTrouble(question: Question): Protocol[] | undefined {
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
  return DIRECTION.test(line) && halfThatWorks(line) === undefined;
}

function isAboutSending(question: Question): boolean {
  return failingHalf(question) === 'sending';
}

export function isAboutReceiving(question: Question): boolean {
  return failingHalf(question) === 'receiving';
}

/** By the newest message that names a direction, or the button that was pressed. */
function failingHalf(question: Question): 'sending' | 'receiving' | undefined {
  const { rest, works } = withoutWorkingHalf(question.topic ?? lineWith(question, namesDirection) ?? '');
  if (SENDING.test(rest)) return 'sending';
  if (RECEIVING.test(rest)) return 'receiving';
  return works && (works === 'sending' ? 'receiving' : 'sending');
}
