import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { PersonId, TicketEvent, TicketEventKind } from '../../core/index.ts';
import { blankFiles } from './attachments.ts';
import type { StorageContext } from './context.ts';
import { withoutNulls } from './rows.ts';
import type { Queries, Tables } from './tables.ts';
import type { TicketEventsTable } from './tables/desk.ts';

/** Append-only; an id that is there already is left alone. */
export async function appendTicketEvents(
  tx: Queries,
  context: StorageContext,
  events: readonly TicketEvent[],
): Promise<void> {
  for (const event of events) await append(tx, await context.nextSequence(tx), event);
}

async function append(tx: Queries, sequence: number, event: TicketEvent): Promise<void> {
  await tx
    .insertInto('ticket_events')
    .values({
      sequence,
      id: event.id,
      ticket: event.ticket,
      at: event.at,
      kind: event.kind,
      by_id: event.by.id,
      by_name: event.by.name,
      text: event.text ?? null,
      draft: event.draft ?? null,
      details: detailsOf(event),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** All of a ticket, oldest first. */
export async function ticketEvents(db: Queries, ticket: string): Promise<TicketEvent[]> {
  const rows = await eventsOf(db, ticket).orderBy('sequence').execute();
  return rows.map(eventFrom);
}

interface RecentEvents {
  events: TicketEvent[];
  /** How many there are of each kind, where `events` are not all. */
  counts?: Partial<Record<TicketEventKind, number>>;
}

/** The newest `limit`, and of the older ones those that still decide something; oldest first. */
export async function recentEvents(db: Queries, ticket: string, limit: number): Promise<RecentEvents> {
  const newest = await eventsOf(db, ticket).orderBy('sequence', 'desc').limit(limit).execute();
  const events = newest.reverse();
  const [first] = events;
  if (first === undefined || events.length < limit) return { events: events.map(eventFrom) };
  const older = await eventsOf(db, ticket)
    .where('sequence', '<', first.sequence)
    .where((where) => where.or([where('kind', 'in', STILL_COUNTS), isUnsent(where, db)]))
    .orderBy('sequence')
    .execute();
  return { events: [...older, ...events].map(eventFrom), counts: await countsOf(db, ticket) };
}

/** What is said once only, and words that go with the message whose change they were, however long ago that was. */
const STILL_COUNTS = ['returned', 'delivery-refused', 'message-changed'] satisfies TicketEventKind[];

function eventsOf(db: Queries, ticket: string) {
  return db.selectFrom('ticket_events').selectAll().where('ticket', '=', ticket);
}

/** A draft about which nothing was decided, or a change of one. */
function isUnsent(where: ExpressionBuilder<Tables, 'ticket_events'>, db: Queries) {
  return where.or([
    where.and([where('kind', '=', 'agent-draft'), where('id', 'not in', settledDrafts(db))]),
    where.and([where('kind', '=', 'draft-changed'), where('draft', 'not in', settledDrafts(db))]),
  ]);
}

function settledDrafts(db: Queries) {
  return db
    .selectFrom('ticket_events as settled')
    .select('settled.draft')
    .where(sql<boolean>`settled.ticket = ticket_events.ticket`)
    .where('settled.draft', 'is not', null)
    .where('settled.kind', '!=', 'draft-changed')
    .$narrowType<{ draft: string }>();
}

async function countsOf(db: Queries, ticket: string): Promise<RecentEvents['counts'] & object> {
  const rows = await db
    .selectFrom('ticket_events')
    .select(['kind', sql<number>`count(*)`.as('number')])
    .where('ticket', '=', ticket)
    .groupBy('kind')
    .execute();
  return Object.fromEntries(rows.map(({ kind, number }) => [kind, number]));
}

function eventFrom(row: Selectable<TicketEventsTable>): TicketEvent {
  return withoutNulls<TicketEvent>({
    id: row.id,
    ticket: row.ticket,
    at: row.at,
    kind: row.kind as TicketEventKind,
    by: { id: row.by_id as PersonId, name: row.by_name },
    text: row.text,
    draft: row.draft,
    ...detailsFrom(row.details),
  });
}

type Details = Pick<TicketEvent, 'source' | 'files' | 'shownAs' | 'facts'>;

/** Null where there are none. */
function detailsOf({ source, files, shownAs, facts }: TicketEvent): string | null {
  const details = JSON.stringify({ source, files, shownAs, facts });
  return details === '{}' ? null : details;
}

function detailsFrom(details: string | null): Details {
  return details === null ? {} : (JSON.parse(details) as Details);
}

/** What a writer deleted is not kept, nor the drafts of it, their changes and its files; that there was something is. */
export async function blankTicketEvents(tx: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = [...ids, ...(await draftsOf(tx, ids))];
  await tx
    .updateTable('ticket_events')
    .set({ text: null })
    .where((where) => where.or([where('id', 'in', gone), where('draft', 'in', gone)]))
    .execute();
  await blankFiles(tx, gone);
}

async function draftsOf(tx: Queries, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.selectFrom('ticket_events').select('draft').where('id', 'in', ids).execute();
  return rows.flatMap(({ draft }) => draft ?? []);
}

/** By ticket, how many drafts there are about which nothing was decided. */
export async function unsentDrafts(db: Queries, tickets: readonly string[]): Promise<Map<string, number>> {
  if (tickets.length === 0) return new Map();
  const rows = await db
    .selectFrom('ticket_events')
    .select(['ticket', sql<number>`count(*)`.as('number')])
    .where('ticket', 'in', tickets)
    .where('kind', '=', 'agent-draft')
    .where('id', 'not in', settledDrafts(db))
    .groupBy('ticket')
    .execute();
  return new Map(rows.map(({ ticket, number }) => [ticket, number]));
}
