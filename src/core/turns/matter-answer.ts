import { type Answer, type Question, text } from '../intents/answer.ts';
import { sourcedSteps } from '../intents/program-steps.ts';
import { heldBack } from '../intents/held-back.ts';
import { passwordLink } from '../intents/provider-facts.ts';
import { nameOf } from '../intents/provider-name.ts';
import { tableWithCare } from '../intents/settings-table.ts';
import { topicAnswer } from '../intents/topics.ts';
import { fill } from '../locales/index.ts';
import type { Block } from '../model.ts';
import { settingsFor } from '../providers/index.ts';
import { codeOf, providerOf } from './asked-about.ts';

/** Where a code is to be made anew, its page is what comes next. */
const WANTS_PAGE = new Set(['app-password-lost', 'app-password-ends', 'app-password-devices']);

/** What mends something, and may have done so; the others explain, or take their time. */
const MENDS = new Set([
  'security-software',
  'security-software-off',
  'works-in-one-place',
  'wifi-or-firewall',
  'sending-from-other-networks',
  'refused-outside',
  'one-recipient',
  'device-sends-mail',
  'two-step-switched-on',
  'authorization-code-sms',
  'vpn',
  'outgoing-sign-in',
]);

/** The topic of what was brought up, and what the talk's provider adds to it. */
export function answerMatter(topic: string, question: Question): Answer {
  const answer = topicAnswer({ ...question, topic }, [], topic);
  const menus = topic === 'change-saved-password' ? sourcedSteps(question, ['password']) : [];
  const [first, ...others] = menus.length > 0 ? withoutPrograms(answer.blocks) : answer.blocks;
  const blocks = first === undefined ? [] : [first, ...menus, ...ofProvider(topic, question), ...others];
  const explains = !MENDS.has(topic);
  return {
    ...answer,
    ...(topic === 'suspicious-mail' && { zone: 'not-mine' }),
    blocks,
    ...(explains && { servers: [] }),
    ...(question.intent === 'auth-failure' && { expectsSecret: true }),
  };
}

/** Whose program is known needs no list of all. */
function withoutPrograms([first, ...others]: readonly Block[]): Block[] {
  return first?.kind === 'text' ? [text(first.text.split('\n- ')[0] ?? ''), ...others] : [...others];
}

function ofProvider(topic: string, question: Question): Block[] {
  const provider = providerOf(question);
  if (!provider) return [];
  const name = nameOf(provider, question.language);
  if (topic === 'device-sends-mail')
    return tableWithCare(settingsFor(provider, { protocols: ['smtp'] }), question, name);
  const code = WANTS_PAGE.has(topic) ? codeOf(question) : undefined;
  if (!code) return heldBack(provider, topic, question);
  const link = passwordLink(code.password, question.texts);
  return [text(fill(question.texts.askBack.makeItAt, { provider: name, link }))];
}
