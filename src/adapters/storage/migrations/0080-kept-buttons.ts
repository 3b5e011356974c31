import type { Kysely, Migration } from 'kysely';
import type { Tables } from '../tables.ts';

/** What buttons do that say more than a platform lets them carry. */
export const keptButtons: Migration = {
  async up(db: Kysely<Tables>): Promise<void> {
    await db.schema
      .createTable('kept_buttons')
      .ifNotExists()
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('intent', 'text', (column) => column.notNull())
      .addColumn('ticket', 'text')
      .addColumn('kept_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('kept_buttons_by_age').ifNotExists().on('kept_buttons').column('kept_at').execute();
  },
};
