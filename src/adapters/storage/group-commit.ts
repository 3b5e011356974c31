import { CompiledQuery } from 'kysely';
import type { Backend } from './backend.ts';
import { storeFault } from './errors.ts';
import type { Numbers } from './numbers.ts';
import type { Queries } from './tables.ts';
import { Together } from './together.ts';

/** Reads or changes rows through `db`. It may run again, so it must depend on nothing else. */
export type Work<T> = (db: Queries) => Promise<T>;

const END = CompiledQuery.raw('commit');
const SAVEPOINT = CompiledQuery.raw('savepoint one');
const RELEASE = CompiledQuery.raw('release savepoint one');
const ROLL_BACK = CompiledQuery.raw('rollback to savepoint one');

/** One write of a group; resolves with what to tell its caller once the group has ended well. */
interface Write {
  /** Touches no row that another such write of the same group may touch: they need not wait for each other. */
  apart: boolean;
  run(tx: Queries): Promise<() => void>;
  /** In a savepoint of its own: a fault of it is told to its caller, and spoils nothing else. */
  runGuarded(tx: Queries): Promise<() => void>;
  reject(error: unknown): void;
}

interface Read {
  run(db: Queries): Promise<() => void>;
  reject(error: unknown): void;
}

/**
 * Writes that arrive together share one commit: a failing one is rolled back alone, and none is confirmed before the
 * commit. Reads that arrive together share one snapshot.
 * What the database as a whole refuses, it refuses to all of a group, as a StoreError.
 */
export class GroupCommit {
  readonly #db: Queries;
  readonly #pipelined: boolean;
  readonly #numbers: Numbers;
  readonly #writes: Together<Write>;
  readonly #reads: Together<Read>;

  constructor({ db, pipelined, reads, beginReads }: Backend, numbers: Numbers) {
    const one = { groups: 1, size: Number.POSITIVE_INFINITY };
    this.#db = db;
    this.#pipelined = pipelined;
    this.#numbers = numbers;
    this.#writes = new Together(one, (group) => this.#writeAll(group));
    this.#reads = new Together(reads, (group) => db.connection().execute((one) => inSnapshot(one, beginReads, group)));
  }

  write<T>(work: Work<T>, { apart = false } = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const ends = { resolve, reject };
      this.#writes.add({
        apart,
        run: async (tx) => confirmation(await work(tx), ends),
        runGuarded: (tx) => inSavepoint(tx, work, ends, () => this.#numbers.forget()),
        reject,
      });
    });
  }

  read<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#reads.add({ run: async (db) => confirmation(await work(db), { resolve, reject }), reject });
    });
  }

  /** Savepoints cost two round trips each, and are hardly ever needed: they are set when the group has failed without. */
  async #writeAll(group: readonly Write[]): Promise<(() => void)[]> {
    const alone = group.map((one) => [one]);
    try {
      return await this.#inTransaction(this.#pipelined ? sideBySide(group) : alone, (one, tx) => one.run(tx));
    } catch (error) {
      if (group.length === 1 || storeFault(error)) throw error;
      return this.#inTransaction(alone, (one, tx) => one.runGuarded(tx));
    }
  }

  #inTransaction(
    runs: readonly Write[][],
    run: (one: Write, tx: Queries) => Promise<() => void>,
  ): Promise<(() => void)[]> {
    return this.#db.transaction().execute(async (tx) => {
      this.#numbers.begin(runs.flat().length);
      const confirmations: (() => void)[] = [];
      for (const some of runs) confirmations.push(...(await allOf(some.map((one) => run(one, tx)))));
      return confirmations;
    });
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#reads.settled();
    await this.#writes.settled();
  }
}

async function inSnapshot(db: Queries, begin: CompiledQuery, group: readonly Read[]): Promise<(() => void)[]> {
  await db.executeQuery(begin);
  try {
    return await allOf(group.map((one) => one.run(db)));
  } finally {
    await db.executeQuery(END);
  }
}

/** In order; neighbours that need not wait for each other are taken together. */
function sideBySide(group: readonly Write[]): Write[][] {
  const runs: Write[][] = [];
  for (const one of group) {
    const last = runs.at(-1);
    if (one.apart && last?.[0]?.apart === true) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** As Promise.all, but settles when all have: none goes on after the transaction has ended. */
async function allOf<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const ends = await Promise.allSettled(works);
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
}

interface Ends<T> {
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
}

function confirmation<T>(value: T, { resolve }: Ends<T>): () => void {
  return () => resolve(value);
}

/** A fault of this work is its own; a fault of the store is everybody's. */
async function inSavepoint<T>(tx: Queries, work: Work<T>, ends: Ends<T>, undone: () => void): Promise<() => void> {
  await tx.executeQuery(SAVEPOINT);
  const end = await endOf(work(tx), ends, async () => {
    await tx.executeQuery(ROLL_BACK);
    undone();
  });
  await tx.executeQuery(RELEASE);
  return end;
}

async function endOf<T>(work: Promise<T>, ends: Ends<T>, undo: () => Promise<void>): Promise<() => void> {
  try {
    return confirmation(await work, ends);
  } catch (error) {
    if (storeFault(error)) throw error;
    await undo();
    return () => ends.reject(error);
  }
}
