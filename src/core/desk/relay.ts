import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Event, Situation, Target, Ticket } from '../model.ts';
import type { TurnBuilder } from '../turns/turn-builder.ts';
import { literal } from './desk-blocks.ts';

/** Whether what this person writes here belongs to their open ticket: its own conversation, or their DM with us. */
export function belongsToTicket(event: Event, { ticket }: Situation): boolean {
  if (!ticket || ticket.deskOperation === undefined) return false;
  return ticket.conversation === event.conversation || event.private;
}

/** Where the desk reads a ticket: its thread, or the one that is still being opened. */
export function deskOf(ticket: Ticket): Target | undefined {
  if (ticket.desk !== undefined) return { place: ticket.desk };
  return ticket.deskOperation === undefined ? undefined : { opened: ticket.deskOperation };
}

/** Where the asker reads answers: never a private answer in public. */
export function askerOf(ticket: Ticket): Target {
  return ticket.private ? { place: ticket.place } : { direct: ticket.asker };
}

/** Passes the asker's words and the names of their files on to the desk. */
export function relayToDesk(
  turn: TurnBuilder,
  ticket: Ticket,
  said: string,
  files: readonly string[],
  { settings }: Situation,
): void {
  const { desk } = texts(settings.defaultLanguage);
  const to = deskOf(ticket);
  if (!to) return;
  const name = literal(ticket.askerName);
  const lines = [
    ...(said.trim() === '' ? [] : [fill(desk.askerSays, { name, text: literal(said) })]),
    ...files.map((file) => fill(desk.askerFile, { name, file: literal(file) })),
  ];
  const key = turn.post(to, [text(lines.join('\n'))], { ticket: ticket.id });
  turn.ticketEvent(ticket.id, 'asker-message', { text: said }, key);
  turn.ticket({ ...ticket, state: ticket.state === 'open' ? 'open' : 'waiting-for-agent' });
}

/** Sends an agent's words to the asker, under the name that the operator chose; the delivery is reported back. */
export function sendToAsker(
  turn: TurnBuilder,
  ticket: Ticket,
  words: string,
  event: Event,
  situation: Situation,
  draft?: string,
): void {
  const all = texts(ticket.language);
  const agent = situation.settings.agentAlias ?? event.author.name;
  const key = turn.post(askerOf(ticket), [text(fill(all.desk.from, { agent: literal(agent), text: words }))], {
    report: true,
    ticket: ticket.id,
  });
  turn.ticketEvent(ticket.id, 'agent-message', { text: words, ...(draft !== undefined && { draft }) }, key);
  turn.ticket({
    ...ticket,
    state: 'waiting-for-asker',
    agent: ticket.agent ?? { id: event.author.id, name: event.author.name },
  });
}

/** Ends a ticket and tells both sides. */
export function closeTicket(turn: TurnBuilder, ticket: Ticket, event: Event, situation: Situation, now: number): void {
  const byAsker = event.author.id === ticket.asker;
  const { desk } = texts(situation.settings.defaultLanguage);
  turn.ticketEvent(ticket.id, 'closed');
  turn.ticket({ ...ticket, state: 'closed', closedAt: now });
  const to = deskOf(ticket);
  const line = byAsker
    ? fill(desk.closedByAsker, { name: literal(ticket.askerName) })
    : fill(desk.closed, { agent: literal(event.author.name) });
  if (to) turn.post(to, [text(line)], { ticket: ticket.id });
  const farewell = fill(texts(ticket.language).desk.closedAsker, { number: ticket.number });
  turn.post(askerOf(ticket), [text(farewell)], { ticket: ticket.id });
}

/** What an agent sees under plain text that was not sent on purpose. */
export function draftPrompt(ticket: Ticket, draft: string, { settings }: Situation) {
  const { desk } = texts(settings.defaultLanguage);
  return [
    text(fill(desk.notSent, { name: literal(ticket.askerName) })),
    ...actions(
      { label: desk.sendThis, intent: { name: 'send-draft', ticket: ticket.id, draft }, style: 'primary' },
      { label: desk.keepNote, intent: { name: 'keep-note', ticket: ticket.id, draft } },
    ),
  ];
}
