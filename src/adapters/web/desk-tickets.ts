import type { Block, PlaceId, Ticket, TicketEvent } from '../../core/index.ts';
import type { WebContext } from './options.ts';
import { DESK, isDeskPlace } from './places.ts';
import { lastSequence, readPlace, timeline, type Shown } from './timeline.ts';

const OPEN: Ticket['state'][] = ['open', 'claimed', 'waiting-for-asker', 'waiting-for-agent', 'snoozed', 'resolved'];

export interface TicketLine {
  ticket: Ticket;
  lastLine: string;
}

export interface TicketThread {
  ticket: Ticket;
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
  const lines = tickets.map(async (ticket) => {
    const found = await context.ticketWithEvents(ticket.id);
    return { ticket, lastLine: found?.events.findLast(({ text }) => text !== undefined && text !== '')?.text ?? '' };
  });
  return (await Promise.all(lines)).sort((a, b) => waiting(a) - waiting(b) || a.ticket.openedAt - b.ticket.openedAt);
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

/** The post that opened the ticket; but for the answers that fit, its buttons stand in the page's head. */
function openingPost(shown: readonly Shown[], key: string | undefined): Shown[] {
  const post = shown.find((one) => one.from === 'assistant' && one.key === key);
  if (post?.from !== 'assistant') return [];
  const blocks = post.reply.blocks.flatMap(withSuggestions);
  return [{ ...post, reply: { ...post.reply, blocks } }];
}

function withSuggestions(block: Block): Block[] {
  if (block.kind !== 'actions') return [block];
  const actions = block.actions.filter(({ intent }) => intent.name.startsWith('send-'));
  return actions.length > 0 ? [{ ...block, actions }] : [];
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
  const opening = openingPost(
    [...thread, ...timeline(await readPlace(context.history, DESK), viewer)],
    ticket.deskOperation,
  );
  const rest = thread.filter((one) => one.from !== 'assistant' || one.key !== ticket.deskOperation);
  const shown = [...opening, ...[...rest, ...sentToAsker(events)].sort((a, b) => a.at - b.at)];
  return { ticket, ...(place !== undefined && { place }), shown, events, after: lastSequence(entries) };
}
