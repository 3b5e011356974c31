import { text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Block, DeletedEvent, EditedEvent, Event, Relay, Ticket, TicketEvent, Turn } from '../model.ts';
import { ignored } from '../turns/ignored.ts';
import { literal } from './desk-blocks.ts';
import { note, unsent } from './drafts.ts';
import { FILE_MARK } from './files.ts';
import { shownName } from './names.ts';
import { askerOf, deskOf, mayAct, sourceOf } from './places.ts';
import { serviceOf } from './queues.ts';
import { refuseAct } from './refusals.ts';
import { splitText } from './split.ts';
import type { Work } from './work.ts';

type Changed = Event & (EditedEvent | DeletedEvent);

/** Whether an edit or a deletion is of something that a ticket passed on, or of an agent's draft. */
export function concernsTicket(event: Changed, { situation }: Pick<Work, 'situation'>): boolean {
  return (situation.relays ?? []).length > 0 || draftOf(event, situation.ticketEvents) !== undefined;
}

/** What was passed on changes with its original, and so does a draft. */
export function changeTurn(work: Work, ticket: Ticket, event: Changed): Turn {
  const relays = (work.situation.relays ?? []).filter((relay) => relay.ticket === ticket.id);
  const fromAsker = relays[0]?.to === 'desk';
  if (!fromAsker && !mayAct(event, ticket, work.situation)) return refuseAct(work, ticket, event.type);
  if (relays.length === 0) return changeDraft(work, ticket, event);
  if (event.type === 'deleted') remove(work, ticket, relays, fromAsker);
  else if (fromAsker) edit(work, ticket, event.text, relays, fromAsker);
  else editByAgent(work, ticket, event.text.trim(), relays);
  return work.turn.build({ kind: 'relayed' });
}

function draftOf(event: Changed, events: readonly TicketEvent[]) {
  return unsent(events).find(({ source }) => source?.place === event.place && source.messageId === event.messageId);
}

function changeDraft({ turn, situation, all }: Work, ticket: Ticket, event: Changed): Turn {
  const draft = draftOf(event, situation.ticketEvents);
  if (!draft) return ignored(event, 'nothing-to-do');
  if (event.type === 'edited') turn.ticketEvent(ticket.id, 'draft-changed', { text: event.text, draft: draft.id });
  else {
    turn.ticketEvent(ticket.id, 'draft-dropped', { draft: draft.id });
    turn.blank([draft.id]);
    turn.say([text(all.agents.draftDropped)]);
  }
  return turn.build({ kind: 'done' });
}

/** The signs before the words mean the same as when they were written: how to send it, or that it stays inside. */
function editByAgent(work: Work, ticket: Ticket, words: string, relays: readonly Relay[]): void {
  const { sendPrefix, notePrefix } = serviceOf(work.situation.settings);
  if (words.startsWith(notePrefix)) note(work, ticket, words.slice(notePrefix.length));
  else edit(work, ticket, words.startsWith(sendPrefix) ? words.slice(sendPrefix.length) : words, relays, false);
}

/** Piece by piece: a piece that is now too many is taken back, one that is missing is posted. */
function edit(work: Work, ticket: Ticket, words: string, relays: readonly Relay[], fromAsker: boolean): void {
  const { turn, all, event } = work;
  const said = relays.filter((relay) => !relay.event.startsWith(FILE_MARK));
  const pieces = words.trim() === '' ? [] : splitText(words.trim());
  const options = { ticket: ticket.id, language: fromAsker ? work.language : ticket.language };
  const source = relays[0]?.source;
  const id = said[0]?.event ?? '';
  for (const [index, piece] of pieces.entries()) {
    const blocks = [text(lineFor(work, ticket, piece, fromAsker))];
    const relay = said[index];
    if (relay) turn.edit(relay.operation, blocks, false, options);
    else if (source) addPiece(work, ticket, blocks, { source, event: id, to: fromAsker ? 'desk' : 'asker' });
  }
  for (const relay of said.slice(pieces.length)) turn.remove(relay.operation, ticket.id);
  turn.ticketEvent(ticket.id, 'message-changed', { text: words, ...(source && { source }) });
  const desk = deskOf(ticket);
  const name = literal(ticket.askerName);
  if (fromAsker) {
    if (desk) turn.post(desk, [text(fill(all.agents.changedByAsker, { name }))], { ticket: ticket.id });
    const { service } = texts(ticket.language);
    turn.post({ place: event.place }, [text(service.changePassedOn)], {
      quiet: !event.private,
      answers: true,
      language: ticket.language,
    });
  } else turn.say([text(fill(all.agents.changed, { name }))]);
}

function lineFor(work: Work, ticket: Ticket, piece: string, fromAsker: boolean): string {
  const { all, event, situation } = work;
  if (fromAsker)
    return `${fill(all.desk.askerSays, { name: literal(ticket.askerName), text: literal(piece) })} ${all.agents.edited}`;
  const own = texts(ticket.language);
  const agent = literal(shownName(event.author, situation.settings, ticket.language));
  return `${fill(own.desk.from, { agent, text: piece })} ${own.agents.edited}`;
}

function addPiece(
  { turn, language }: Work,
  ticket: Ticket,
  blocks: Block[],
  { source, event, to }: Pick<Relay, 'source' | 'event' | 'to'>,
): void {
  const target = to === 'desk' ? deskOf(ticket) : askerOf(ticket);
  if (!target) return;
  const operation = turn.post(target, blocks, {
    ticket: ticket.id,
    language: to === 'desk' ? language : ticket.language,
  });
  turn.relays([{ source, operation, ticket: ticket.id, event, to }]);
}

function changesOf({ situation, event }: Work): string[] {
  const source = sourceOf(event);
  const changes = situation.ticketEvents.filter(
    ({ kind, source: of }) => kind === 'message-changed' && of?.messageId === source?.messageId,
  );
  return changes.map(({ id }) => id);
}

/** The desk sees that there was something; at the asker's it is gone. Its text is kept nowhere. */
function remove(work: Work, ticket: Ticket, relays: readonly Relay[], fromAsker: boolean): void {
  const { turn, all, situation } = work;
  const name = literal(ticket.askerName);
  // A file of it that is still being fetched is not wanted any more.
  turn.cancel(situation.asked ?? []);
  for (const [index, { operation }] of relays.entries()) {
    if (index === 0 && fromAsker)
      turn.edit(operation, [text(fill(all.agents.deletedByAsker, { name }))], false, { ticket: ticket.id });
    else turn.remove(operation, ticket.id);
  }
  turn.blank([...new Set(relays.map((relay) => relay.event)), ...changesOf(work)]);
  turn.ticketEvent(ticket.id, 'message-deleted');
  if (!fromAsker) turn.say([text(fill(all.agents.deleted, { name }))]);
}
