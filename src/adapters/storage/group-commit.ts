import { CompiledQuery } from 'kysely';
import type { Backend } from './backend.ts';
import { storeFault } from './errors.ts';
import type { Numbers } from './numbers.ts';
import type { Queries } from './tables.ts';
import { type Member, Together } from './together.ts';

/** Reads or changes rows through `db`. It may run again, so it must depend on nothing else. */
export type Work<T> = (db: Queries) => Promise<T>;

const END = CompiledQuery.raw('commit');
const SAVEPOINT = CompiledQuery.raw('savepoint one');
const RELEASE = CompiledQuery.raw('release savepoint one');
const ROLL_BACK = CompiledQuery.raw('rollback to savepoint one');

/**
 * Writes that arrive together share one commit, each in its own savepoint: a failing one is rolled back alone, and none
 * is confirmed before the commit. Reads that arrive together share one snapshot.
 * What the database as a whole refuses, it refuses to all of a group, as a StoreError.
 */
export class GroupCommit {
  readonly #writes: Together;
  readonly #reads: Together;
  readonly #numbers: Numbers;

  constructor({ db, reads, beginReads }: Backend, numbers: Numbers) {
    const one = { groups: 1, size: Number.POSITIVE_INFINITY };
    this.#numbers = numbers;
    this.#writes = new Together(one, (group) => db.transaction().execute((tx) => this.#writeAll(tx, group)));
    this.#reads = new Together(reads, (group) => db.connection().execute((one) => inSnapshot(one, beginReads, group)));
  }

  write<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const undone = (): void => this.#numbers.forget();
      this.#writes.add({ run: (tx) => inSavepoint(tx, work, { resolve, reject }, undone), reject });
    });
  }

  read<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#reads.add({ run: (db) => work(db).then((value) => () => resolve(value)), reject });
    });
  }

  #writeAll(tx: Queries, group: readonly Member[]): Promise<(() => void)[]> {
    this.#numbers.forget();
    return runAll(tx, group);
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#reads.settled();
    await this.#writes.settled();
  }
}

async function runAll(db: Queries, group: readonly Member[]): Promise<(() => void)[]> {
  const confirmations: (() => void)[] = [];
  for (const member of group) confirmations.push(await member.run(db));
  return confirmations;
}

async function inSnapshot(db: Queries, begin: CompiledQuery, group: readonly Member[]): Promise<(() => void)[]> {
  await db.executeQuery(begin);
  try {
    return await runAll(db, group);
  } finally {
    await db.executeQuery(END);
  }
}

interface Ends<T> {
  resolve(value: T): void;
  reject(error: unknown): void;
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
    const value = await work;
    return () => ends.resolve(value);
  } catch (error) {
    if (storeFault(error)) throw error;
    await undo();
    return () => ends.reject(error);
  }
}
