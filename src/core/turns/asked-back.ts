import { actions, ALL, type Answer, ask, type Question, text } from '../intents/answer.ts';
import { askForProvider } from '../intents/ask-provider.ts';
import { evidenceOf } from '../intents/evidence.ts';
import { INTENTS } from '../intents/index.ts';
import {
  passwordPlace,
  passwordName,
  passwordText,
  shortPasswordName,
  traitOf,
  traitText,
} from '../intents/provider-facts.ts';
import { nameOf } from '../intents/provider-name.ts';
import { detailsOffered, topicAnswer } from '../intents/topics.ts';
import { fill } from '../locales/index.ts';
import type { IntentName } from '../model.ts';
import type { AskBack } from '../nlu/ask-back.ts';
import type { AskedThing } from '../nlu/ask-back-things.ts';
import { protocolsOfDirection } from '../nlu/context.ts';
import { settingsFor } from '../providers/index.ts';
import { codeOf, providerOf, type WantedCode } from './asked-about.ts';
import { whichDevice } from './which-device.ts';
import { afterSteps, asksWhere, isUnsure, notThere, tryItOut, whereAccess } from './asked-where.ts';

/** "What is that?", "where?", "why?", "and then?", asked about what we just said of `subject`. */
export function answerAskBack(back: AskBack, subject: IntentName, question: Question): Answer {
  switch (back.kind) {
    case 'what':
      return whatIs(back.thing, question);
    case 'where':
      return asksWhere(subject, question);
    case 'why':
      return why(back.thing, subject, question);
    case 'why-ask':
      return whyAsked(question);
    case 'safe':
      return isSafe(back.thing, subject, question);
    case 'lose':
      return said(question.texts.askBack.lose);
    case 'unsure':
      return isUnsure(question);
    case 'meaning':
      return deeper(subject, question, 'what-is-server-address');
    case 'not-there':
      return notThere(subject, question);
    case 'back-up':
      return topicAnswer(question, [], 'back-up-mail');
    case 'cost':
      return cost(question);
    case 'cloud':
      return onRentedServer(subject, question);
    case 'own-app':
      return whichDevice(subject, question);
    case 'done':
      return tryItOut(question);
    case 'next':
      return afterSteps(subject, question);
    case 'fact':
      return factAbout(back.thing, question);
    case 'pause':
      return said(question.texts.nextSteps.pause);
    case 'access':
      return whereAccess(question);
    case 'direction':
      return whichWay(question);
    case 'difference':
      return difference(question);
    case 'unencrypted':
      return said(question.texts.askBack.unencrypted);
  }
}

function whyAsked(question: Question): Answer {
  const open = stillAsked(question);
  return { ...open, blocks: [text(question.texts.askBack.whyAsk), ...open.blocks] };
}

/** The question that stands open still. */
function stillAsked(question: Question): Answer {
  return question.conversation.asked === 'provider' && providerOf(question) === undefined
    ? { ...askForProvider(question), zone: 'answer' }
    : { zone: 'answer', blocks: [] };
}

const TOPIC_OF: Partial<Record<AskedThing, string>> = {
  'app-password': 'app-password',
  protocol: 'imap-or-pop3',
  port: 'what-is-a-port',
  encryption: 'ssl-tls-starttls',
  exchanger: 'who-hosts-my-domain',
};

function whatIs(thing: AskedThing | undefined, question: Question): Answer {
  const code = codeOf(question);
  if (thing === 'app-password' && code) return whatIsCode(code, question);
  if (thing === 'username') return username(question);
  if (thing === 'two-step') return said(question.texts.askBack.twoStep);
  if (thing === 'bridge') return said(fill(question.texts.askBack.bridge, { provider: providerName(question) }));
  const { protocols } = question.fresh;
  const outgoing = thing === 'protocol' && protocols?.length === 1 && protocols[0] === 'smtp';
  const chinese = thing === 'app-password' && question.fresh.passwordKind === 'authorization-code';
  const topic = outgoing ? 'incoming-or-outgoing' : chinese ? 'authorization-code' : thing && TOPIC_OF[thing];
  return topicAnswer(question, [], topic ?? 'what-is-server-address');
}

function whatIsCode({ provider, password }: WantedCode, question: Question): Answer {
  const { texts, language } = question;
  const facts = {
    name: passwordName(password, question),
    provider: nameOf(provider, language),
    link: passwordPlace(password, question),
  };
  const lines = [fill(texts.askBack.appPassword, facts), fill(texts.askBack.makeItAt, facts)];
  return { zone: 'answer', servers: [], expectsSecret: true, blocks: [text(lines.join('\n'))] };
}

function why(thing: AskedThing | undefined, subject: IntentName, question: Question): Answer {
  const { texts, fresh, slots } = question;
  const code = codeOf(question);
  const before = evidenceOf(question).before;
  if (code && (thing === 'app-password' || (thing === undefined && subject === 'auth-failure' && !before)))
    return said(fill(texts.askBack.whyCode, { short: shortPasswordName(code.password, texts.traits) }));
  const ports = fresh.ports ?? (subject === 'ports-and-encryption' ? slots.ports : undefined) ?? [];
  if (ports.includes(25)) return topicAnswer(question, [], 'why-port-25-is-blocked');
  const lines = ports.flatMap((port) => texts.ports.of[port as keyof typeof texts.ports.of] ?? []);
  if (lines.length > 0) return said(lines.join('\n'));
  if (thing === 'server') return INTENTS['why-it-matters'].answer(question);
  if (thing === 'port' || thing === 'encryption') return topicAnswer(question, [], 'ssl-tls-starttls');
  if (before && subject !== 'sync-or-missing-mail') return topicAnswer(question, [], 'worked-until-yesterday');
  if (subject === 'auth-failure')
    return topicAnswer({ ...question, topic: 'password-rejected/details' }, [], 'password-rejected');
  return deeper(subject, question);
}

/** The causes stand behind "More about it". */
function deeper(subject: IntentName, question: Question, otherwise: IntentName = 'why-it-matters'): Answer {
  const about = { ...question, intent: subject };
  const topic = detailsOffered(INTENTS[subject].answer(about));
  if (topic === undefined) return INTENTS[otherwise].answer(question);
  return INTENTS[subject].answer({ ...about, topic });
}

/** What a warning offers. */
const CLICK = /click|press|accept|trust|continue|ignore|proceed|allow|点|按|信任|继续|接受|忽略|允许/;

function isSafe(thing: AskedThing | undefined, subject: IntentName, question: Question): Answer {
  const { texts } = question;
  const code = codeOf(question);
  if (thing === 'app-password' || subject === 'auth-failure')
    return said(
      code
        ? fill(texts.askBack.safeCode, { short: shortPasswordName(code.password, texts.traits) })
        : texts.askBack.safePassword,
    );
  if (subject === 'imap-vs-pop3') return said(texts.askBack.lose);
  if (subject === 'check-tls' && CLICK.test(question.text)) return topicAnswer(question, [], 'certificate-warning');
  return INTENTS['check-tls'].answer(question);
}

function factAbout(thing: AskedThing | undefined, question: Question): Answer {
  if (thing === 'username') return username(question);
  if (thing !== 'password') return portsOnly(question);
  const provider = providerOf(question);
  const words = passwordText(provider?.password, question);
  if (!provider || words === undefined) return INTENTS['auth-failure'].answer(question);
  const { buttons } = question.texts.answers;
  return {
    zone: 'answer',
    servers: [],
    expectsSecret: provider.password?.kind !== 'login',
    blocks: [
      text(words),
      ...actions(
        ask(buttons.signIn, 'auth-failure', question.slots),
        ask(buttons.allSettings, 'provider-settings', question.slots, ALL),
      ),
    ],
  };
}

/** "Which one is the incoming?": the line of the table, else what the two are. */
function whichWay(question: Question): Answer {
  const protocols = question.fresh.protocols ?? protocolsOfDirection(question.text).protocols;
  if (providerOf(question) === undefined || protocols === undefined)
    return topicAnswer(question, [], 'incoming-or-outgoing');
  return portsOnly({ ...question, slots: { ...question.slots, protocols } });
}

/** Of the ports where two of them were spoken of, else of the protocols. */
function difference(question: Question): Answer {
  const ofPorts = (question.slots.ports?.length ?? 0) > 1 || question.slots.security !== undefined;
  return topicAnswer(question, [], ofPorts ? 'ssl-tls-starttls' : 'imap-or-pop3');
}

/** The table alone, of a provider that has one. */
function portsOnly(question: Question): Answer {
  const answer = INTENTS['ports-and-encryption'].answer(question);
  if (providerOf(question) === undefined || !answer.servers?.length) return answer;
  return { ...answer, blocks: answer.blocks.filter(({ kind }) => kind === 'settings' || kind === 'actions') };
}

/** The form of the user name, for each protocol where they differ. */
function username(question: Question): Answer {
  const { texts, slots, language } = question;
  const { askBack, answers } = texts;
  const provider = providerOf(question);
  const servers = provider ? settingsFor(provider, slots.domain === undefined ? {} : { domain: slots.domain }) : [];
  const [first, ...others] = servers;
  if (!provider || !first) {
    const asked = provider ? [] : askForProvider(question).blocks;
    return {
      zone: 'answer',
      ...(!provider && { asked: 'provider' }),
      blocks: [text(askBack.usernameMostly), ...asked],
    };
  }
  const names = new Map(
    servers.map((server) => [answers.protocols[server.protocol], answers.username[server.username]]),
  );
  const same = others.every((other) => other.username === first.username);
  const lines = [...names].map(([protocol, form]) => fill(askBack.usernameFor, { protocol, username: form }));
  const form = same ? answers.username[first.username] : lines.join('; ');
  return said(fill(askBack.username, { provider: nameOf(provider, language), username: form }));
}

/** What a provider is known to charge for; else that we know of nothing. */
function cost(question: Question): Answer {
  const provider = providerOf(question);
  const paid = provider && traitOf(provider, 'paid-plan-needed');
  if (provider && paid) return said(traitText(paid, provider, question));
  return said(
    provider
      ? fill(question.texts.askBack.free, { provider: providerName(question) })
      : question.texts.askBack.mostlyFree,
  );
}

function onRentedServer(subject: IntentName, question: Question): Answer {
  if (question.slots.ports?.includes(25)) return topicAnswer(question, [], 'why-port-25-is-blocked');
  return INTENTS[subject].answer({ ...question, intent: subject });
}

function providerName(question: Question): string {
  const provider = providerOf(question);
  return provider ? nameOf(provider, question.language) : 'Proton Mail';
}

function said(words: string): Answer {
  return { zone: 'answer', servers: [], blocks: [text(words)] };
}
