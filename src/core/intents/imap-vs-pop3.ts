import { contentWords } from '../nlu/words.ts';
import type { IntentHandler, Question } from './answer.ts';
import { providerAnswer } from './provider-answer.ts';
import { topicAnswer, type TopicChoice } from './topics.ts';

const TOPICS: TopicChoice = [
  [
    'which-one-do-i-use',
    /which (?:one )?(?:am i|do i|is it|i'm|i am)|am i (?:on|using)|how (?:do|can) i (?:know|tell|see|check)|if (?:its|it's|it is) pop|用的是|哪一?种|怎么(?:看|知道)|是不是pop|算imap/,
  ],
  ['pop3-and-deleting', /delet|server (?:copy|empty)|keep|leave|copy|删|保留|副本|还有吗|清空/],
];
/** "Does it have POP3?" */
const SHORT_QUESTION = 8;

/** Asks for advice rather than for what there is. */
const WANTS_ADVICE = /should|better|best|instead|recommend|该用|要不要|哪个好|哪種好|哪种好|推荐|建议/;

export const imapVsPop3: IntentHandler = { name: 'imap-vs-pop3', answer };

/** The difference; asked of one provider and one protocol in few words: what that provider has. */
function answer(question: Question) {
  const { slots, fresh, knowledge } = question;
  const provider = slots.provider === undefined ? undefined : knowledge.provider(slots.provider);
  const asksWhatThereIs =
    fresh.protocols?.length === 1 && contentWords(question.text) < SHORT_QUESTION && !WANTS_ADVICE.test(question.text);
  if (provider && asksWhatThereIs && question.topic === undefined) return providerAnswer(provider, question);
  return topicAnswer(question, TOPICS, 'imap-or-pop3');
}
