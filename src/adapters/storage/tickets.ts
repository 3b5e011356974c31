import { VersionConflict } from '../../core/index.ts';
import type { PersonId, PlaceId, Ticket, TicketState } from '../../core/index.ts';
import { type Selectable, sql } from 'kysely';
import { isUniqueViolation } from './errors.ts';
import { prepared } from './prepared.ts';
import { bit, withoutNulls } from './rows.ts';
import type { Queries } from './tables.ts';
import type { TicketsTable } from './tables/desk.ts';

type Row = Selectable<TicketsTable>;

/** In these states nobody is to act: the asker may open another ticket. */
const ENDED: ReadonlySet<TicketState> = new Set(['resolved', 'closed']);

/** As many as matter: the open ones are among the newest. */
const OF_ASKER = 20;

const COLUMNS = [
  'id',
  'number',
  'version',
  'queue',
  'state',
  'open',
  'asker',
  'asker_name',
  'conversation',
  'place',
  'private',
  'language',
  'desk',
  'desk_operation',
  'agent_id',
  'agent_name',
  'assistant_resumed',
  'opened_at',
  'closed_at',
  'subject',
  'last_line',
  'details',
] as const satisfies readonly (keyof TicketsTable)[];

const findOfAsker = prepared<{ asker: string }, Row>((db, slot) =>
  db
    .selectFrom('tickets')
    .select(COLUMNS)
    .where('asker', '=', slot('asker'))
    .orderBy('number', 'desc')
    .limit(sql.lit(OF_ASKER)),
);

const findAtDesk = prepared<{ desk: string }, Row>((db, slot) =>
  db.selectFrom('tickets').select(COLUMNS).where('desk', '=', slot('desk')),
);

/** The newest of a person, newest first. */
export async function ticketsOfAsker(db: Queries, asker: PersonId): Promise<Ticket[]> {
  return (await findOfAsker(db, { asker })).rows.map(ticketFrom);
}

/** Open tickets that are this agent's or nobody's, oldest first. */
export async function ticketsForAgent(db: Queries, agent: PersonId): Promise<Ticket[]> {
  const rows = await db
    .selectFrom('tickets')
    .selectAll()
    .where('open', '=', 1)
    .where((where) => where.or([where('agent_id', '=', agent), where('agent_id', 'is', null)]))
    .orderBy('number')
    .execute();
  return rows.map(ticketFrom);
}

/** Another open one of the same asker and queue: there can be only one. */
export async function openInQueue(db: Queries, { id, asker, queue }: Ticket): Promise<Ticket | undefined> {
  const row = await db
    .selectFrom('tickets')
    .selectAll()
    .where('asker', '=', asker)
    .where('queue', '=', queue)
    .where('open', '=', 1)
    .where('id', '!=', id)
    .executeTakeFirst();
  return row && ticketFrom(row);
}

export async function ticketByNumber(db: Queries, number: number): Promise<Ticket | undefined> {
  const row = await db.selectFrom('tickets').selectAll().where('number', '=', number).executeTakeFirst();
  return row && ticketFrom(row);
}

/** The ticket whose desk thread this is. */
export async function ticketOfDesk(db: Queries, desk: PlaceId): Promise<Ticket | undefined> {
  const [row] = (await findAtDesk(db, { desk })).rows;
  return row && ticketFrom(row);
}

export function isOpen(ticket: Pick<Ticket, 'state'>): boolean {
  return !ENDED.has(ticket.state);
}

export async function ticketById(db: Queries, id: string): Promise<Ticket | undefined> {
  const row = await db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
  return row && ticketFrom(row);
}

/** Newest first. */
export async function listTickets(db: Queries, filter: { states?: TicketState[]; limit: number }): Promise<Ticket[]> {
  let query = db.selectFrom('tickets').selectAll().orderBy('number', 'desc').limit(filter.limit);
  if (filter.states) query = query.where('state', 'in', filter.states);
  return (await query.execute()).map(ticketFrom);
}

/** `ticket.version` is the version that was loaded, 0 for a new one; a second open ticket of the asker conflicts. */
export async function saveTicket(tx: Queries, ticket: Ticket): Promise<void> {
  try {
    const changed = ticket.version === 0 ? await insert(tx, ticket) : await update(tx, ticket);
    if (!changed) throw new VersionConflict();
  } catch (error) {
    throw isUniqueViolation(error) ? new VersionConflict() : error;
  }
}

async function insert(tx: Queries, ticket: Ticket): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('tickets').values(rowFrom(ticket)).executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

async function update(tx: Queries, ticket: Ticket): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tickets')
    .set(rowFrom(ticket))
    .where('id', '=', ticket.id)
    .where('version', '=', ticket.version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Where the desk's thread landed; a Turn that was made without knowing it must be made again. */
export async function setDesk(tx: Queries, id: string, operation: string, desk: PlaceId): Promise<void> {
  await tx
    .updateTable('tickets')
    .set((set) => ({ desk, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where((where) => where.or([where('desk_operation', '=', operation), where('desk', 'is', null)]))
    .execute();
}

/** A private thread that stands for direct messages which are closed: the asker reads there from now on. */
export async function setAskerPlace(tx: Queries, id: string, place: PlaceId): Promise<void> {
  await tx
    .updateTable('tickets')
    .set((set) => ({ place, private: 1, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

function rowFrom(ticket: Ticket): Row {
  return {
    id: ticket.id,
    number: ticket.number,
    version: ticket.version + 1,
    queue: ticket.queue,
    state: ticket.state,
    open: bit(isOpen(ticket)),
    asker: ticket.asker,
    asker_name: ticket.askerName,
    conversation: ticket.conversation,
    place: ticket.place,
    private: bit(ticket.private),
    language: ticket.language,
    desk: ticket.desk ?? null,
    desk_operation: ticket.deskOperation ?? null,
    agent_id: ticket.agent?.id ?? null,
    agent_name: ticket.agent?.name ?? null,
    assistant_resumed: bit(ticket.assistantResumed),
    opened_at: ticket.openedAt,
    closed_at: ticket.closedAt ?? null,
    subject: ticket.subject ?? null,
    last_line: ticket.lastLine ? JSON.stringify(ticket.lastLine) : null,
    details: JSON.stringify(detailsOf(ticket)),
  };
}

type Details = Pick<Ticket, (typeof DETAILS)[number]>;

const DETAILS = [
  'waitingSince',
  'dueAt',
  'snoozedUntil',
  'firstReplyAt',
  'resolvedAt',
  'direct',
  'escalated',
  'helped',
] as const satisfies readonly (keyof Ticket)[];

function detailsOf(ticket: Ticket): Partial<Details> {
  return Object.fromEntries(DETAILS.map((name) => [name, ticket[name]]));
}

function ticketFrom(row: Row): Ticket {
  return withoutNulls<Ticket>({
    id: row.id,
    number: row.number,
    version: row.version,
    queue: row.queue,
    state: row.state as TicketState,
    asker: row.asker as Ticket['asker'],
    askerName: row.asker_name,
    conversation: row.conversation as Ticket['conversation'],
    place: row.place as PlaceId,
    private: row.private === 1,
    language: row.language,
    desk: row.desk as PlaceId | null,
    deskOperation: row.desk_operation,
    agent: row.agent_id === null ? null : { id: row.agent_id as Ticket['asker'], name: row.agent_name ?? '' },
    assistantResumed: row.assistant_resumed === 1,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    subject: row.subject,
    lastLine: row.last_line === null ? null : (JSON.parse(row.last_line) as Ticket['lastLine'] & object),
    ...(row.details === null ? {} : (JSON.parse(row.details) as Details)),
  });
}
