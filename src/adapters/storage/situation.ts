import type { Event, JobOutcome, Reply, Situation } from '../../core/index.ts';
import { answeredQuestion } from './answered.ts';
import { conversationOf } from './conversations.ts';
import { jobOutcome, ticketNamed } from './inbox.ts';
import { jobsAskedBy } from './jobs.ts';
import { personOf } from './persons.ts';
import { ticketEvents } from './ticket-events.ts';
import { nextTicketNumber, openTicketOf, ticketById, ticketOfDesk } from './tickets.ts';
import type { Queries } from './tables.ts';

/** The core sees at most so many events of a ticket. */
const TICKET_EVENTS = 50;

export async function situationOf(db: Queries, event: Event): Promise<Omit<Situation, 'settings'>> {
  const named = event.type === 'delivery' ? await ticketOfOperation(db, event.operation) : ticketNamed(event);
  const ticket = await openTicketOf(db, event.author.id);
  const deskTicket = named === null ? await ticketOfDesk(db, event.place) : await ticketById(db, named);
  const shown = await shownBefore(db, event);
  const found = await foundBefore(db, event);
  const subject = deskTicket ?? ticket;
  return {
    conversation: await conversationOf(db, event),
    person: await personOf(db, event.author),
    ...(ticket && { ticket }),
    ...(deskTicket && { deskTicket }),
    ticketEvents: subject ? await ticketEvents(db, subject.id, TICKET_EVENTS) : [],
    nextTicketNumber: await nextTicketNumber(db),
    ...(shown && { shown }),
    ...(found && { found }),
    ...(await before(db, event)),
  };
}

/** What an edited or deleted message had set going. */
async function before(db: Queries, event: Event): Promise<Pick<Situation, 'asked' | 'answered'>> {
  if (event.type !== 'deleted' && event.type !== 'edited') return {};
  const answered = await answeredQuestion(db, event);
  return { asked: await jobsAskedBy(db, event, event.messageId), ...(answered && { answered }) };
}

async function ticketOfOperation(db: Queries, key: string): Promise<string | null> {
  const row = await db.selectFrom('outbox').select('ticket').where('key', '=', key).executeTakeFirst();
  return row?.ticket ?? null;
}

/** For "…more": what the pressed message says now, after its edits. */
async function shownBefore(db: Queries, event: Event): Promise<Reply | undefined> {
  if (event.type !== 'action' || event.intent.name !== 'show-more') return undefined;
  const of = event.intent.of;
  const row = await db
    .selectFrom('outbox')
    .select('operation')
    .where((where) =>
      where.or([where('key', '=', of), where.and([where('awaits', '=', of), where('kind', '=', 'edit')])]),
    )
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && (JSON.parse(row.operation) as { reply?: Reply }).reply;
}

async function foundBefore(db: Queries, event: Event): Promise<JobOutcome | undefined> {
  if (event.type !== 'action' || event.intent.name !== 'check-details') return undefined;
  return jobOutcome(db, event.intent.job);
}
