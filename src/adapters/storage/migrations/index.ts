import type { Migration } from 'kysely';
import { firstTables } from './0001-first-tables.ts';

/** Numbered, in order; a migration that was released is never changed. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-first-tables': firstTables,
};
