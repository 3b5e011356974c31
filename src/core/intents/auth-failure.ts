import type { Block, Provider } from '../model.ts';
import { ALL, type Answer, actions, ask, type IntentHandler, type Question, text } from './answer.ts';
import { askForProvider } from './ask-provider.ts';
import { errorBlocks, errorMeaning, quotedError } from './error-blocks.ts';
import { evidenceOf } from './evidence.ts';
import { afterRetirement } from './retired-program.ts';
import { hasWayIn, signInGuide } from './sign-in-guide.ts';
import { topicAnswer, type TopicChoice } from './topics.ts';

const TOPICS: TopicChoice = [
  ['keeps-asking-for-password', /keeps? asking|over and over|again and again|一直(?:要|提示|弹)|反复|老是/],
  ['account-locked', /locked|blocked|suspended|disabled|锁定|冻结|停用|被封/],
  ['oauth-only', /oauth|modern auth|现代验证/],
  ['authorization-code', /授权码|authori[sz]ation code/],
  [
    'app-password',
    /app(?:lication)?[ -]?(?:specific )?password|应用(?:专用)?密码|应用程式密码|2fa|two[ -]?(?:factor|step)|两步|二步|mfa/,
  ],
];

export const authFailure: IntentHandler = {
  name: 'auth-failure',
  answer: (question) => afterRetirement(answer(question), question),
};

/** What the error means, which password this provider wants, what to switch on; without a provider: which one is it? */
function answer(question: Question): Answer {
  const { slots, knowledge, topic } = question;
  if (topic !== undefined) return topicAnswer(question, TOPICS, topic);
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  if (provider) return forProvider(provider, question);
  const error = tellsMore(question) ? errorBlocks(question) : [];
  return {
    zone: 'answer',
    asked: 'provider',
    expectsSecret: true,
    blocks: [...(error.length > 0 ? error : general(question)), ...askForProvider(question).blocks],
  };
}

/** The topic that fits what was told, without its buttons and sources. */
function general(question: Question): Block[] {
  const { webmail, before } = evidenceOf(question);
  if (webmail === 'fails') return [text(question.texts.signIn.seen.webmailFails)];
  const otherwise = before ? 'worked-until-yesterday' : 'password-rejected';
  const told = webmail === 'works' ? 'webmail-still-works' : otherwise;
  return topicAnswer(question, webmail === 'works' || before ? [] : TOPICS, told, { asksAlready: true }).blocks.slice(
    0,
    1,
  );
}

function forProvider(provider: Provider, question: Question): Answer {
  const { texts, slots } = question;
  const { buttons } = texts.answers;
  return {
    zone: 'answer',
    expectsSecret: provider.password?.kind !== 'login',
    ...(!hasWayIn(provider) && { servers: [] }),
    blocks: [
      ...explained(provider, question),
      ...actions(
        ask(buttons.allSettings, 'provider-settings', { ...slots, provider: provider.id }, ALL),
        ask(buttons.client, 'client-setup', { ...slots, provider: provider.id }),
        { label: buttons.human, intent: { name: 'talk-to-human', slots: {} } },
      ),
    ],
  };
}

/** An error that says no more than "refused" is told in a line, if at all: the provider's own steps say more. */
function explained(provider: Provider, question: Question): Block[] {
  const error = quotedError(question);
  const guide = signInGuide(provider, question);
  if (!error || !tellsMore(question)) return guide;
  return [...(error.guided ? [errorMeaning(error, question)] : errorBlocks(question)), ...guide];
}

/** "Password rejected" is what the person said; a code, or what one provider says of its own, wants explaining. */
function tellsMore(question: Question): boolean {
  const error = quotedError(question);
  return (
    error !== undefined && (!error.guided || error.provider !== undefined || /\d/.test(question.slots.error ?? ''))
  );
}
