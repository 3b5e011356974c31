import { actions, type Answer, ask, type Question, text } from '../intents/answer.ts';
import { INTENTS } from '../intents/index.ts';
import type { IntentName } from '../model.ts';

const COMPUTER = /电脑|笔记本|computer|laptop|\bpc\b|desktop|\bmac/;
const ON_PHONES = ['iphone', 'android'];
const ON_COMPUTERS = ['outlook-new', 'apple-mail'];

/** "The app that came with the phone" is one of two: which phone is it? */
export function whichDevice(subject: IntentName, question: Question): Answer {
  const { slots, texts, knowledge, language } = question;
  const computer = COMPUTER.test(question.text);
  const programs = computer ? ON_COMPUTERS : ON_PHONES;
  if (slots.client !== undefined && programs.includes(slots.client)) return INTENTS[subject].answer(question);
  const { whichComputer, whichPhone } = texts.askBack;
  return {
    zone: 'answer',
    asked: 'platform',
    servers: [],
    blocks: [
      text(computer ? whichComputer : whichPhone),
      ...actions(
        ...programs.flatMap((client) => {
          const guide = knowledge.client(client, language);
          return guide ? [ask(guide.name, subject, { ...slots, client })] : [];
        }),
      ),
    ],
  };
}
