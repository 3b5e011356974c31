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
  sql,
} from 'kysely';
import type { Queries, Tables } from './tables.ts';

// What differs between SQLite and PostgreSQL is in this file and nowhere else.

/** How long SQLite may block the thread for a lock, ms; longer waits are asynchronous (see GroupCommit). */
const BUSY_TIMEOUT = 25;
const MAX_STATEMENTS = 300;

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

/** The counter goes on from the highest number in use; one process owns a state file. */
export async function startSequence(db: Queries): Promise<() => number> {
  const { rows } = await sql<{ highest: number | null }>`
    select max(sequence) as highest from (
      select max(sequence) as sequence from inbox
      union all select max(sequence) from outbox
      union all select max(sequence) from ticket_events
      union all select max(sequence) from jobs
    ) as used`.execute(db);
  let last = rows[0]?.highest ?? 0;
  return () => ++last;
}

function sqliteDialect(file: Database.Database): Dialect {
  return {
    createDriver: () => new ImmediateSqliteDriver(file),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
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
