import { sourceOf } from '../desk/places.ts';
import { relayToDesk } from '../desk/to-desk.ts';
import { workOn } from '../desk/work.ts';
import { actions, text } from '../intents/answer.ts';
import { texts } from '../locales/index.ts';
import type { Event, FileRef, MessageEvent, Situation, Turn } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { ignored } from './ignored.ts';
import { answerLanguage } from './language.ts';
import { secretWarning } from './secret-warning.ts';
import { TurnBuilder } from './turn-builder.ts';

/** What the asker adds while a human has their ticket: passed on, and they see that it was. */
export function relayTurn(
  said: { text: string; files: readonly FileRef[]; odd?: MessageEvent['odd'] },
  event: Event,
  situation: Situation,
  knowledge: Knowledge,
  now: number,
): Turn {
  const { ticket } = situation;
  if (!ticket) return ignored(event, 'nothing-to-do');
  if (isPassedOn(event, situation)) {
    if (said.files.length === 0) return ignored(event, 'nothing-to-do');
    return relayTurn({ ...said, text: '' }, event, { ...situation, relays: [] }, knowledge, now);
  }
  const work = workOn(event, situation, knowledge, now);
  const { turn } = work;
  turn.heard(said.text);
  const source = sourceOf(event);
  const { odd } = said;
  relayToDesk(work, ticket, { text: said.text, files: said.files, ...(odd && { odd }), ...(source && { source }) });
  const warning = secretWarning(event, texts(ticket.language), turn);
  if (warning.length > 0)
    turn.post({ place: event.place }, warning, { answers: true, quiet: !event.private, language: ticket.language });
  return turn.build({ kind: 'relayed' });
}

/** A change of it was heard of before the message itself, and passed on in its stead. */
function isPassedOn({ type }: Event, { relays = [] }: Situation): boolean {
  return type === 'message' && relays.length > 0;
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
