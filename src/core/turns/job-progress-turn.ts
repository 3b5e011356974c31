import { text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Event, JobProgressEvent, Situation, Turn } from '../model.ts';
import { answerLanguage } from './language.ts';
import { TurnBuilder } from './turn-builder.ts';

/** How far a check is, in the message that announced it. */
export function jobProgressTurn(event: Event & JobProgressEvent, situation: Situation, now: number): Turn {
  const language = answerLanguage(event, situation, '');
  const { steps } = texts(language).check;
  const turn = new TurnBuilder(event, situation, language, now);
  turn.editInPassing(event.progress, [text(fill(steps[event.step], { host: event.host }))], !event.private);
  return turn.build({ kind: 'done' });
}
