import type { Kysely, Migration } from 'kysely';
import type { Tables } from '../tables.ts';

/** Until when each place's history was compared with the inbox. */
export const placeChecks: Migration = {
  async up(db: Kysely<Tables>): Promise<void> {
    await db.schema
      .createTable('place_checks')
      .ifNotExists()
      .addColumn('place', 'text', (column) => column.primaryKey())
      .addColumn('checked_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
