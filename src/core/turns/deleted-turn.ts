import type { DeletedEvent, Event, Situation, Turn } from '../model.ts';
import { ignored } from './ignored.ts';
import { answerLanguage } from './language.ts';
import { TurnBuilder } from './turn-builder.ts';

/** Whoever deletes a question no longer wants what it set going. */
export function deletedTurn(event: Event & DeletedEvent, situation: Situation, now: number): Turn {
  const { asked = [] } = situation;
  if (asked.length === 0) return ignored(event, 'nothing-to-do');
  const turn = new TurnBuilder(event, situation, answerLanguage(event, situation, ''), now);
  turn.cancel(asked);
  return turn.build({ kind: 'done' });
}
