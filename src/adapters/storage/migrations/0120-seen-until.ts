import type { Kysely, Migration } from 'kysely';
import type { Tables } from '../tables.ts';
import { addColumns } from './columns.ts';

/** How far each place's history was read, by its platform's clock: ours may have been wrong when we noted the time. */
export const seenUntil: Migration = {
  up: (db: Kysely<Tables>) => addColumns(db, 'place_checks', { seen_until: 'bigint' }),
};
