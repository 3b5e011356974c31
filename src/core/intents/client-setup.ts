import type { Block, Server } from '../model.ts';
import type { ClientGuide } from '../ports.ts';
import { ALL, type Answer, actions, ask, type IntentHandler, type Question, text } from './answer.ts';
import { askForProvider } from './ask-provider.ts';
import { checkButton } from './check-button.ts';
import { lookUpDomain } from './provider-settings.ts';
import { fitting, otherParts } from './fitting.ts';
import { tableWithCare } from './settings-table.ts';
import { firstStep, passwordText } from './provider-facts.ts';
import { sourcesBlock } from './sources-block.ts';
import { topicAnswer, topicBlocks, type TopicChoice } from './topics.ts';
import { settingsFor } from '../providers/index.ts';

const TOPICS: TopicChoice = [
  ['back-up-mail', /how (?:do|can|to|should) .{0,12}\bback ?-?up\b|(?:怎么|如何).{0,4}备份/],
  ['change-pop-to-imap', /pop.*imap|imap.*pop|改(?:成|为)|switch/],
  [
    'move-to-new-device',
    /new (?:phone|computer|pc|laptop|mac|ipad|iphone)|换(?:了)?(?:新)?(?:手机|电脑)|迁移|搬|挪|transfer|move/,
  ],
  ['change-server-settings', /change|edit|where (?:do|can|is)|修改|更改|在哪|哪里/],
];

export const clientSetup: IntentHandler = { name: 'client-setup', answer };

const OFFERED = [
  'outlook',
  'thunderbird',
  'apple-mail',
  'iphone',
  'android',
  'foxmail',
  'netease-master',
  'windows-mail',
];

/** Steps in the named program, then what to type there. Warnings about old mail come first (MAIL.md, "Do no harm"). */
function answer(question: Question): Answer {
  const { slots, topic, fresh, conversation } = question;
  const whose = slots.provider !== undefined;
  if (fresh.domain !== undefined && !whose && conversation.lastIntent === 'client-setup')
    return lookUpDomain(fresh.domain, question);
  if (topic !== undefined) return topicAnswer(question, TOPICS, topic);
  const general = topicAnswer(question, TOPICS, 'add-account');
  const guide = guideFor(question);
  if (!guide)
    return {
      ...general,
      zone: slots.client === undefined ? 'ask' : 'answer',
      asked: 'client',
      blocks: [...withoutButtons(general.blocks), text(question.texts.answers.ask.client), ...clientButtons(question)],
    };
  const fit = fitting(providerServers(question), question);
  const { servers } = fit;
  return {
    zone: 'answer',
    expectsSecret: true,
    ...(!whose && { asked: 'provider' }),
    blocks: [
      ...warning(question),
      { kind: 'steps', title: guide.name, items: guide.steps },
      ...tableWithCare(servers, question),
      ...otherParts(fit, question),
      ...whichPassword(question),
      ...sourcesBlock(guide.sources, question),
      ...actions(
        whose ? ask(question.texts.answers.buttons.allSettings, 'provider-settings', slots, ALL) : undefined,
        ask(question.texts.answers.buttons.signIn, 'auth-failure', slots),
        checkButton(servers, question),
      ),
      ...(whose ? [] : askForProvider(question).blocks),
    ],
  };
}

/** What to switch on first, and which password the program wants of this mailbox. */
function whichPassword(question: Question): Block[] {
  const { slots, knowledge } = question;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (!provider) return [];
  const lines = [firstStep(provider, providerServers(question), question), passwordText(provider.password, question)];
  const said = lines.filter((line) => line !== undefined);
  return said.length > 0 ? [text(said.map((line) => `- ${line}`).join('\n'))] : [];
}

function guideFor({ slots, knowledge, language }: Question): ClientGuide | undefined {
  return slots.client === undefined ? undefined : knowledge.client(slots.client, language);
}

function withoutButtons(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => block.kind !== 'actions');
}

/** Switching protocols or removing an account can cost someone their mail: the topic's warning stands before the steps. */
function warning(question: Question): Block[] {
  const risky = /pop|imap|remov|delet|删除|移除|改成|重新添加|re-?add/.test(question.text);
  if (!risky) return [];
  const topic = question.knowledge.topic('change-pop-to-imap', question.language);
  return [text(question.texts.answers.safety.backup), ...(topic ? topicBlocks(topic, question).slice(0, 1) : [])];
}

function providerServers({ slots, knowledge }: Question): Server[] {
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  return provider ? settingsFor(provider, slots.domain === undefined ? {} : { domain: slots.domain }) : [];
}

export function clientButtons({ knowledge, language, slots }: Question): Block[] {
  return actions(
    ...OFFERED.flatMap((id) => {
      const guide = knowledge.client(id, language);
      return guide ? [ask(guide.name, 'client-setup', { ...slots, client: id })] : [];
    }),
  );
}
