import type { Kysely, Migration } from 'kysely';
import type { Tables } from '../tables.ts';
import { addColumns } from './columns.ts';

/** Which process does what, where several share the state. */
export const leases: Migration = {
  async up(db: Kysely<Tables>): Promise<void> {
    await db.schema
      .createTable('leases')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('token', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await addColumns(db, 'outbox', { owner: 'text' });
    await addColumns(db, 'jobs', { owner: 'text', leased_until: 'bigint' });
  },
};
