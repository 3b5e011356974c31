import type { Kysely, Migration } from 'kysely';
import type { Tables } from '../tables.ts';

/** Who had which domain looked at lately: what the limits count. */
export const visits: Migration = {
  async up(db: Kysely<Tables>): Promise<void> {
    await db.schema
      .createTable('visits')
      .ifNotExists()
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('visits_at').ifNotExists().on('visits').column('at').execute();
  },
};
