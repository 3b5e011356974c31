import { text } from '../intents/answer.ts';
import { fill } from '../locales/index.ts';
import type { DeskIntent, Person, Queue, Ticket } from '../model.ts';
import { type Brief, linesOfTicket } from './briefing.ts';
import { literal } from './desk-blocks.ts';
import { keep, keepOther } from './keep.ts';
import { isEnded, step } from './machine.ts';
import { deskOf } from './places.ts';
import { postAtDesk } from './open-ticket.ts';
import { queueName, queueOf, serviceOf } from './queues.ts';
import { notDone } from './refusals.ts';
import type { Work } from './work.ts';

type Hand = Extract<DeskIntent, { name: 'hand-ticket' }>;

/** To another agent, or to a queue, whose desk then gets the ticket with all that was said. */
export function handTicket(work: Work, ticket: Ticket, { agent, queue: wanted, note = '' }: Hand): void {
  const { turn, event, all, situation, language } = work;
  const queue = serviceOf(situation.settings).queues.find(({ id }) => id === wanted);
  const done = step(ticket, { act: 'hand', agent, queue: queue?.id ?? ticket.queue }, work.now);
  if (!done.ok) {
    turn.say([notDone(work, ticket, done.why)]);
    return;
  }
  const facts = { agent: literal(event.author.name), to: literal(toWhom(agent, queue, language)) };
  turn.ticketEvent(ticket.id, 'handed-over', { facts: { to: facts.to }, ...(note !== '' && { text: note }) });
  const line = fill(agent ? all.agents.handedTo : all.agents.handedToQueue, facts);
  const lines = [line, ...(note === '' ? [] : [fill(all.agents.handNote, { note: literal(note) })])];
  turn.post(deskOf(ticket) ?? { place: event.place }, [text(lines.join('\n'))], { ticket: ticket.id });
  keep(work, ticket, moved(work, done.ticket, queue, queueOf(situation.settings, ticket)?.desk));
}

function toWhom(agent: Person | undefined, queue: Queue | undefined, language: string): string {
  return agent?.name ?? (queue ? queueName(queue, language) : '');
}

/** Where the queue's desk is another place, the ticket gets a thread there. */
function moved(work: Work, ticket: Ticket, queue: Queue | undefined, before: string | undefined): Ticket {
  if (!queue || queue.desk === before) return ticket;
  return atDesk(work, ticket, queue);
}

/** A thread in a queue's desk, with all that is known so far. */
export function atDesk(work: Work, ticket: Ticket, queue: Queue): Ticket {
  const { desk: _, ...rest } = ticket;
  const brief = { ticket, queue: queueName(queue, work.language), ...knownOf(work, ticket) };
  return { ...rest, deskOperation: postAtDesk(work, brief, queue) };
}

/** What was known when it was opened, as long as that is kept, and what was said since. */
function knownOf({ situation }: Work, { openedAt }: Ticket): Omit<Brief, 'ticket' | 'queue'> {
  const { askerSide, ticketEvents } = situation;
  const before = (askerSide?.transcript ?? []).filter(({ at }) => at < openedAt);
  return {
    slots: askerSide?.slots ?? {},
    intent: askerSide?.lastIntent,
    tried: askerSide?.tried ?? [],
    earlier: [],
    lines: [...before, ...linesOfTicket(ticketEvents)],
  };
}

/** All open tickets of an agent go to another, or back to where everybody sees them. Gives how many. */
export function handOverAll(work: Work, to: Person | undefined, note: string): number {
  const { turn, event, situation, all } = work;
  const mine = (situation.tickets ?? []).filter(({ ticket }) => ticket.agent?.id === event.author.id);
  for (const { ticket } of mine) {
    const done = isEnded(ticket) ? undefined : step(ticket, handing(ticket, to), work.now);
    if (!done?.ok) continue;
    turn.ticketEvent(ticket.id, to ? 'handed-over' : 'returned', note === '' ? {} : { text: note });
    const agent = literal(event.author.name);
    const line = to
      ? fill(all.agents.handedTo, { agent, to: literal(to.name) })
      : fill(all.agents.releasedBy, { agent });
    const lines = [line, ...(note === '' ? [] : [fill(all.agents.handNote, { note: literal(note) })])];
    const desk = deskOf(ticket);
    if (desk) turn.post(desk, [text(lines.join('\n'))], { ticket: ticket.id });
    keepOther(work, ticket, done.ticket);
  }
  return mine.length;
}

function handing(ticket: Ticket, agent: Person | undefined) {
  return agent ? { act: 'hand' as const, agent, queue: ticket.queue } : { act: 'release' as const };
}
