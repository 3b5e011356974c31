import { text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { DeliveryEvent, Event, Situation, Ticket, Turn } from '../model.ts';
import { TurnBuilder } from '../turns/turn-builder.ts';
import { literal } from './desk-blocks.ts';
import { deskOf } from './relay.ts';

/** Tells the desk what became of a message to the asker: sent, or why not. Nothing is refused silently (N6). */
export function deliveryTurn(event: Event & DeliveryEvent, situation: Situation, now: number): Turn {
  const turn = new TurnBuilder(event, situation, situation.settings.defaultLanguage, now);
  const ticket = situation.deskTicket ?? situation.ticket;
  if (!ticket) return turn.build({ kind: 'ignored', reason: 'nothing-to-do' });
  if (event.operation === ticket.deskOperation) return deskPostEnded(turn, event, ticket);
  const to = deskOf(ticket);
  const line = lineFor(event, ticket, situation);
  if (!to || line === undefined) return turn.build({ kind: 'ignored', reason: 'nothing-to-do' });
  if (event.outcome === 'refused') turn.ticketEvent(ticket.id, 'delivery-refused');
  turn.post(to, [text(line)], { ticket: ticket.id });
  return turn.build({ kind: 'done' });
}

function lineFor(event: DeliveryEvent, ticket: Ticket, { settings, ticketEvents }: Situation): string | undefined {
  const { desk } = texts(settings.defaultLanguage);
  const name = literal(ticket.askerName);
  if (event.outcome === 'refused') return fill(desk.refused, { name, reason: desk.refusals[event.code ?? 'rejected'] });
  const agentMessage = ticketEvents.some((entry) => entry.id === event.operation && entry.kind === 'agent-message');
  return agentMessage ? fill(desk.sent, { name }) : undefined;
}

/** The desk could not be reached: the asker is told that nobody has it yet, and the ticket stays. */
function deskPostEnded(turn: TurnBuilder, event: DeliveryEvent, ticket: Ticket): Turn {
  if (event.outcome === 'sent') return turn.build({ kind: 'ignored', reason: 'nothing-to-do' });
  const { deskOperation: _, ...unposted } = ticket;
  turn.ticket(unposted);
  turn.ticketEvent(ticket.id, 'delivery-refused');
  turn.post(ticket.private ? { place: ticket.place } : { direct: ticket.asker }, [
    text(fill(texts(ticket.language).desk.noDesk, { number: ticket.number })),
  ]);
  return turn.build({ kind: 'done' });
}
