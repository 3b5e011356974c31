import type {
  ConversationState,
  Event,
  Intent,
  JobOutcome,
  Offer,
  Reply,
  Situation,
  Ticket,
  TicketLine,
} from '../../core/index.ts';
import { agentsSeen } from './agents.ts';
import { answeredQuestion } from './answered.ts';
import { attachmentsOf } from './attachments.ts';
import { isSuperseded, wordsOf } from './deleted-messages.ts';
import { conversationById } from './conversations.ts';
import { type Glance, glanceAt } from './glance.ts';
import { jobOutcome, ticketNamed } from './inbox.ts';
import { jobsAskedBy } from './jobs.ts';
import { keptAbout } from './privacy.ts';
import { relaysBy, relaysOf } from './relays.ts';
import { recentEvents, unsentDrafts } from './ticket-events.ts';
import {
  isOpen,
  openInQueue,
  ticketById,
  ticketByNumber,
  ticketOfDesk,
  ticketsForAgent,
  ticketsOfAsker,
} from './tickets.ts';
import type { Queries } from './tables.ts';

/** The core sees so many events of a ticket, and of the older ones what still counts. */
const TICKET_EVENTS = 200;
const EARLIER = 5;
const DAY = 24 * 3_600_000;

export async function situationOf(db: Queries, event: Event): Promise<Omit<Situation, 'settings'>> {
  const glance = await glanceAt(db, event);
  const own = glance.isAsker ? await ticketsOfAsker(db, event.author.id) : [];
  const openTickets = own.filter(isOpen);
  const ticket = openTickets.find((one) => one.conversation === event.conversation) ?? openTickets[0];
  const deskTicket = await ticketMeant(db, event, glance);
  const shown = await shownBefore(db, event);
  const found = await foundBefore(db, event, glance.conversation);
  const subject = deskTicket ?? ticket;
  return {
    conversation: glance.conversation,
    person: glance.person,
    ...(ticket && { ticket, openTickets }),
    ...(deskTicket && { deskTicket }),
    ...pastOf(own, event),
    ...(await storyOf(db, subject)),
    ...(subject && (await aroundTicket(db, event, subject))),
    ...(concernsDesk(event) && (await aroundAgent(db, event))),
    nextTicketNumber: glance.nextTicketNumber,
    ...(shown && { shown }),
    ...(found && { found }),
    ...(asksForPrivacy(event) && { kept: await keptAbout(db, event.author.id) }),
    ...(await before(db, event)),
  };
}

async function storyOf(db: Queries, ticket?: Ticket): Promise<Pick<Situation, 'ticketEvents' | 'ticketCounts'>> {
  if (!ticket) return { ticketEvents: [] };
  const { events, counts } = await recentEvents(db, ticket.id, TICKET_EVENTS);
  return { ticketEvents: events, ...(counts && { ticketCounts: counts }) };
}

function asksForPrivacy(event: Event): boolean {
  if (event.type === 'command') return event.command === 'privacy';
  return event.type === 'action' && event.intent.name === 'privacy';
}

/** What an edited or deleted message had set going. */
async function before(
  db: Queries,
  event: Event,
): Promise<Pick<Situation, 'asked' | 'answered' | 'said' | 'superseded'>> {
  if (event.type !== 'deleted' && event.type !== 'edited') return {};
  const answered = await answeredQuestion(db, event);
  return {
    asked: await jobsAskedBy(db, event, event.messageId),
    ...(answered && { answered }),
    ...(event.type === 'deleted' && { said: await wordsOf(db, event) }),
    ...(event.type === 'edited' && (await isSuperseded(db, event)) && { superseded: true }),
  };
}

/** The ticket that the event names, else the one of the place it came from. */
async function ticketMeant(db: Queries, event: Event, { isDesk }: Glance): Promise<Ticket | undefined> {
  if (event.type === 'desk-command' && event.number !== undefined) return ticketByNumber(db, event.number);
  const named = event.type === 'delivery' ? await ticketOfOperation(db, event.operation) : ticketNamed(event);
  if (named !== null) return ticketById(db, named);
  return isDesk ? ticketOfDesk(db, event.place) : undefined;
}

type Past = Pick<Situation, 'earlier' | 'openedToday' | 'reopenable'>;

/** What the person's earlier tickets say: few are looked at, and only the last may be opened again. */
function pastOf(own: readonly Ticket[], event: Event): Past {
  if (own.length === 0) return {};
  const ended = own.filter((one) => !isOpen(one));
  const earlier = ended.slice(0, EARLIER).map(({ id, number, state, openedAt, subject = '' }) => ({
    id,
    number,
    state,
    openedAt,
    subject,
  }));
  const openedToday = own.filter((one) => one.openedAt > event.at - DAY).length;
  return { earlier, openedToday, ...(ended[0] && { reopenable: ended[0] }) };
}

async function aroundTicket(db: Queries, event: Event, ticket: Ticket): Promise<Around> {
  const said = event.type === 'message' || event.type === 'edited' || event.type === 'deleted';
  const relays =
    said && event.messageId !== undefined
      ? await relaysOf(db, { place: event.place, messageId: event.messageId })
      : undefined;
  const reported = event.type === 'delivery' ? await relaysBy(db, event.operation) : undefined;
  const inTheWay = isOpen(ticket) ? undefined : await openInQueue(db, ticket);
  const askerSide = mayMove(event) ? await conversationById(db, ticket.conversation) : undefined;
  return {
    attachments: await attachmentsOf(db, ticket.id),
    ...((relays ?? reported) && { relays: relays ?? reported ?? [] }),
    ...(inTheWay && { inTheWay }),
    ...(askerSide && { askerSide }),
  };
}

/** It is handed over, or its desk could not be reached. */
function mayMove(event: Event): boolean {
  if (event.type === 'action') return event.intent.name === 'hand-ticket';
  if (event.type === 'desk-command') return event.command === 'hand';
  return event.type === 'submission' ? event.form === 'hand-over' : event.type === 'delivery';
}

type Around = Pick<Situation, 'attachments' | 'relays' | 'inTheWay' | 'askerSide'>;

/** Lists, hand-overs and forms with names in them. */
function concernsDesk(event: Event): boolean {
  if (event.type === 'desk-command' || event.type === 'timer-due') return true;
  if (event.type === 'submission') return event.form === 'hand-over' || event.form === 'hand-over-all';
  return event.type === 'action' && DESK_WIDE.has(event.intent.name);
}

const DESK_WIDE: ReadonlySet<Intent['name']> = new Set([
  'list-tickets',
  'hand-over-all',
  'set-presence',
  'hand-ticket',
  'ticket-form',
  'agent-form',
]);

async function aroundAgent(db: Queries, event: Event): Promise<Pick<Situation, 'agents' | 'tickets'>> {
  if (event.type === 'timer-due') return { agents: await agentsSeen(db) };
  const tickets = await ticketsForAgent(db, event.author.id);
  const unsent = await unsentDrafts(
    db,
    tickets.map(({ id }) => id),
  );
  const lines: TicketLine[] = tickets.map((ticket) => ({ ticket, unsent: unsent.get(ticket.id) ?? 0 }));
  return { agents: await agentsSeen(db), tickets: lines };
}

async function ticketOfOperation(db: Queries, key: string): Promise<string | null> {
  const row = await db.selectFrom('outbox').select('ticket').where('key', '=', key).executeTakeFirst();
  return row?.ticket ?? null;
}

/** For "…more": what the pressed message says now, after its edits. */
async function shownBefore(db: Queries, event: Event): Promise<Reply | undefined> {
  if (event.type !== 'action' || !('of' in event.intent)) return undefined;
  const of = event.intent.of;
  const row = await db
    .selectFrom('outbox')
    .select('operation')
    .where((where) =>
      where.or([where('key', '=', of), where.and([where('awaits', '=', of), where('kind', '=', 'edit')])]),
    )
    .where('operation', '<>', '')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && (JSON.parse(row.operation) as { reply?: Reply }).reply;
}

/** The details of a check are asked for by its button, or in words as long as that is the last that was offered. */
async function foundBefore(
  db: Queries,
  event: Event,
  { offered = [] }: ConversationState,
): Promise<JobOutcome | undefined> {
  const intents = event.type === 'action' ? [event.intent] : event.type === 'message' ? offered.map(intentOf) : [];
  const details = intents.find((intent) => intent.name === 'check-details');
  return details && jobOutcome(db, details.job);
}

function intentOf({ intent }: Offer): Intent {
  return intent;
}
