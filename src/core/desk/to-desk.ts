import { text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { FileRef, MessageEvent, MessageRef, Relay, Ticket } from '../model.ts';
import { literal } from './desk-blocks.ts';
import { takeFiles } from './files.ts';
import { keep } from './keep.ts';
import { step } from './machine.ts';
import { deskOf } from './places.ts';
import { splitText } from './split.ts';
import type { Work } from './work.ts';

const LINE = 200;

/** What an asker wrote while a human has their ticket. */
interface Said {
  text: string;
  files: readonly FileRef[];
  odd?: MessageEvent['odd'];
  source?: MessageRef;
}

/** Passes the asker's words and files on to the desk; when they have arrived, the asker sees ✅. */
export function relayToDesk(work: Work, ticket: Ticket, said: Said): void {
  const { turn, all } = work;
  const name = literal(ticket.askerName);
  const to = deskOf(ticket);
  const words = said.text.trim();
  const keys =
    to && words !== ''
      ? splitText(words).map((piece) =>
          turn.post(to, [text(fill(all.desk.askerSays, { name, text: literal(piece) }))], {
            ticket: ticket.id,
            report: true,
          }),
        )
      : [];
  const event = keys.at(-1) ?? turn.id();
  const files = takeFiles(work, ticket, event, said.files, 'asker');
  const { source } = said;
  turn.ticketEvent(
    ticket.id,
    'asker-message',
    { text: said.text, ...(files.length > 0 && { files }), ...(source && { source }) },
    event,
  );
  if (source) turn.relays(keys.map((operation) => relay(ticket, event, source, operation)));
  if (said.odd) sayOdd(work, ticket, said.odd, words !== '');
  const done = step(ticket, { act: 'asker-writes' }, work.now);
  if (done.ok) keep(work, ticket, { ...done.ticket, ...lastLine(work, said.text) });
}

function relay(ticket: Ticket, event: string, source: MessageRef, operation: string): Relay {
  return { source, operation, ticket: ticket.id, event, to: 'desk' };
}

function lastLine({ now }: Work, words: string): Pick<Ticket, 'lastLine'> {
  const line = words.replaceAll(/\s+/g, ' ').trim().slice(0, LINE);
  return line === '' ? {} : { lastLine: { from: 'asker', at: now, text: line } };
}

/** A sticker, a poll, a voice message: the writer is told what of it was passed on. */
function sayOdd({ turn, event }: Work, ticket: Ticket, odd: NonNullable<Said['odd']>, readable: boolean): void {
  const { service } = texts(ticket.language);
  const line = fill(readable ? service.odd : service.oddNothing, { kind: service.kinds[odd] });
  turn.post({ place: event.place }, [text(line)], { answers: true, quiet: !event.private, language: ticket.language });
}
