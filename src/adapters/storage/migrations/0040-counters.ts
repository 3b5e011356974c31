import { type Kysely, type Migration, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** The counter of the columns named `sequence`, where the processes that write can all reach it. */
export const counters: Migration = {
  async up(db: Kysely<Tables>): Promise<void> {
    await db.schema
      .createTable('counters')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'bigint', (column) => column.notNull())
      .execute();
    const { rows } = await sql<{ highest: number | null }>`
      select max(sequence) as highest from (
        select max(sequence) as sequence from inbox
        union all select max(sequence) from outbox
        union all select max(sequence) from ticket_events
        union all select max(sequence) from jobs
      ) as used`.execute(db);
    await db
      .insertInto('counters')
      .values({ name: 'sequence', value: rows[0]?.highest ?? 0 })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  },
};
