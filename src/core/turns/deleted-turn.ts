import type { DeletedEvent, Event, Situation, Turn } from '../model.ts';
import { belongsToTicket } from '../desk/places.ts';
import { forget } from './edited-turn.ts';
import { ignored } from './ignored.ts';
import { answerLanguage } from './language.ts';
import { TurnBuilder } from './turn-builder.ts';

/** Whoever deletes a question no longer wants what it set going, nor the answer that quotes it. */
export function deletedTurn(event: Event & DeletedEvent, situation: Situation, now: number): Turn {
  const { asked = [] } = situation;
  const answered = belongsToTicket(event, situation) ? undefined : situation.answered;
  const withdrawn = new Set([...(answered?.posts ?? []), ...asked.map((job) => job.progress)]);
  // A file that is being copied announced nothing.
  withdrawn.delete('');
  if (withdrawn.size === 0 && asked.length === 0) return ignored(event, 'nothing-to-do');
  const turn = new TurnBuilder(event, situation, answerLanguage(event, situation, ''), now);
  turn.cancel(asked);
  for (const post of withdrawn) turn.delete(post);
  if (answered) turn.remember((conversation) => forget(conversation, answered));
  return turn.build({ kind: 'done' });
}
