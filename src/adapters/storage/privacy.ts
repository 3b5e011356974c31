import { sql } from 'kysely';
import type { Erasure, KeptData, Operation, PersonId, PlaceId, Reply } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import { queueOperations } from './outbox.ts';
import type { Queries } from './tables.ts';

/** What is kept about a person, in numbers. */
export async function keptAbout(db: Queries, person: PersonId): Promise<KeptData> {
  const number = sql<number>`count(*)`.as('number');
  const messages = db.selectFrom('inbox').select(number).where('author', '=', person).where('event', 'is not', null);
  const conversations = db.selectFrom('conversations').select(number).where('person', '=', person);
  const tickets = db.selectFrom('tickets').select(number).where('asker', '=', person);
  const files = db
    .selectFrom('attachments')
    .select(number)
    .where('ticket', 'in', db.selectFrom('tickets').select('id').where('asker', '=', person));
  const counted = await Promise.all(
    [messages, conversations, tickets, files].map(async (query) => (await query.executeTakeFirst())?.number ?? 0),
  );
  const [messageCount = 0, conversationCount = 0, ticketCount = 0, fileCount = 0] = counted;
  return { messages: messageCount, conversations: conversationCount, tickets: ticketCount, files: fileCount };
}

/** Everything that is kept about a person, table by table. */
export async function exportPerson(db: Queries, person: PersonId): Promise<Record<string, object[]>> {
  const tickets = await db.selectFrom('tickets').selectAll().where('asker', '=', person).orderBy('number').execute();
  const ids = tickets.map(({ id }) => id);
  const inbox = db.selectFrom('inbox').select(['id', 'at', 'place', 'conversation', 'event', 'outcome']);
  const outbox = db
    .selectFrom('outbox')
    .select(['key', 'kind', 'state', 'place', 'operation', 'queued_at', 'ended_at']);
  const files = db.selectFrom('attachments').select(['id', 'ticket', 'name', 'mime', 'size', 'hash', 'at']);
  return {
    persons: await db.selectFrom('persons').selectAll().where('id', '=', person).execute(),
    conversations: await db.selectFrom('conversations').selectAll().where('person', '=', person).execute(),
    inbox: await inbox.where('author', '=', person).orderBy('sequence').execute(),
    outbox: await outbox.where('cause', 'in', eventsOf(db, person)).orderBy('sequence').execute(),
    jobs: await db.selectFrom('jobs').selectAll().where('person', '=', person).orderBy('sequence').execute(),
    tickets,
    ticket_events: await ofTickets(db, ids),
    attachments: ids.length === 0 ? [] : await files.where('ticket', 'in', ids).execute(),
  };
}

async function ofTickets(db: Queries, ids: readonly string[]): Promise<object[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('ticket_events').selectAll().where('ticket', 'in', ids).orderBy('sequence').execute();
}

function eventsOf(db: Queries, person: PersonId) {
  return db.selectFrom('inbox').select('id').where('author', '=', person);
}

/**
 * Erases what is kept about a person: rows where nothing refers to them, else their texts. What we posted for them is
 * deleted on the platforms. An open ticket stays until it is closed.
 */
export async function erasePerson(
  tx: Queries,
  context: StorageContext,
  person: PersonId,
  cause: { event: string; now: number },
): Promise<Erasure> {
  const posts = await postsFor(tx, person);
  const deletable = posts.filter(({ quiet }) => !quiet);
  await queueOperations(tx, context, deletable.map(deletion), { ...cause, event: cause.event as PersonId });
  const openTickets = await eraseTickets(tx, context, person, cause.now);
  await eraseLearning(tx, person);
  await eraseMessages(tx, person);
  await erasePersonRows(tx, person);
  const quiet = posts.filter((post) => post.quiet).map(({ place, at }) => ({ place, at }));
  return { posts: deletable.length, quiet, openTickets };
}

interface Post {
  key: string;
  place: PlaceId;
  at: number;
  quiet: boolean;
}

/** Ours that stand on a platform: what the person caused, and what went into their tickets. */
async function postsFor(tx: Queries, person: PersonId): Promise<Post[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['key', 'operation', 'lane', 'place', 'ended_at'])
    .where('kind', 'in', ['post', 'file'])
    .where('state', '=', 'sent')
    .where((where) =>
      where.or([
        where('cause', 'in', eventsOf(tx, person)),
        where('ticket', 'in', closedTickets(tx, person).select('id')),
      ]),
    )
    .where('key', 'not in', deletedKeys(tx))
    .orderBy('sequence')
    .execute();
  return rows.map(({ key, operation, lane, place, ended_at: at }) => ({
    key,
    place: (place ?? lane) as PlaceId,
    at: at ?? 0,
    quiet: isQuiet(operation),
  }));
}

function closedTickets(tx: Queries, person: PersonId) {
  return tx.selectFrom('tickets').where('asker', '=', person).where('closed_at', 'is not', null);
}

function deletedKeys(tx: Queries) {
  return tx
    .selectFrom('outbox as gone')
    .select(sql<string>`gone.awaits`.as('awaits'))
    .where('gone.kind', '=', 'delete')
    .where('gone.awaits', 'is not', null);
}

/** Only the person sees such a one, and no platform lets us reach it again. */
function isQuiet(operation: string): boolean {
  return operation !== '' && (JSON.parse(operation) as { reply?: Reply }).reply?.quiet === true;
}

function deletion({ key }: Post): Operation {
  return { kind: 'delete', key: `${key}/erased`, of: key };
}

/** Closed ones lose every text and name of the person; that it was erased is kept. */
async function eraseTickets(tx: Queries, context: StorageContext, person: PersonId, now: number): Promise<number[]> {
  const tickets = await tx
    .selectFrom('tickets')
    .select(['id', 'number', 'closed_at'])
    .where('asker', '=', person)
    .execute();
  for (const { id } of tickets.filter((one) => one.closed_at !== null)) {
    await tx.updateTable('ticket_events').set({ text: null, details: null }).where('ticket', '=', id).execute();
    await tx
      .updateTable('ticket_events')
      .set({ by_name: '' })
      .where('ticket', '=', id)
      .where('by_id', '=', person)
      .execute();
    await tx
      .updateTable('tickets')
      .set({ asker_name: '', subject: null, last_line: null })
      .where('id', '=', id)
      .execute();
    await tx.updateTable('attachments').set({ name: '', content: null }).where('ticket', '=', id).execute();
    await tx.deleteFrom('relays').where('ticket', '=', id).execute();
    await tx.deleteFrom('kept_buttons').where('ticket', '=', id).execute();
    await noteErasure(tx, context, id, now);
  }
  return tickets.filter((one) => one.closed_at === null).map((one) => one.number);
}

async function noteErasure(tx: Queries, context: StorageContext, ticket: string, at: number): Promise<void> {
  await tx
    .insertInto('ticket_events')
    .values({
      sequence: await context.nextSequence(tx),
      id: `${ticket}/erased/${at}`,
      ticket,
      at,
      kind: 'erased',
      by_id: '',
      by_name: '',
      text: null,
      draft: null,
      details: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Their ids begin with the event's. */
async function eraseLearning(tx: Queries, person: PersonId): Promise<void> {
  for (const table of ['gaps', 'feedback'] as const) {
    await tx
      .deleteFrom(table)
      .where((where) =>
        where.exists(
          eventsOf(tx, person)
            .clearSelect()
            .select(sql<number>`1`.as('found'))
            .where(sql<boolean>`substr(${sql.ref(`${table}.id`)}, 1, length(inbox.id) + 1) = inbox.id || '#'`),
        ),
      )
      .execute();
  }
}

/** What waits to be sent or answered is left to end first; the id of an event stays, so that it is not taken again. */
async function eraseMessages(tx: Queries, person: PersonId): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ operation: '' })
    .where((where) =>
      where.or([
        where('cause', 'in', eventsOf(tx, person)),
        where('ticket', 'in', closedTickets(tx, person).select('id')),
      ]),
    )
    .where('ended_at', 'is not', null)
    .execute();
  // What agents said there was said to this person.
  await tx
    .updateTable('inbox')
    .set({ event: null, handle: null })
    .where('place', 'in', closedTickets(tx, person).select('desk'))
    .where('ended_at', 'is not', null)
    .execute();
  await tx
    .updateTable('inbox')
    .set({ event: null, handle: null, author: null, conversation: null, place: null, outcome: null })
    .where('author', '=', person)
    .where('ended_at', 'is not', null)
    .execute();
}

async function erasePersonRows(tx: Queries, person: PersonId): Promise<void> {
  const open = tx
    .selectFrom('tickets')
    .select('conversation')
    .where('asker', '=', person)
    .where('closed_at', 'is', null);
  await tx.deleteFrom('conversations').where('person', '=', person).where('id', 'not in', open).execute();
  await tx.deleteFrom('jobs').where('person', '=', person).where('state', '=', 'done').execute();
  await tx.deleteFrom('timers').where('person', '=', person).where('ticket', 'is', null).execute();
  await tx.deleteFrom('visits').where('person', '=', person).execute();
  await tx.deleteFrom('persons').where('id', '=', person).where('blocked', '=', 0).execute();
  await tx.updateTable('persons').set({ name: '', language: null }).where('id', '=', person).execute();
}
