import { texts } from '../locales/index.ts';
import type { Ticket, TicketEvent, TicketEventKind } from '../model.ts';
import { type Act, type NotDone, step } from './machine.ts';
import { queueName, queueOf } from './queues.ts';
import { timersOf, withTargets } from './targets.ts';
import type { Work } from './work.ts';

type Extra = Omit<TicketEvent, 'id' | 'ticket' | 'at' | 'kind' | 'by'>;

/** Does one step with a ticket and writes down who did it; why not, where it cannot be done. */
export function act(work: Work, ticket: Ticket, deed: Act, kind: TicketEventKind, extra: Extra = {}): Ticket | NotDone {
  const done = step(ticket, deed, work.now);
  if (!done.ok) return done.why;
  work.turn.ticketEvent(ticket.id, kind, extra);
  return keep(work, ticket, done.ticket);
}

/** Takes over a changed ticket: its targets, its timers, and how it shows at the desk. */
export function keep(work: Work, before: Ticket, after: Ticket): Ticket {
  const ticket = arranged(work, before, after);
  work.turn.ticket(ticket);
  return ticket;
}

/** The same for a ticket beside the event's own. */
export function keepOther(work: Work, before: Ticket, after: Ticket): Ticket {
  const ticket = arranged(work, before, after);
  work.turn.otherTicket(ticket);
  return ticket;
}

function arranged(work: Work, before: Ticket, after: Ticket): Ticket {
  const { settings } = work.situation;
  const ticket = withTargets(after, settings);
  const { set, stop } = timersOf(ticket, settings);
  for (const timer of set) work.turn.timer(timer);
  work.turn.stop(stop);
  if (before.state !== ticket.state || before.queue !== ticket.queue) showState(work, ticket);
  return ticket;
}

/** A desk that can show a state shows it; nothing is said. */
export function showState({ turn, situation, language }: Work, ticket: Ticket): void {
  if (ticket.deskOperation === undefined) return;
  const queue = queueOf(situation.settings, ticket);
  const tags = {
    queue: queue ? queueName(queue, language) : ticket.queue,
    language: texts(ticket.language).common.name,
    claimed: ticket.agent !== undefined,
  };
  turn.setState(ticket.deskOperation, ticket.state, tags, ticket.id);
}
