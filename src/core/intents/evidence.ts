import { type Evidence, evidenceIn, together } from '../nlu/evidence.ts';
import type { Question } from './answer.ts';
import { toldBefore, webmailReply } from './told.ts';

/** What the person told of this trouble so far; of another mailbox only what this message says. */
export function evidenceOf(question: Question): Evidence {
  const told = [question.text, ...toldBefore(question)]
    .reverse()
    .map((line) => evidenceIn(line))
    .reduce(together);
  const webmail = told.webmail ?? webmailReply(question);
  return { ...told, ...(webmail !== undefined && { webmail }) };
}
