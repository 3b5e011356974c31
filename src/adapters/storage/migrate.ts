import { Migrator } from 'kysely';
import { MovedError, NewerSchemaError } from './errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Queries } from './tables.ts';

/** Stands among the migrations of a file whose state is in PostgreSQL now: versions that do not know it refuse it too. */
const MOVED = '9999-moved-to-postgresql';

/** Brings the tables up to date. Throws NewerSchemaError, having changed nothing, for a file of a later version. */
export async function migrate(db: Queries, migrations = MIGRATIONS): Promise<void> {
  await refuseNewer(db);
  const { error } = await migratorOf(db, migrations).migrateToLatest();
  if (error !== undefined) throw error;
}

function migratorOf(db: Queries, migrations: typeof MIGRATIONS): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    // Each concern has a range of numbers: a later release may fill a gap.
    allowUnorderedMigrations: true,
  });
}

/** Throws NewerSchemaError for a file of a later version, MovedError for one whose state is elsewhere by now. */
export async function refuseNewer(db: Queries): Promise<void> {
  const names = await appliedMigrations(db);
  if (names.includes(MOVED)) throw new MovedError();
  const unknown = names.find((name) => !(name in MIGRATIONS));
  if (unknown !== undefined) throw new NewerSchemaError(unknown);
}

/** What a start would do to the tables. */
export async function pendingMigrations(db: Queries): Promise<string[]> {
  const done = new Set(await appliedMigrations(db));
  return Object.keys(MIGRATIONS).filter((name) => !done.has(name));
}

/** Makes the tables as they were after some of the migrations. */
export async function migrateAs(db: Queries, names: readonly string[]): Promise<void> {
  await migrate(db, Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => names.includes(name))));
}

export async function markMoved(db: Queries): Promise<void> {
  await db
    .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
    .insertInto('kysely_migration')
    .values({ name: MOVED, timestamp: new Date().toISOString() })
    .execute();
}

/** False for an empty database. */
export async function isMigrated(db: Queries): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.some((table) => table.name === 'kysely_migration');
}

/** In order; none for an empty database. */
export async function appliedMigrations(db: Queries): Promise<string[]> {
  if (!(await isMigrated(db))) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map((row) => row.name);
}
