import { INTENTS } from '../intents/index.ts';
import { actions, type Answer, ask, type Question, text } from '../intents/answer.ts';
import type { YesNo } from '../nlu/yes-no.ts';
import { humanButton } from './next-step.ts';

/** A bare yes or no: it works now, the web page lets the person in or does not, a person is wanted or not. */
export function answerReply(reply: YesNo, question: Question): Answer {
  const { texts, intent, slots } = question;
  if (intent === 'talk-to-human') return INTENTS[intent].answer(question);
  if (question.conversation.yesNo === 'human')
    return { zone: 'answer', blocks: [text(texts.answers.smalltalk.allRight)] };
  if (intent === 'smalltalk') return { zone: 'answer', servers: [], blocks: [text(texts.answers.feedback.thanks)] };
  if (reply === 'no')
    return { zone: 'answer', servers: [], blocks: [text(texts.signIn.seen.webmailFails), ...humanButton(question)] };
  if (intent === 'auth-failure') return { zone: 'answer', blocks: [text(texts.nextSteps.password)] };
  return {
    zone: 'answer',
    blocks: [text(texts.nextSteps.webmailWorks), ...actions(ask(texts.answers.buttons.signIn, 'auth-failure', slots))],
  };
}
