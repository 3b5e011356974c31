import type { Block, GuidePart, Provider, Server } from '../model.ts';
import type { ClientGuide } from '../ports.ts';
import { ALL, type Answer, actions, ask, type IntentHandler, type Question, text } from './answer.ts';
import { askForProvider } from './ask-provider.ts';
import { checkButton } from './check-button.ts';
import { lookUpDomain } from './provider-settings.ts';
import { fitting, otherParts } from './fitting.ts';
import { tableWithCare } from './settings-table.ts';
import { guideOf, guideSteps } from './program-steps.ts';
import { firstStep, passwordText } from './provider-facts.ts';
import { asksWhetherUsed } from '../nlu/still-used.ts';
import { retiredNotice, stillUsed, successors } from './retired-program.ts';
import { sourcesBlock, sourcesOf } from './sources-block.ts';
import { isRisky, shownParts, typesServers, wantedPart } from './wanted-part.ts';
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
  'outlook-new',
];

/** Steps in the named program, then what to type there. Warnings about old mail come first. */
function answer(question: Question): Answer {
  const { slots, topic, fresh, conversation } = question;
  if (fresh.domain !== undefined && slots.provider === undefined && conversation.lastIntent === 'client-setup')
    return lookUpDomain(fresh.domain, question);
  if (topic !== undefined) return topicAnswer(question, TOPICS, topic);
  const guide = guideOf(question);
  if (!guide) return whichProgram(question);
  if (asksWhetherUsed(question.text)) return stillUsed(guide, question);
  return withSteps(guide, question);
}

function withSteps(guide: ClientGuide, question: Question): Answer {
  const { slots } = question;
  const { buttons } = question.texts.answers;
  const wanted = wantedPart(guide, question);
  const fit = fitting(typesServers(wanted) ? providerServers(question) : [], question);
  const { servers } = fit;
  const shown = shownParts(guide, wanted, question);
  const facts = [guide.retired ?? [], ...shown.map((part) => guide.parts[part] ?? [])].flat();
  const whose = slots.provider === undefined && typesServers(wanted) ? askForProvider(question).blocks : [];
  return {
    zone: 'answer',
    expectsSecret: true,
    ...(whose.length > 0 && { asked: 'provider' }),
    blocks: [
      ...retiredNotice(guide, question),
      ...warning(wanted, question),
      ...(guide.retired
        ? guideSteps(guide, shown)
        : withCommonSteps(guideSteps(guide, shown), wanted, servers, question)),
      ...tableWithCare(servers, question),
      ...otherParts(fit, question),
      ...(wanted === 'add' ? whichPassword(question) : []),
      ...sourcesBlock(sourcesOf(facts), question),
      ...actions(
        ...successors(guide, question),
        slots.provider === undefined ? undefined : ask(buttons.allSettings, 'provider-settings', slots, ALL),
        ask(buttons.signIn, 'auth-failure', slots),
        checkButton(servers, question),
      ),
      ...whose,
    ],
  };
}

function whichProgram(question: Question): Answer {
  const general = topicAnswer(question, TOPICS, 'add-account');
  return {
    ...general,
    zone: question.slots.client === undefined ? 'ask' : 'answer',
    asked: 'client',
    blocks: [...withoutButtons(general.blocks), text(question.texts.answers.ask.client), ...clientButtons(question)],
  };
}

/** What is the same in every program, where the table and the provider's password do not say it better. */
function withCommonSteps(steps: Block[], wanted: GuidePart, servers: readonly Server[], question: Question): Block[] {
  const { encryption, onlyThere } = question.texts.programs;
  const common = [
    ...(wanted === 'add' && servers.length === 0 ? [encryption] : []),
    ...(wanted === 'password' || (wanted === 'add' && providerOf(question)?.password === undefined) ? [onlyThere] : []),
  ];
  return steps.map((block) => (block.kind === 'steps' ? { ...block, items: [...block.items, ...common] } : block));
}

/** What to switch on first, and which password the program wants of this mailbox. */
function whichPassword(question: Question): Block[] {
  const provider = providerOf(question);
  if (!provider) return [];
  const lines = [firstStep(provider, providerServers(question), question), passwordText(provider.password, question)];
  const said = lines.filter((line) => line !== undefined);
  return said.length > 0 ? [text(said.map((line) => `- ${line}`).join('\n'))] : [];
}

function withoutButtons(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => block.kind !== 'actions');
}

/** Switching protocols or removing an account can cost someone their mail: the topic's warning stands before the steps. */
function warning(wanted: GuidePart, question: Question): Block[] {
  if (!isRisky(wanted, question)) return [];
  const topic = question.knowledge.topic('change-pop-to-imap', question.language);
  return [text(question.texts.answers.safety.backup), ...(topic ? topicBlocks(topic, question).slice(0, 1) : [])];
}

function providerOf({ slots, knowledge }: Question): Provider | undefined {
  return slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
}

/** They only send. */
const SENDERS = new Set(['scanner', 'msmtp']);

function providerServers(question: Question): Server[] {
  const { domain, client = '' } = question.slots;
  const provider = providerOf(question);
  const scope = {
    ...(domain !== undefined && { domain }),
    ...(SENDERS.has(client) && { protocols: ['smtp' as const] }),
  };
  return provider ? settingsFor(provider, scope) : [];
}

export function clientButtons({ knowledge, language, slots }: Question): Block[] {
  return actions(
    ...OFFERED.flatMap((id) => {
      const guide = knowledge.client(id, language);
      return guide ? [ask(guide.name, 'client-setup', { ...slots, client: id })] : [];
    }),
  );
}
