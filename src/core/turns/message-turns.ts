import { relayToDesk } from '../desk/relay.ts';
import { actions, text } from '../intents/answer.ts';
import { texts } from '../locales/index.ts';
import type { Event, MessageEvent, Situation, Turn } from '../model.ts';
import { ignored } from './ignored.ts';
import { answerLanguage } from './language.ts';
import { secretWarning } from './secret-warning.ts';
import { TurnBuilder } from './turn-builder.ts';

/** What the asker adds while a human has their ticket: passed on, and they see that it was. */
export function relayTurn(
  said: string,
  files: readonly string[],
  event: Event,
  situation: Situation,
  now: number,
): Turn {
  const { ticket } = situation;
  if (!ticket) return ignored(event, 'nothing-to-do');
  const all = texts(ticket.language);
  const turn = new TurnBuilder(event, situation, ticket.language, now);
  turn.heard(said);
  relayToDesk(turn, ticket, said, files, situation);
  turn.post({ place: event.place }, [...secretWarning(event, all, turn), text(all.desk.relayed)], {
    answers: true,
    quiet: !event.private,
  });
  return turn.build({ kind: 'relayed' });
}

/** A picture alone: we can't read it, and say what to do instead. */
export function pictureTurn(event: Event, situation: Situation, now: number): Turn {
  const language = answerLanguage(event, situation, '');
  const turn = new TurnBuilder(event, situation, language, now);
  turn.say([text(texts(language).answers.notMine.picture)]);
  return turn.build({ kind: 'answered', zone: 'ask' });
}

/** Our name and nothing else: or a reply to us whose words the platform keeps from us. */
export function isEmptyCall({ addressed, text: said, files }: MessageEvent): boolean {
  return addressed === 'mention' && said.trim() === '' && files.length === 0;
}

/** Offers a form to write in, which reaches us whatever the platform keeps from us. */
export function emptyCallTurn(event: Event, situation: Situation, now: number): Turn {
  const language = answerLanguage(event, situation, '');
  const { surfaces } = texts(language);
  const turn = new TurnBuilder(event, situation, language, now);
  turn.say([
    text(surfaces.emptyCall),
    ...actions({ label: surfaces.emptyCallButton, intent: { name: 'open-form', form: 'ask' }, style: 'primary' }),
  ]);
  return turn.build({ kind: 'answered', zone: 'ask' });
}
