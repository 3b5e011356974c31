import { Migrator } from 'kysely';
import { NewerSchemaError } from './errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Queries } from './tables.ts';

/** Brings the tables up to date. Throws NewerSchemaError, having changed nothing, for a file of a later version. */
export async function migrate(db: Queries): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    // Each concern has a range of numbers: a later release may fill a gap.
    allowUnorderedMigrations: true,
  });
  await refuseNewer(db);
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Throws NewerSchemaError for a file of a later version. */
export async function refuseNewer(db: Queries): Promise<void> {
  if (!(await isMigrated(db))) return;
  const unknown = (await applied(db)).find((name) => !(name in MIGRATIONS));
  if (unknown !== undefined) throw new NewerSchemaError(unknown);
}

/** False for an empty database. */
export async function isMigrated(db: Queries): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.some((table) => table.name === 'kysely_migration');
}

async function applied(db: Queries): Promise<string[]> {
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map((row) => row.name);
}
