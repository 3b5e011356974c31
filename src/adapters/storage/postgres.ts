import {
  CompiledQuery,
  type DataTypeNode,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { Pool, types } from 'pg';
import type { Backend } from './backend.ts';
import { postgresHints } from './postgres-hints.ts';
import { appliedMigrations, migrateAs } from './migrate.ts';
import { planName } from './prepared.ts';
import { openSqliteFile, sqliteQueries } from './sqlite.ts';
import type { Queries, Tables } from './tables.ts';
import { copyAll } from './transfer/copy.ts';

// What is particular to PostgreSQL. sqlite.ts has the same for SQLite, and nothing else knows which one it is.

/** Groups of reads at once, each on a connection of its own; writes and commands of the operator need two more. */
const READ_GROUPS = 4;
const READS_IN_A_GROUP = 32;

/** Longer than any of our statements takes; ms. A process that stands still must not hold up the others. */
const TIMEOUTS = { connect: 3000, statement: 10_000, lock: 2000, idleInTransaction: 15_000 };

/** `url` as in DATABASE_URL. Nothing is connected yet. */
export function postgresBackend(url: string): Backend {
  const pool = createPool(url);
  const db = postgresQueries(pool);
  const hints = postgresHints(url);
  return {
    db,
    shared: true,
    pipelined: true,
    beginReads: CompiledQuery.raw('begin isolation level repeatable read read only'),
    reads: { groups: READ_GROUPS, size: READS_IN_A_GROUP },
    prepare: async () => void (await sql`create sequence if not exists postilion_sequence`.execute(db)),
    reserveNumbers,
    numbersInUse,
    forgettably: (work) => db.transaction().execute((tx) => forgettably(tx, work)),
    exclusively: async (tx, what) =>
      void (await sql`select pg_advisory_xact_lock(hashtext(${`postilion ${what}`}))`.execute(tx)),
    skipLocked: (query, alias) => query.modifyEnd(sql`for update of ${sql.ref(alias)} skip locked`),
    holdStill: (query) => query.modifyEnd(sql`for share`),
    now,
    copyTo: (path) => copyTo(db, path),
    hints,
    close: async () => {
      await hints.close();
      await db.destroy();
    },
  };
}

function createPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'postilion',
    // What a group asks for leaves together, without waiting for each answer.
    pipeline: true,
    max: READ_GROUPS + 2,
    keepAlive: true,
    connectionTimeoutMillis: TIMEOUTS.connect,
    query_timeout: TIMEOUTS.statement + TIMEOUTS.lock,
    statement_timeout: TIMEOUTS.statement,
    lock_timeout: TIMEOUTS.lock,
    idle_in_transaction_session_timeout: TIMEOUTS.idleInTransaction,
    types: { getTypeParser: parserFor },
  });
  // A connection that is lost while nobody uses it: whoever asks next gets another one, or is told.
  pool.on('error', () => undefined);
  // One that is lost in use: its query fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Our integers are milliseconds and counts, all far below 2^53. */
const parserFor: typeof types.getTypeParser = (id, format?: 'text' | 'binary') =>
  id === types.builtins.INT8 || id === types.builtins.NUMERIC ? Number : types.getTypeParser(id, format);

function postgresQueries(pool: Pool): Queries {
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => new PostgresDriver({ pool: statePool(pool) }),
      createQueryCompiler: () => new StateQueryCompiler(),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}

/** The migrations' column types are SQLite's: its integers have 64 bits. */
class StateQueryCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    if (node.dataType === 'blob') this.append('bytea');
    else if (node.dataType === 'integer') this.append('bigint');
    else super.visitDataType(node);
  }
}

/** The hot queries are planned once on each connection. */
function statePool(pool: Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      const query = (text: string, values: readonly unknown[] = []) =>
        client.query({ name: planName(text), text, values: values.map(withoutZeroBytes) });
      return { query, release: () => client.release() } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

/** PostgreSQL has no text with a zero byte; nobody reads one. */
function withoutZeroBytes(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

/** Processes on several machines compare times: they go by the server's. */
const NOW = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)`;

async function now(tx: Queries): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${NOW} as now`.execute(tx);
  return rows[0]?.now ?? 0;
}

async function forgettably<T>(tx: Queries, work: (tx: Queries, now: number) => Promise<T>): Promise<T> {
  const { rows } = await sql<{ now: number }>`
    select set_config('synchronous_commit', 'off', true), ${NOW} as now`.execute(tx);
  return work(tx, rows[0]?.now ?? 0);
}

/** In one transaction that sees one moment; nobody is held up. */
async function copyTo(db: Queries, path: string): Promise<void> {
  const target = sqliteQueries(openSqliteFile(path));
  try {
    await migrateAs(target, await appliedMigrations(db));
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((snapshot) => target.transaction().execute((tx) => copyAll(snapshot, tx)));
  } finally {
    await target.destroy();
  }
}

async function reserveNumbers(tx: Queries, count: number): Promise<number[]> {
  const { rows } = await sql<{ value: number }>`
    select nextval('postilion_sequence') as value from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.value).sort((one, other) => one - other);
}

async function numbersInUse(tx: Queries, highest: number): Promise<void> {
  await sql`select setval('postilion_sequence', greatest(${highest}::bigint, nextval('postilion_sequence')))`.execute(
    tx,
  );
}
