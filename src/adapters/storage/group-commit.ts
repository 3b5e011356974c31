import { sql } from 'kysely';
import { storeFault } from './errors.ts';
import type { Queries } from './tables.ts';

/** Changes rows through `tx`. It may run again, so it must depend on nothing else. */
export type Work<T> = (tx: Queries) => Promise<T>;

interface Waiting {
  run(tx: Queries): Promise<() => void>;
  reject(error: unknown): void;
}

/** Waits between attempts at a locked file, ms; together under the 3 s that platforms give us. */
const LOCK_WAITS = [10, 25, 50, 100, 200, 400, 800];

/**
 * Writes that arrive together share one commit, each in its own savepoint: a failing one is rolled back alone, and none
 * is confirmed before the commit. What the database as a whole refuses, it refuses to all of them, as a StoreError.
 */
export class GroupCommit {
  readonly #db: Queries;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(db: Queries) {
    this.#db = db;
  }

  write<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run: (tx) => inSavepoint(tx, work, resolve, reject), reject });
      this.#running ??= this.#drain();
    });
  }

  async read<T>(query: Work<T>): Promise<T> {
    try {
      return await whileLocked(() => query(this.#db));
    } catch (error) {
      throw storeFault(error) ?? error;
    }
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    // Whatever else this turn of the event loop asks for joins the first group.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#commitGroup();
    this.#running = undefined;
  }

  async #commitGroup(): Promise<void> {
    const group = this.#waiting.splice(0);
    try {
      const confirmations = await whileLocked(() => this.#db.transaction().execute((tx) => runAll(tx, group)));
      for (const confirm of confirmations) confirm();
    } catch (error) {
      const fault = storeFault(error) ?? error;
      for (const member of group) member.reject(fault);
    }
  }
}

async function runAll(tx: Queries, group: readonly Waiting[]): Promise<(() => void)[]> {
  const confirmations: (() => void)[] = [];
  for (const member of group) confirmations.push(await member.run(tx));
  return confirmations;
}

async function inSavepoint<T>(
  tx: Queries,
  work: Work<T>,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): Promise<() => void> {
  await sql`savepoint one`.execute(tx);
  try {
    const value = await work(tx);
    await sql`release savepoint one`.execute(tx);
    return () => resolve(value);
  } catch (error) {
    if (storeFault(error)) throw error;
    await sql`rollback to savepoint one`.execute(tx);
    await sql`release savepoint one`.execute(tx);
    return () => reject(error);
  }
}

async function whileLocked<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of LOCK_WAITS) {
    try {
      return await attempt();
    } catch (error) {
      if (storeFault(error)?.code !== 'locked') throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return attempt();
}
