import { CompiledQuery } from 'kysely';
import { storeFault } from './errors.ts';
import type { Queries } from './tables.ts';
import { type Member, Together } from './together.ts';

/** Reads or changes rows through `db`. It may run again, so it must depend on nothing else. */
export type Work<T> = (db: Queries) => Promise<T>;

const BEGIN = CompiledQuery.raw('begin');
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

  constructor(db: Queries) {
    this.#writes = new Together((group) => db.transaction().execute((tx) => runAll(tx, group)));
    this.#reads = new Together((group) => db.connection().execute((connection) => inSnapshot(connection, group)));
  }

  write<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#writes.add({ run: (tx) => inSavepoint(tx, work, { resolve, reject }), reject });
    });
  }

  read<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#reads.add({ run: (db) => alone(() => work(db), { resolve, reject }), reject });
    });
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

async function inSnapshot(db: Queries, group: readonly Member[]): Promise<(() => void)[]> {
  await db.executeQuery(BEGIN);
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
async function alone<T>(work: () => Promise<T>, ends: Ends<T>, undo?: () => Promise<void>): Promise<() => void> {
  try {
    const value = await work();
    return () => ends.resolve(value);
  } catch (error) {
    if (storeFault(error)) throw error;
    await undo?.();
    return () => ends.reject(error);
  }
}

async function inSavepoint<T>(tx: Queries, work: Work<T>, ends: Ends<T>): Promise<() => void> {
  await tx.executeQuery(SAVEPOINT);
  const undo = async (): Promise<void> => void (await tx.executeQuery(ROLL_BACK));
  const end = await alone(() => work(tx), ends, undo);
  await tx.executeQuery(RELEASE);
  return end;
}
