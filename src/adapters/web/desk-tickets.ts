import type { PlaceId, Ticket, TicketEvent } from '../../core/index.ts';
import type { WebContext } from './options.ts';
import { DESK, isDeskPlace } from './places.ts';
import { lastSequence, readPlace, timeline, type Shown } from './timeline.ts';

const OPEN: Ticket['state'][] = ['open', 'claimed', 'waiting-for-asker', 'waiting-for-agent', 'snoozed', 'resolved'];

export interface TicketLine {
  ticket: Ticket;
  /** Drafts about which nothing was decided. */
  unsent: number;
}

export interface TicketThread {
  ticket: Ticket;
  /** What the asker writes is ignored. */
  blocked: boolean;
  /** Where agents write; absent when the ticket lives on another platform. */
  place?: PlaceId;
  shown: Shown[];
  /** Who did what, oldest first. */
  events: TicketEvent[];
  /** Outbox sequence of the last entry. */
  after: number;
}

/** Those that wait longest come first. */
export async function openTickets(context: WebContext, limit: number): Promise<TicketLine[]> {
  const tickets = await context.tickets({ states: OPEN, limit });
  const unsent = await context.unsentDrafts(tickets.map(({ id }) => id));
  const lines = tickets.map((ticket) => ({ ticket, unsent: unsent.get(ticket.id) ?? 0 }));
  return lines.sort((a, b) => waiting(a) - waiting(b) || a.ticket.openedAt - b.ticket.openedAt);
}

function waiting({ ticket }: TicketLine): number {
  return ticket.waitingSince ?? Infinity;
}

/** A ticket from before there was a desk has no thread: its buttons speak from the desk itself. */
function placeOf({ desk }: Ticket): PlaceId | undefined {
  if (desk === undefined) return DESK;
  return isDeskPlace(desk) ? desk : undefined;
}

/** What agents sent without a draft stands in no thread: it is taken from the ticket's events. */
export function sentToAsker(events: readonly TicketEvent[]): Shown[] {
  return events
    .filter(({ kind, draft }) => kind === 'agent-message' && draft === undefined)
    .map(({ id, at, text, by }) => ({ from: 'agent', id, at, text: text ?? '', name: by.name }));
}

/** The post that opened the ticket. */
function openingPost(shown: readonly Shown[], key: string | undefined): Shown[] {
  return shown.filter((one) => one.from === 'assistant' && one.key === key);
}

/** All of a ticket that the desk sees, in order of time. */
export async function ticketThread(
  context: WebContext,
  id: string,
  viewer: PlaceId,
): Promise<TicketThread | undefined> {
  const found = await context.ticketWithEvents(id);
  if (!found) return undefined;
  const { ticket, events } = found;
  const place = placeOf(ticket);
  const entries = place === undefined || place === DESK ? [] : await readPlace(context.history, place);
  const thread = timeline(entries, viewer);
  const everywhere = [...thread, ...timeline(await readPlace(context.history, DESK), viewer)];
  const opening = openingPost(everywhere, ticket.deskOperation);
  const rest = thread.filter((one) => one.from !== 'assistant' || one.key !== ticket.deskOperation);
  const shown = [...opening, ...[...rest, ...sentToAsker(events)].sort((a, b) => a.at - b.at)];
  const blocked = await context.isBlocked(ticket.asker);
  return { ticket, blocked, ...(place !== undefined && { place }), shown, events, after: lastSequence(entries) };
}
