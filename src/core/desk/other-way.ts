import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { DeliveryEvent, Ticket, TicketEvent } from '../model.ts';
import { literal } from './desk-blocks.ts';
import { askerOf } from './places.ts';
import type { Work } from './work.ts';

/** Direct messages are closed: once, a private thread is tried where they asked. */
export function tryOtherWay({ turn, situation, event }: Work, ticket: Ticket): void {
  if (wayOf(situation.ticketEvents) !== undefined) return;
  const { service } = texts(ticket.language);
  const title = fill(service.privateTitle, { number: ticket.number });
  const reply = {
    label: service.reply,
    intent: { name: 'ticket-form' as const, ticket: ticket.id, form: 'reply' as const },
  };
  const opening = [text(service.privatePlace), ...actions(reply)];
  const audience = { person: ticket.asker, language: ticket.language };
  const way = turn.openPlace(ticket.place, title, opening, ticket.id, audience);
  const first = event.type === 'delivery' ? event.operation : '';
  turn.ticketEvent(ticket.id, 'delivery-refused', { facts: { way, first } });
}

function wayOf(events: readonly TicketEvent[]): TicketEvent['facts'] | undefined {
  return events.find(({ kind, facts }) => kind === 'delivery-refused' && facts?.['way'] !== undefined)?.facts;
}

export function isOtherWay({ situation }: Work, { operation }: DeliveryEvent): boolean {
  return wayOf(situation.ticketEvents)?.['way'] === operation;
}

/** The thread is there: what could not be said before is said now. Where there is none, they hear how to open their messages. */
export function otherWayEnded(work: Work, ticket: Ticket, { outcome }: DeliveryEvent): void {
  if (outcome === 'sent') return sayAgain(work, ticket);
  const { service } = texts(ticket.language);
  const operation = String(wayOf(work.situation.ticketEvents)?.['first'] ?? '');
  const again = { label: service.tryAgain, intent: { name: 'retry-delivery' as const, ticket: ticket.id, operation } };
  work.turn.post({ place: ticket.place }, [text(service.directClosed), ...actions(again)], {
    quiet: true,
    audience: ticket.asker,
    ticket: ticket.id,
    language: ticket.language,
  });
}

function sayAgain({ turn, situation }: Work, ticket: Ticket): void {
  const refused = new Set(
    situation.ticketEvents.flatMap(({ kind, facts }) => (kind === 'delivery-refused' ? [facts?.['operation']] : [])),
  );
  const { desk } = texts(ticket.language);
  const unsaid = situation.ticketEvents.filter(({ kind, id }) => kind === 'agent-message' && refused.has(id));
  for (const { text: words = '', shownAs = '' } of unsaid) {
    const line = fill(desk.from, { agent: literal(shownAs), text: words });
    turn.post(askerOf(ticket), [text(line)], { ticket: ticket.id, language: ticket.language, report: true });
  }
}
