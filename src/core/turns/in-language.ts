import { type Answer, type Question, text } from '../intents/answer.ts';
import { INTENTS } from '../intents/index.ts';
import { subjectOf } from '../nlu/follow-up.ts';

/** "In English please": from now on, and what was answered last once more, if that was in another language. */
export function inLanguage(question: Question): Answer {
  const { texts, conversation, language, slots } = question;
  const subject = subjectOf(conversation);
  const said = text(texts.answers.language.set);
  if (subject === undefined || conversation.language === language) return { zone: 'answer', blocks: [said] };
  const again = INTENTS[subject].answer({ ...question, intent: subject, text: '', fresh: slots });
  return again.task
    ? { zone: 'answer', blocks: [said] }
    : { ...again, zone: 'answer', blocks: [said, ...again.blocks] };
}
