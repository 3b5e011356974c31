import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Backend, Hints } from './backend.ts';
import { prepared } from './prepared.ts';
import type { Queries, Tables } from './tables.ts';

// What is particular to SQLite. postgres.ts has the same for PostgreSQL, and nothing else knows which one it is.

/** How long SQLite may block the thread for a lock, ms; longer waits are asynchronous (see Together). */
const BUSY_TIMEOUT = 25;
const MAX_STATEMENTS = 300;
/** What a backup copies before others may go on: some milliseconds' work. */
const PAGES_AT_ONCE = 2000;

/** Opens or creates a state file; every commit is on the disk when it returns. Throws SqliteError. */
export function openSqliteFile(path: string): Database.Database {
  const file = new Database(path, { timeout: BUSY_TIMEOUT });
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  return file;
}

export function sqliteQueries(file: Database.Database): Queries {
  return new Kysely<Tables>({ dialect: sqliteDialect(file) });
}

/** One process works on a state file; a command of the operator may write beside it. */
export function sqliteBackend(file: Database.Database): Backend {
  const db = sqliteQueries(file);
  return {
    db,
    shared: false,
    // A full disk ends the transaction: whatever else went on would be outside of it.
    pipelined: false,
    beginReads: CompiledQuery.raw('begin'),
    reads: { groups: 1, size: Number.POSITIVE_INFINITY },
    prepare: () => Promise.resolve(),
    reserveNumbers,
    numbersInUse,
    forgettably: (work) => db.transaction().execute((tx) => work(tx, Date.now())),
    // Its transactions are one after another.
    exclusively: () => Promise.resolve(),
    skipLocked: (query) => query,
    holdStill: (query) => query,
    now: () => Promise.resolve(Date.now()),
    copyTo: async (path) => void (await file.backup(path, { progress: () => PAGES_AT_ONCE })),
    hints: localHints(),
    close: () => db.destroy(),
  };
}

async function reserveNumbers(tx: Queries, count: number): Promise<number[]> {
  const [row] = (await advance(tx, { count })).rows;
  const last = row?.value ?? 0;
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}

const advance = prepared<{ count: number }, { value: number }>((db, slot) =>
  db
    .updateTable('counters')
    .set((set) => ({ value: set('value', '+', slot('count')) }))
    .where('name', '=', 'sequence')
    .returning('value'),
);

async function numbersInUse(tx: Queries, highest: number): Promise<void> {
  await tx
    .updateTable('counters')
    .set({ value: highest })
    .where('name', '=', 'sequence')
    .where('value', '<', highest)
    .execute();
}

/** All that hears is in this process, and was woken when the work was done. */
function localHints(): Hints {
  return { send: () => undefined, listen: () => undefined };
}

function sqliteDialect(file: Database.Database): Dialect {
  return {
    createDriver: () => new ImmediateSqliteDriver(file),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new AtomicMigrations(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** All migrations in one transaction, of which SQLite is capable: one write to the disk, and after a crash none of them is half done. */
class AtomicMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #file: Database.Database;
  readonly #waiting: (() => void)[] = [];
  #taken = false;

  constructor(file: Database.Database) {
    super({ database: withStatementCache(file) });
    this.#file = file;
  }

  /** First come, first served: Kysely's own lock wakes all that wait each time that it is let go. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken = false;
  }

  /** Takes the write lock at once: a lock that is refused later could not be waited for. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk or an I/O error has rolled back already; a second rollback would hide that error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Preparing costs more than running most of our statements. */
function withStatementCache(file: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>();
  return {
    close: () => file.close(),
    prepare(text) {
      const known = statements.get(text);
      if (known) return known;
      if (statements.size >= MAX_STATEMENTS) statements.clear();
      const statement = file.prepare(text);
      statements.set(text, statement);
      return statement;
    },
  };
}
