import { sql } from 'kysely';
import type { ConversationId, Event, EventId, JobOutcome, Outcome, PlaceId, StoredEvent } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import { prepared, touched } from './prepared.ts';
import type { Queries } from './tables.ts';

interface NewRow {
  sequence: number;
  id: string;
  at: number;
  conversation: string;
  place: string;
  author: string;
  ticket: string | null;
  event: string;
  handle: Buffer | null;
  handle_expires_at: number | null;
}

const insert = prepared<NewRow, unknown>((db, slot) =>
  db
    .insertInto('inbox')
    .values({
      sequence: slot('sequence'),
      id: slot('id'),
      state: 'pending',
      at: slot('at'),
      conversation: slot('conversation'),
      place: slot('place'),
      author: slot('author'),
      ticket: slot('ticket'),
      event: slot('event'),
      handle: slot('handle'),
      handle_expires_at: slot('handle_expires_at'),
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

const end = prepared<{ id: string; outcome: string; now: number }, { author: string | null }>((db, slot) =>
  db
    .updateTable('inbox')
    .set({ state: 'done', outcome: slot('outcome'), ended_at: slot('now') })
    .where('id', '=', slot('id'))
    .where('state', '=', 'pending')
    .returning('author'),
);

/** False when the id is there already. */
export async function acceptEvent(tx: Queries, context: StorageContext, event: Event): Promise<boolean> {
  const { handle, ...stored } = event;
  const result = await insert(tx, {
    sequence: await context.nextSequence(tx),
    id: event.id,
    at: event.at,
    conversation: event.conversation,
    place: event.place,
    author: event.author.id,
    ticket: ticketNamed(event) ?? (await ticketOfDelivery(tx, event)),
    event: JSON.stringify(stored),
    handle: handle ? context.seal.close(handle.value) : null,
    handle_expires_at: handle?.expiresAt ?? null,
  });
  return touched(result) > 0;
}

/** Only the id, of a message that is not ours. */
export async function acceptId(tx: Queries, context: StorageContext, id: EventId, at: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('inbox')
    .values({ sequence: await context.nextSequence(tx), id, state: 'seen', at, ended_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

/** Ticket that a desk's button, a form or a timer names. */
export function ticketNamed(event: Event): string | null {
  if (event.type === 'timer-due') return event.ticket ?? null;
  if (event.type === 'submission') return event.about ?? null;
  return event.type === 'action' && 'ticket' in event.intent ? event.intent.ticket : null;
}

async function ticketOfDelivery(tx: Queries, event: Event): Promise<string | null> {
  if (event.type !== 'delivery') return null;
  const row = await tx.selectFrom('outbox').select('ticket').where('key', '=', event.operation).executeTakeFirst();
  return row?.ticket ?? null;
}

/** Oldest first; of a shared inbox those that nobody works on. The lane is the ticket that the event names, comes from the desk of, or whose asker wrote it. */
export async function pendingEvents(
  db: Queries,
  limit: number,
  after: number,
  among?: { owner: string; now: number; inHand: readonly EventId[] },
): Promise<StoredEvent[]> {
  let query = db
    .selectFrom('inbox')
    .select(['sequence', 'event', 'ticket', 'conversation'])
    .select((select) => [
      select.selectFrom('tickets').select('id').whereRef('tickets.desk', '=', 'inbox.place').limit(1).as('desk_ticket'),
      select
        .selectFrom('tickets')
        .select('id')
        .whereRef('tickets.asker', '=', 'inbox.author')
        .where(sql<boolean>`open = 1`)
        .limit(1)
        .as('own_ticket'),
    ])
    .where('ended_at', 'is', null)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit);
  if (among) query = query.where((where) => where.not(where.exists(heldByOthers(db, among))));
  if (among && among.inHand.length > 0) query = query.where('id', 'not in', among.inHand);
  const rows = await query.execute();
  return rows.map((row) => ({
    event: JSON.parse(row.event ?? '') as Event,
    lane: row.ticket ?? row.desk_ticket ?? row.own_ticket ?? row.conversation ?? '',
    sequence: row.sequence,
  }));
}

export async function isHeldByOthers(
  tx: Queries,
  id: EventId,
  among: { owner: string; now: number },
): Promise<boolean> {
  const row = await tx
    .selectFrom('inbox')
    .select('id')
    .where('id', '=', id)
    .where((where) => where.exists(heldByOthers(tx, among)))
    .executeTakeFirst();
  return row !== undefined;
}

function heldByOthers(db: Queries, { owner, now }: { owner: string; now: number }) {
  return db
    .selectFrom('leases')
    .select(sql<number>`1`.as('found'))
    .where('leases.name', '=', sql<string>`inbox.conversation`)
    .where('leases.owner', '!=', owner)
    .where('leases.expires_at', '>', now);
}

/** Nothing when it has ended already: its Turn was committed before, and must not be applied twice. */
export async function endEvent(
  tx: Queries,
  id: EventId,
  outcome: Outcome,
  now: number,
): Promise<{ author: string | null } | undefined> {
  return (await end(tx, { id, outcome: JSON.stringify(outcome), now })).rows[0];
}

export async function deadLetterEvent(tx: Queries, id: EventId, reason: string, now: number): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ state: 'dead', reason, ended_at: now })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute();
}

export async function eraseExpiredHandles(tx: Queries, now: number): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ handle: null })
    .where('handle_expires_at', '<=', now)
    .where('handle', 'is not', null)
    .execute();
}

/** Whether the author said something to us there that may still wait for its answer. */
export async function hasSpoken(db: Queries, conversation: ConversationId, place: PlaceId): Promise<boolean> {
  const row = await db
    .selectFrom('inbox')
    .select('sequence')
    .where('place', '=', place)
    .where('conversation', '=', conversation)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether anything about this event was stored, however it ended. */
export async function isKnown(db: Queries, id: EventId): Promise<boolean> {
  const row = await db
    .selectFrom('inbox')
    .select(sql<number>`1`.as('found'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a job found, as long as its event is kept. */
export async function jobOutcome(db: Queries, job: string): Promise<JobOutcome | undefined> {
  const row = await db.selectFrom('inbox').select('event').where('id', '=', `job:${job}`).executeTakeFirst();
  const event = row?.event ? (JSON.parse(row.event) as Event) : undefined;
  return event?.type === 'job-finished' ? event.outcome : undefined;
}
