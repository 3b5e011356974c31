import type { Block } from '../model.ts';
import { contentWords } from '../nlu/words.ts';
import { type IntentHandler, type Question, text } from './answer.ts';
import { providerAnswer } from './provider-answer.ts';
import { sourcedSteps } from './program-steps.ts';
import { chooseTopic, topicAnswer, type TopicChoice } from './topics.ts';

const TOPICS: TopicChoice = [
  [
    'which-one-do-i-use',
    /which (?:one )?(?:am i|do i|is it|i'm|i am)|am i (?:on|using)|how (?:do|can) i (?:know|tell|see|check)|if (?:its|it's|it is) pop|用的是|哪一?种|怎么(?:看|知道)|是不是pop|算imap/,
  ],
  [
    'change-pop-to-imap',
    /how (?:do|can|should|would) (?:i|we|you) (?:\w+ )?(?:change|switch|convert|move)|\blos(?:e|ing)\b.*\b(?:mails?|messages|everything|anything)|怎么(?:改|换|切|转)|(?:邮件|信|旧的|以前的).{0,6}(?:会不会|会)?(?:丢|没了|不见)/,
  ],
  [
    'several-devices',
    /\b(?:two|three|four|several|many|multiple|both|all(?: my)?) (?:\w+ )?(?:devices?|computers?|phones?|laptops?|machines?|places)\b|[两三几多]台(?:设备|电脑|手机)?|多个设备|多设备|(?:电脑|手机).{0,4}(?:和|跟|加).{0,4}(?:手机|电脑|平板)/,
  ],
  ['pop3-and-deleting', /delet|server (?:copy|empty)|keep|leave|copy|删|保留|副本|还有吗|清空/],
];
/** "Does it have POP3?" */
const SHORT_QUESTION = 8;

/** Asks for advice rather than for what there is. */
const WANTS_ADVICE = /should|better|best|instead|recommend|该用|要不要|哪个好|哪種好|哪种好|推荐|建议/;

export const imapVsPop3: IntentHandler = { name: 'imap-vs-pop3', answer };

/** The difference; whose mailbox it is, told after that: its servers; asked of one protocol in few words: what that provider has. */
function answer(question: Question) {
  const { slots, fresh, knowledge, conversation } = question;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const few = contentWords(question.text) < SHORT_QUESTION && !WANTS_ADVICE.test(question.text);
  const told = fresh.provider !== undefined && question.topic === undefined;
  if (provider && told && few && conversation.lastIntent === question.intent)
    return providerAnswer(provider, question, text(question.texts.answers.safety.backup));
  const asksWhatThereIs = fresh.protocols?.length === 1 && few;
  if (provider && asksWhatThereIs && question.topic === undefined) return providerAnswer(provider, question);
  const general = topicAnswer(question, TOPICS, 'imap-or-pop3');
  return { ...general, blocks: [...general.blocks, ...stepsAfterwards(question)] };
}

const SEES = 'which-one-do-i-use';
const CHANGES = 'change-pop-to-imap';

/** Where it is seen which of the two it is; else the second account, which is what a change comes down to. */
function stepsAfterwards(question: Question): Block[] {
  const topic = chooseTopic(question, TOPICS, 'imap-or-pop3')?.id;
  const atOnce = topic === SEES || topic === CHANGES;
  if (question.fresh.client === undefined || (!atOnce && question.conversation.lastIntent !== question.intent))
    return [];
  return sourcedSteps(question, topic === SEES ? ['change'] : ['care', 'add']);
}
