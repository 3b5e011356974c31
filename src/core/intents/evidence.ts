import { type Evidence, evidenceIn, together } from '../nlu/evidence.ts';
import { normalise } from '../nlu/normalise.ts';
import type { Question } from './answer.ts';

/** So many of the last lines still belong to the trouble that is spoken of. */
const LINES = 6;

/** What the person told of this trouble so far; of another mailbox only what this message says. */
export function evidenceOf({ text, fresh, conversation, knowledge }: Question): Evidence {
  const now = evidenceIn(text);
  const before = conversation.slots.provider;
  if (fresh.provider !== undefined && before !== undefined && fresh.provider !== before) return now;
  const earlier = conversation.transcript.slice(-2 * LINES).filter((line) => line.from === 'asker');
  return earlier
    .map((line) => evidenceIn(normalise(line.text, knowledge).text))
    .concat(now)
    .reduce(together);
}
