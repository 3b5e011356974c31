import { type Evidence, evidenceIn, together } from '../nlu/evidence.ts';
import type { Question } from './answer.ts';
import { toldBefore } from './told.ts';

/** What the person told of this trouble so far; of another mailbox only what this message says. */
export function evidenceOf(question: Question): Evidence {
  return [question.text, ...toldBefore(question)]
    .reverse()
    .map((line) => evidenceIn(line))
    .reduce(together);
}
