import { type Kysely, type Migration, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { addColumns } from './columns.ts';

/** Whose a conversation is, when things were last touched, and what finds the old ones. */
export const retention: Migration = {
  async up(db: Kysely<Tables>): Promise<void> {
    await addColumns(db, 'conversations', { person: 'text', touched_at: 'bigint' });
    await addColumns(db, 'persons', { touched_at: 'bigint' });
    await addColumns(db, 'jobs', { ended_at: 'bigint' });
    // Nobody knows how old they are: their time begins now.
    const now = Date.now();
    await db.updateTable('conversations').set({ touched_at: now }).where('touched_at', 'is', null).execute();
    await db.updateTable('persons').set({ touched_at: now }).where('touched_at', 'is', null).execute();
    await index(db, 'inbox_with_text', 'inbox', 'ended_at', sql<boolean>`event is not null`);
    await index(db, 'inbox_ended', 'inbox', 'ended_at', sql<boolean>`ended_at is not null`);
    await index(db, 'outbox_with_text', 'outbox', 'ended_at', sql<boolean>`operation <> ''`);
    await index(db, 'outbox_ended', 'outbox', 'ended_at', sql<boolean>`ended_at is not null`);
    await db.schema.createIndex('inbox_author').ifNotExists().on('inbox').column('author').execute();
    await db.schema.createIndex('conversations_person').ifNotExists().on('conversations').column('person').execute();
    await db.schema.createIndex('outbox_cause').ifNotExists().on('outbox').column('cause').execute();
  },
};

async function index(
  db: Kysely<Tables>,
  name: string,
  table: keyof Tables,
  column: string,
  where: ReturnType<typeof sql<boolean>>,
): Promise<void> {
  await db.schema.createIndex(name).ifNotExists().on(table).column(column).where(where).execute();
}
