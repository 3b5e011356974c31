import type { Event, MessageRef, PlaceId, Settings, Situation, Target, Ticket } from '../model.ts';
import { queueOf, serviceOf } from './queues.ts';

/** Where the desk reads a ticket: its thread, or the one that is still being opened. */
export function deskOf(ticket: Ticket): Target | undefined {
  if (ticket.desk !== undefined) return { place: ticket.desk };
  return ticket.deskOperation === undefined ? undefined : { opened: ticket.deskOperation };
}

/** Where the asker reads answers: never a private answer in public. */
export function askerOf(ticket: Ticket): Target {
  return ticket.private ? { place: ticket.place } : { direct: ticket.asker };
}

/** Whether an event comes from the place where agents read this ticket. */
export function isAtDesk({ place }: Pick<Event, 'place'>, ticket: Ticket, settings: Settings): boolean {
  const desks = [ticket.desk, queueOf(settings, ticket)?.desk, settings.desk];
  return desks.some((desk) => desk !== undefined && (place === desk || place.startsWith(`${desk}/`)));
}

/**
 * Whether the author may act on this ticket as an agent. What was learnt of their membership counts; else that they
 * could write or press in the desk's own place.
 */
export function mayAct(event: Event, ticket: Ticket, { membership, settings }: Situation): boolean {
  return membership ? membership.member : isAtDesk(event, ticket, settings);
}

/** Whether what this person writes here belongs to their open ticket: its own conversation, or their DM with us. */
export function belongsToTicket(event: Event, { ticket }: Situation): boolean {
  if (!ticket || ticket.deskOperation === undefined) return false;
  const inItsPlace = ticket.private && ticket.place === event.place;
  return inItsPlace || ticket.conversation === event.conversation || event.private;
}

/**
 * Desks whose member the author must be for what they want; empty where nobody's rights are in question. The bot asks
 * the platform, unless it did within the last minutes.
 */
export function desksAsked(event: Event, { deskTicket, settings }: Situation): PlaceId[] {
  if (deskTicket && event.author.id !== deskTicket.asker) {
    const desk = queueOf(settings, deskTicket)?.desk;
    return isDeed(event) && desk !== undefined ? [desk] : [];
  }
  const wide = event.type === 'desk-command' || (event.type === 'action' && DESK_WIDE.has(event.intent.name));
  return wide || isWideForm(event) ? [...new Set(serviceOf(settings).queues.map(({ desk }) => desk))] : [];
}

const DESK_WIDE: ReadonlySet<string> = new Set(['list-tickets', 'hand-over-all', 'set-presence', 'agent-form']);

function isWideForm(event: Event): boolean {
  return event.type === 'submission' && event.form === 'hand-over-all';
}

function isDeed({ type }: Event): boolean {
  return ['message', 'action', 'desk-command', 'submission', 'edited', 'deleted'].includes(type);
}

/** The message that an event is. */
export function sourceOf(event: Event): MessageRef | undefined {
  if (event.type === 'edited' || event.type === 'deleted') return { place: event.place, messageId: event.messageId };
  return event.type === 'message' && event.messageId !== undefined
    ? { place: event.place, messageId: event.messageId }
    : undefined;
}
