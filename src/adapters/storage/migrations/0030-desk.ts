import type { Kysely, Migration } from 'kysely';
import type { Tables } from '../tables.ts';
import { addColumns } from './columns.ts';

/** Tickets with snooze, targets and last lines; what was passed on as what; files; who may act and who is there. */
export const desk: Migration = {
  async up(db: Kysely<Tables>): Promise<void> {
    await addColumns(db, 'tickets', { subject: 'text', last_line: 'text', details: 'text' });
    await addColumns(db, 'ticket_events', { details: 'text' });
    await addColumns(db, 'timers', { ticket: 'text', kind: 'text' });
    await createRelays(db);
    await createAttachments(db);
    await createAgents(db);
    await db.schema.createIndex('tickets_asker').ifNotExists().on('tickets').columns(['asker', 'number']).execute();
    await db.schema.createIndex('tickets_agent').ifNotExists().on('tickets').columns(['agent_id', 'open']).execute();
  },
};

async function createRelays(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('relays')
    .ifNotExists()
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('ticket', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('to', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('relays_key', ['place', 'message', 'operation'])
    .execute();
  await db.schema.createIndex('relays_operation').ifNotExists().on('relays').column('operation').execute();
}

/** `content` is null until the bytes are here, and again when their time is over; `ticket` until they belong to one. */
async function createAttachments(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('attachments')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ticket', 'text')
    .addColumn('event', 'text')
    .addColumn('sender', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('mime', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('refusal', 'text')
    .addColumn('hash', 'text')
    .addColumn('content', 'blob')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('attachments_ticket').ifNotExists().on('attachments').column('ticket').execute();
}

async function createAgents(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('memberships')
    .ifNotExists()
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('member', 'integer', (column) => column.notNull())
    .addColumn('checked_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['desk', 'person'])
    .execute();
  await db.schema
    .createTable('presence')
    .ifNotExists()
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('away', 'integer', (column) => column.notNull())
    .execute();
}
