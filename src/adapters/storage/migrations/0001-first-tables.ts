import { type Kysely, type Migration, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Safe to run again after a crash half way: SQLite runs no migration in a transaction here. */
export const firstTables: Migration = {
  async up(db: Kysely<Tables>): Promise<void> {
    await createInbox(db);
    await createOutbox(db);
    await createMessageLinks(db);
    await createPeople(db);
    await createTickets(db);
    await createWork(db);
    await createLearning(db);
    await createIndexes(db);
  },
};

async function createInbox(db: Kysely<Tables>): Promise<void> {
  await table(db, 'inbox')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('conversation', 'text')
    .addColumn('place', 'text')
    .addColumn('author', 'text')
    .addColumn('ticket', 'text')
    .addColumn('event', 'text')
    .addColumn('handle', 'blob')
    .addColumn('handle_expires_at', 'bigint')
    .addColumn('outcome', 'text')
    .addColumn('reason', 'text')
    .addColumn('ended_at', 'bigint')
    .execute();
}

async function createOutbox(db: Kysely<Tables>): Promise<void> {
  await table(db, 'outbox')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('adapter', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('awaits', 'text')
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('answers', 'text')
    .addColumn('ticket', 'text')
    .addColumn('report', 'integer', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('ready_at', 'bigint', (column) => column.notNull())
    .addColumn('queued_at', 'bigint', (column) => column.notNull())
    .addColumn('place', 'text')
    .addColumn('reason', 'text')
    .addColumn('receipt_place', 'text')
    .addColumn('receipt_message', 'text')
    .addColumn('ended_at', 'bigint')
    .execute();
}

async function createMessageLinks(db: Kysely<Tables>): Promise<void> {
  await table(db, 'message_links')
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('ticket', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('message_links_key', ['place', 'message'])
    .execute();
}

async function createPeople(db: Kysely<Tables>): Promise<void> {
  await table(db, 'conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('secret_expected_until', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .execute();
  await table(db, 'persons')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('blocked', 'integer', (column) => column.notNull())
    .execute();
}

async function createTickets(db: Kysely<Tables>): Promise<void> {
  await table(db, 'tickets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'integer', (column) => column.notNull().unique())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('queue', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('open', 'integer', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('asker_name', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('private', 'integer', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('desk', 'text')
    .addColumn('desk_operation', 'text')
    .addColumn('agent_id', 'text')
    .addColumn('agent_name', 'text')
    .addColumn('assistant_resumed', 'integer', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .execute();
  await table(db, 'ticket_events')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('ticket', 'text', (column) => column.notNull().references('tickets.id'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('draft', 'text')
    .execute();
}

async function createWork(db: Kysely<Tables>): Promise<void> {
  await table(db, 'jobs')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .execute();
  await table(db, 'timers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .execute();
  await table(db, 'adapter_state')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function createLearning(db: Kysely<Tables>): Promise<void> {
  await table(db, 'gaps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('intent', 'text')
    .addColumn('fact', 'text')
    .execute();
  await table(db, 'feedback')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('helped', 'integer', (column) => column.notNull())
    .addColumn('intent', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .execute();
}

async function createIndexes(db: Kysely<Tables>): Promise<void> {
  await index(db, 'inbox_pending')
    .on('inbox')
    .column('sequence')
    .where(sql<boolean>`ended_at is null`)
    .execute();
  await index(db, 'inbox_place').on('inbox').columns(['place', 'sequence']).execute();
  await index(db, 'outbox_unsent')
    .on('outbox')
    .columns(['adapter', 'sequence'])
    .where(sql<boolean>`ended_at is null`)
    .execute();
  await index(db, 'outbox_lane')
    .on('outbox')
    .columns(['lane', 'sequence'])
    .where(sql<boolean>`ended_at is null`)
    .execute();
  await index(db, 'outbox_awaits').on('outbox').column('awaits').where('awaits', 'is not', null).execute();
  await index(db, 'outbox_place').on('outbox').columns(['place', 'sequence']).execute();
  await index(db, 'tickets_one_open')
    .on('tickets')
    .columns(['asker', 'queue'])
    .unique()
    .where(sql<boolean>`open = 1`)
    .execute();
  await index(db, 'tickets_desk').on('tickets').column('desk').execute();
  await index(db, 'ticket_events_ticket').on('ticket_events').columns(['ticket', 'sequence']).execute();
  await index(db, 'jobs_state').on('jobs').columns(['state', 'sequence']).execute();
  await index(db, 'timers_due').on('timers').columns(['due_at']).execute();
}

function table(db: Kysely<Tables>, name: keyof Tables) {
  return db.schema.createTable(name).ifNotExists();
}

function index(db: Kysely<Tables>, name: string) {
  return db.schema.createIndex(name).ifNotExists();
}
