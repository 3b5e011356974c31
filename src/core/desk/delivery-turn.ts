import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { DeliveryEvent, Event, Ticket, Turn } from '../model.ts';
import { ignored } from '../turns/ignored.ts';
import { SIGN_MARK } from '../turns/turn-speech.ts';
import { literal } from './desk-blocks.ts';
import { FILE_MARK } from './files.ts';
import { atDesk } from './hand.ts';
import { keep } from './keep.ts';
import { isOtherWay, otherWayEnded, tryOtherWay } from './other-way.ts';
import { askerOf, deskOf } from './places.ts';
import { serviceOf } from './queues.ts';
import type { Work } from './work.ts';

/** What became of something on its way: both sides hear of what matters to them. Nothing is refused silently (N6). */
export function deliveryTurn(work: Work, event: Event & DeliveryEvent): Turn {
  const { turn, situation } = work;
  const ticket = situation.deskTicket ?? situation.ticket;
  if (!ticket) return ignored(event, 'nothing-to-do');
  const told = report(work, ticket, event);
  return told ? turn.build({ kind: 'done' }) : ignored(event, 'nothing-to-do');
}

/** False where nobody needs to know. */
function report(work: Work, ticket: Ticket, event: DeliveryEvent): boolean {
  if (event.operation.endsWith(SIGN_MARK)) return event.outcome === 'refused' && sayPassedOn(work, ticket);
  if (event.operation === ticket.deskOperation) return event.outcome === 'refused' && deskRefused(work, ticket);
  if (isOtherWay(work, event)) {
    otherWayEnded(work, ticket, event);
    return true;
  }
  const { relays = [], ticketEvents } = work.situation;
  const said = ticketEvents.some(({ id, kind }) => id === event.operation && kind === 'asker-message');
  return said || relays.some(({ to }) => to === 'desk') ? relayed(work, ticket, event) : toAsker(work, ticket, event);
}

/** The person's words, or a file of theirs, went to the desk. */
function relayed(work: Work, ticket: Ticket, event: DeliveryEvent): boolean {
  const { turn, situation, event: cause } = work;
  const [relay] = situation.relays ?? [];
  if (event.outcome === 'sent') {
    if (!relay) return sayPassedOn(work, ticket);
    // Of several pieces the last one tells; a file tells for itself.
    if (event.operation !== relay.event && !relay.event.startsWith(FILE_MARK)) return false;
    turn.react(relay.source, 'passed-on', ticket.id);
    return true;
  }
  const all = texts(ticket.language);
  turn.ticketEvent(ticket.id, 'delivery-refused');
  if (relay) turn.react(relay.source, 'not-passed-on', ticket.id);
  const reason = all.desk.refusals[event.code ?? 'rejected'];
  const line = fill(all.service.notPassedOn, { reason, number: ticket.number });
  turn.post({ place: cause.place }, [text(line)], { quiet: !cause.private, language: ticket.language });
  return true;
}

/** Where there are no signs, words say that it was passed on. */
function sayPassedOn({ turn, event }: Work, ticket: Ticket): boolean {
  const line = texts(ticket.language).desk.relayed;
  turn.post({ place: event.place }, [text(line)], { quiet: !event.private, language: ticket.language });
  return true;
}

/** An agent's words, or anything else for the asker. */
function toAsker(work: Work, ticket: Ticket, event: DeliveryEvent): boolean {
  const { turn, all, situation } = work;
  const to = deskOf(ticket);
  const name = literal(ticket.askerName);
  if (event.outcome === 'sent') {
    const ofAgent = situation.ticketEvents.some(({ id, kind }) => id === event.operation && kind === 'agent-message');
    if (ofAgent && to) turn.post(to, [text(fill(all.desk.sent, { name }))], { ticket: ticket.id });
    return ofAgent && to !== undefined;
  }
  turn.ticketEvent(ticket.id, 'delivery-refused', { facts: { operation: event.operation } });
  const reason = all.desk.refusals[event.code ?? 'rejected'];
  const retry = { name: 'retry-delivery' as const, ticket: ticket.id, operation: event.operation };
  if (to)
    turn.post(
      to,
      [text(fill(all.desk.refused, { name, reason })), ...actions({ label: all.agents.retry, intent: retry })],
      { ticket: ticket.id },
    );
  if (event.code === 'direct-closed' && !ticket.private) tryOtherWay(work, ticket);
  return true;
}

/** A desk could not be reached: the next one has it; where there is none, the asker is told, and the ticket stays. */
function deskRefused(work: Work, ticket: Ticket): boolean {
  const { turn, situation } = work;
  turn.ticketEvent(ticket.id, 'delivery-refused');
  const { queues } = serviceOf(situation.settings);
  const at = queues.findIndex(({ id }) => id === ticket.queue);
  const next = queues.slice(at + 1).find(({ desk }) => desk !== queues[at]?.desk);
  if (next) {
    keep(work, ticket, atDesk(work, { ...ticket, queue: next.id }, next));
    return true;
  }
  const { deskOperation: _, ...unposted } = ticket;
  turn.ticket(unposted);
  const line = fill(texts(ticket.language).desk.noDesk, { number: ticket.number });
  turn.post(askerOf(ticket), [text(line)], { language: ticket.language });
  return true;
}
