import { actions, type Answer, ask, type Question, text } from '../intents/answer.ts';
import { askForProvider } from '../intents/ask-provider.ts';
import { clientButtons } from '../intents/client-setup.ts';
import { passwordPlace, supportText, traitOf } from '../intents/provider-facts.ts';
import { nameOf } from '../intents/provider-name.ts';
import { guideOf, partAskedFor, sourcedSteps } from '../intents/program-steps.ts';
import { SYNC_TOPICS } from '../intents/sync-or-missing-mail.ts';
import { pointedTo, topicAnswer } from '../intents/topics.ts';
import { fill } from '../locales/index.ts';
import type { IntentName } from '../model.ts';
import { codeOf, providerOf, type WantedCode } from './asked-about.ts';
import { nextStep, offerHuman } from './next-step.ts';

/** "Where is that?": the page that makes the password, else the menus of the person's program. */
export function asksWhere(subject: IntentName, question: Question): Answer {
  const { texts, language } = question;
  const code = codeOf(question);
  if (TYPES_IN.test(question.text)) return inProgram(subject, question);
  if (code && (subject === 'auth-failure' || MAKES.test(question.text) || justNamed(code, question)))
    return whereCode(code.password, question);
  if (subject !== 'auth-failure') return inProgram(subject, question);
  const provider = providerOf(question);
  if (!provider) return { ...askForProvider(question, subject), zone: 'answer' };
  if (!traitOf(provider, 'admin-must-allow')) return inProgram(subject, question);
  const admin = fill(texts.askBack.adminDoes, { provider: nameOf(provider, language) });
  const lines = [admin, supportText(provider, question)].filter((line) => line !== undefined);
  return { zone: 'answer', servers: [], blocks: [text(lines.join('\n'))] };
}

/** Access for mail programs is switched on at the provider's web page, mostly where the password for them is made. */
export function whereAccess(question: Question): Answer {
  const { texts, language } = question;
  const provider = providerOf(question);
  if (!provider) return { ...askForProvider(question, 'auth-failure'), zone: 'answer' };
  const admin = traitOf(provider, 'admin-must-allow') ? texts.askBack.adminDoes : undefined;
  const words = [texts.askBack.whereAccess, admin].filter((line) => line !== undefined);
  const place = provider.password && `- ${passwordPlace(provider.password, question)}`;
  const lines = [
    ...words.map((line) => fill(line, { provider: nameOf(provider, language) })),
    provider.password?.menu ? place : undefined,
    supportText(provider, question),
  ].filter((line) => line !== undefined);
  return { zone: 'answer', servers: [], blocks: [text(lines.join('\n'))] };
}

const TYPES_IN = /\b(?:put|type|enter)\b|填|输/;
const MAKES = /make|create|generate|申请|生成|获取/;

/** Our last words were of this password alone, not of a whole table. */
function justNamed({ provider, password }: WantedCode, { conversation }: Question): boolean {
  const last = conversation.transcript.findLast(({ from }) => from === 'assistant')?.text ?? '';
  const { url } = password;
  return url !== undefined && last.includes(url) && !provider.servers.some(({ host }) => last.includes(host));
}

function whereCode(password: WantedCode['password'], question: Question): Answer {
  const { texts, knowledge, language } = question;
  const topic = knowledge.topic(password.kind === 'app-password' ? 'app-password' : 'authorization-code', language);
  const lead = fill(texts.askBack.whereCode, { link: passwordPlace(password, question) });
  return {
    zone: 'answer',
    servers: [],
    expectsSecret: true,
    blocks: [text(lead), ...(topic?.steps ? [{ kind: 'steps' as const, items: topic.steps.slice(1) }] : [])],
  };
}

function inProgram(subject: IntentName, question: Question): Answer {
  const { slots, texts } = question;
  const guide = guideOf(question);
  if (!guide)
    return {
      zone: 'answer',
      asked: 'client',
      blocks: [text(texts.askBack.whereInProgram), ...clientButtons(question)],
    };
  const topic = pointedTo({ ...question, intent: subject }, SYNC_TOPICS);
  const part = partAskedFor(subject, subject === 'sync-or-missing-mail' ? topic : undefined, question);
  const shown = ([part, 'change', 'add'] as const).find((name) => guide.parts[name]);
  return {
    zone: 'answer',
    servers: [],
    blocks: [
      ...(part === 'password' ? [text(texts.programs.onlyThere)] : []),
      ...sourcedSteps(question, shown === undefined ? [] : [shown]),
      ...actions(ask(texts.answers.buttons.signIn, 'auth-failure', slots)),
    ],
  };
}

/** "I don't know" is answered by how to find out what we asked for. */
export function isUnsure(question: Question): Answer {
  const { texts, conversation } = question;
  const { asked } = conversation;
  const { findProvider, findClient, noError } = texts.askBack;
  switch (asked) {
    case 'provider':
    case 'domain':
    case 'email':
      return { zone: 'answer', asked: 'provider', blocks: [text(findProvider)] };
    case 'client':
    case 'platform':
      return { zone: 'answer', asked, blocks: [text(findClient), ...clientButtons(question)] };
    case 'error':
      return { zone: 'answer', asked, blocks: [text(noError)] };
    case 'protocols':
      return topicAnswer(question, [], 'which-one-do-i-use');
    default:
      return offerHuman(question);
  }
}

/** Subjects whose answer is a list of things to do: after them it is tried out. */
const DONE_BY_STEPS = new Set<IntentName>([
  'client-setup',
  'auth-failure',
  'provider-settings',
  'autoconfig',
  'find-server-address',
  'ports-and-encryption',
  'wrong-server-address',
]);

/** "And then?": try it out; after that, and amid trouble, the next thing to try. */
export function afterSteps(subject: IntentName, question: Question): Answer {
  const { texts, conversation } = question;
  const { test } = texts.askBack;
  const said = conversation.transcript.some(({ from, text: line }) => from === 'assistant' && line.startsWith(test));
  if (!DONE_BY_STEPS.has(subject) || said) return nextStep({ ...question, intent: subject });
  return tryItOut(question);
}

/** All is typed in: does it work? */
export function tryItOut({ texts }: Question): Answer {
  return { zone: 'answer', blocks: [text(texts.askBack.test)] };
}

/** "There is no such option": the ways it is called and what hides it, where a password is to be made. */
export function notThere(subject: IntentName, question: Question): Answer {
  const code = codeOf(question);
  if (!code || subject !== 'auth-failure') return offerHuman(question);
  const topic = code.password.kind === 'app-password' ? 'app-password' : 'authorization-code';
  return topicAnswer({ ...question, topic: `${topic}/details` }, [], topic);
}
