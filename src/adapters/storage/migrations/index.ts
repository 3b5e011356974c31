import type { Migration } from 'kysely';
import { firstTables } from './0001-first-tables.ts';
import { visits } from './0002-visits.ts';
import { placeChecks } from './0020-place-checks.ts';
import { desk } from './0030-desk.ts';
import { counters } from './0040-counters.ts';
import { leases } from './0041-leases.ts';
import { retention } from './0042-retention.ts';
import { keptButtons } from './0080-kept-buttons.ts';
import { seenUntil } from './0120-seen-until.ts';

/** Numbered, in order; a migration that was released is never changed. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-visits': visits,
  '0020-place-checks': placeChecks,
  '0030-desk': desk,
  '0040-counters': counters,
  '0041-leases': leases,
  '0042-retention': retention,
  '0080-kept-buttons': keptButtons,
  '0120-seen-until': seenUntil,
};
