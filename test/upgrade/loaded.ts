import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { openBackend, STATE_FILE, type StoreOptions } from '../../src/adapters/storage/options.ts';
import type { PostgresServer } from '../support/postgres-server.ts';
import { tempDir } from '../support/temp-dir.ts';
import { DUMPS, FILES } from './dumps.ts';
import { DUMP_KEY } from './house.ts';

/** A state as a release left it, in a file. */
export function inFile(release: string): StoreOptions {
  const stateDir = join(tempDir(), 'state');
  mkdirSync(stateDir, { recursive: true });
  const file = new Database(join(stateDir, STATE_FILE));
  file.exec(readFileSync(join(DUMPS, release, FILES.sqlite), 'utf8'));
  file.close();
  return { stateDir, secretKey: DUMP_KEY };
}

/** The same in a database of its own. */
export async function inDatabase(release: string, server: PostgresServer): Promise<StoreOptions> {
  const databaseUrl = await server.database();
  await server.query(readFileSync(join(DUMPS, release, FILES.postgres), 'utf8'), databaseUrl);
  return { stateDir: join(tempDir(), 'state'), databaseUrl, secretKey: DUMP_KEY };
}

type Rows = Record<string, Record<string, unknown>[]>;

/** Not state, and not the same after a start. */
const PASSING: ReadonlySet<string> = new Set(['leases', 'counters', 'kysely_migration', 'kysely_migration_lock']);

/** Every row of every table, whatever the tables are. */
export async function rowsOf(options: StoreOptions): Promise<Rows> {
  const backend = await openBackend(options);
  try {
    const tables = await backend.db.introspection.getTables();
    const rows: Rows = {};
    for (const { name } of tables.filter((table) => !PASSING.has(table.name)))
      rows[name] = (await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(backend.db)).rows;
    return rows;
  } finally {
    await backend.close();
  }
}

export async function schemaOf(options: StoreOptions): Promise<string[]> {
  const backend = await openBackend(options);
  try {
    const names = sql<{ name: string }>`select name from kysely_migration order by name`;
    return (await names.execute(backend.db)).rows.map(({ name }) => name);
  } finally {
    await backend.close();
  }
}

/** As a version that knows one migration more has left it. */
export async function fromTheFuture(options: StoreOptions): Promise<void> {
  const backend = await openBackend(options);
  await sql`insert into kysely_migration (name, timestamp) values ('9998-from-the-future', '2099-01-01')`.execute(
    backend.db,
  );
  await backend.close();
}
