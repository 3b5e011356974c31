import { ALL, type Answer, actions, ask, type IntentHandler, type Question, text } from './answer.ts';
import { errorBlocks } from './error-blocks.ts';
import { askForProvider } from './ask-provider.ts';
import { changeText, firstStep, passwordText, supportText, traitText } from './provider-facts.ts';
import { nameOf } from './provider-name.ts';
import { sourcesBlock, sourcesOf } from './sources-block.ts';
import { topicAnswer, type TopicChoice } from './topics.ts';
import type { Block, Change, Provider, TraitCode } from '../model.ts';
import { settingsFor } from '../providers/index.ts';

const TOPICS: TopicChoice = [
  [
    'worked-until-yesterday',
    /suddenly|until (?:yesterday|last|this)|stopped|since (?:yesterday|today|this|last)|used to|worked (?:fine|before)|突然|昨天|以前(?:都)?(?:可以|能)|之前(?:都)?(?:可以|能)|一直用/,
  ],
  ['webmail-still-works', /web ?mail|website|browser|网页|网站|浏览器/],
  ['keeps-asking-for-password', /keeps? asking|over and over|again and again|一直(?:要|提示|弹)|反复|老是/],
  ['account-locked', /locked|blocked|suspended|disabled|锁定|冻结|停用|被封/],
  ['oauth-only', /oauth|modern auth|现代验证/],
  ['authorization-code', /授权码|authori[sz]ation code/],
  [
    'app-password',
    /app(?:lication)?[ -]?(?:specific )?password|应用(?:专用)?密码|应用程式密码|2fa|two[ -]?(?:factor|step)|两步|二步|mfa/,
  ],
];

export const authFailure: IntentHandler = { name: 'auth-failure', answer };

/** What the error means, which password this provider wants, what to switch on; without a provider: which one is it? */
function answer(question: Question): Answer {
  const { slots, knowledge, topic } = question;
  if (topic !== undefined) return topicAnswer(question, TOPICS, topic);
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const error = errorBlocks(question);
  if (provider) return forProvider(provider, error, question);
  const general = topicAnswer(question, TOPICS, 'password-rejected');
  const which = askForProvider(question);
  return {
    zone: 'answer',
    asked: 'provider',
    expectsSecret: true,
    blocks: [...(error.length > 0 ? error : general.blocks.slice(0, 1)), ...which.blocks],
  };
}

const SIGN_IN_TRAITS = new Set<TraitCode>([
  'two-step-needed',
  'oauth2-only',
  'admin-must-allow',
  'needs-imap-id',
  'bridge-only',
  'no-direct-access',
  'username-local-part-for-imap',
  'paid-plan-needed',
]);

/** Changes that make a sign-in fail that worked before. */
const SIGN_IN_CHANGES = new Set<Change['code']>(['smtp-basic-auth-off', 'basic-auth-off', 'plaintext-off']);

function forProvider(provider: Provider, error: Block[], question: Question): Answer {
  const { texts, slots, language } = question;
  const servers = settingsFor(provider, slots.domain === undefined ? {} : { domain: slots.domain });
  const steps = [
    firstStep(provider, servers, question),
    ...provider.traits
      .filter((trait) => SIGN_IN_TRAITS.has(trait.code))
      .map((trait) => traitText(trait, provider, question)),
    passwordText(provider.password, question),
    ...provider.changes
      .filter((change) => SIGN_IN_CHANGES.has(change.code))
      .map((change) => changeText(change, provider, question)),
    supportText(provider, question),
  ].filter((step) => step !== undefined);
  const chosen = TOPICS.find(([, words]) => words.test(question.text))?.[0];
  const extra = chosen !== undefined && error.length === 0 ? question.knowledge.topic(chosen, language) : undefined;
  const sources = sourcesOf([...provider.traits, ...(provider.password ? [provider.password] : [])]);
  const { buttons } = texts.answers;
  return {
    zone: 'answer',
    expectsSecret: provider.password?.kind !== 'login',
    blocks: [
      ...error,
      ...(steps.length > 0
        ? [{ kind: 'steps' as const, title: nameOf(provider, language), items: [...new Set(steps)] }]
        : []),
      ...(extra ? [text(extra.answer)] : []),
      ...sourcesBlock(sources, question),
      ...actions(
        ask(buttons.allSettings, 'provider-settings', { ...slots, provider: provider.id }, ALL),
        ask(texts.answers.buttons.client, 'client-setup', { ...slots, provider: provider.id }),
        { label: buttons.human, intent: { name: 'talk-to-human', slots: {} } },
      ),
    ],
  };
}
