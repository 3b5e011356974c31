import type { Block } from '../model.ts';
import type { Answer, IntentHandler, Question } from './answer.ts';
import { sourcedSteps } from './program-steps.ts';
import { providerAnswer } from './provider-answer.ts';
import { lookUpDomain } from './provider-settings.ts';
import { topicAnswer, type TopicChoice } from './topics.ts';

const TOPICS: TopicChoice = [
  ['company-or-school', /compan|school|universit|work|office|boss|\bit\b|公司|学校|单位|网管|大学/],
];
/** Asks where a mail program shows it, which a look-up would not answer. */
const SHOWN_WHERE = /\bwhere\b|which menu|show|在哪|哪里|哪儿|看到|どこ|어디|\bwo\b|\boù\b|d[oó]nde|\bonde\b|\bгде\b/;

export const findServerAddress: IntentHandler = { name: 'find-server-address', answer };

/** Who gives the provider or the domain away need not search: we look it up. */
function answer(question: Question): Answer {
  const { slots, fresh, knowledge, topic } = question;
  const general = () => topicAnswer(question, TOPICS, 'four-ways-to-find');
  if (topic !== undefined) return general();
  const steps = shownThere(question);
  if (steps.length > 0) return { zone: 'answer', servers: [], blocks: [...steps, ...buttonsOf(general())] };
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (provider) return providerAnswer(provider, question);
  return fresh.domain === undefined ? general() : lookUpDomain(fresh.domain, question);
}

/** The menus that show it, of the program that the person asks about or names after having asked. */
function shownThere(question: Question): Block[] {
  const { fresh, conversation, intent, text: words } = question;
  const names = fresh.client !== undefined && conversation.lastIntent === intent;
  if (!names && !SHOWN_WHERE.test(words)) return [];
  return sourcedSteps(question, ['change']);
}

function buttonsOf({ blocks }: Answer): Block[] {
  return blocks.filter(({ kind }) => kind === 'actions');
}
