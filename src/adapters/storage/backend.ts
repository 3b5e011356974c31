import type { CompiledQuery } from 'kysely';
import type { HintTopic } from '../../core/index.ts';
import type { Queries } from './tables.ts';

/** Says that something is worth a look, to all processes on one database. A hint may be lost: polling is the truth. */
export interface Hints {
  send(topic: HintTopic): void;
  /** Also what this process sent itself. */
  listen(hear: (topic: HintTopic) => void): void;
}

/** All that differs between SQLite and PostgreSQL; each has one file that says how. */
export interface Backend {
  readonly db: Queries;
  /** Several processes may work on the same state at the same time. */
  readonly shared: boolean;
  /** Statements of one transaction may be sent without waiting for each other's answers, and all fail when one has failed. */
  readonly pipelined: boolean;
  /** Begins a group of reads that all see the same moment. */
  readonly beginReads: CompiledQuery;
  /** How many groups of reads may run at once, and how many reads are a group at most. */
  readonly reads: { groups: number; size: number };
  /** To be called when the tables are there. */
  prepare(): Promise<void>;
  /** Numbers that nobody else gets, growing; those of a transaction that is rolled back may be given again. */
  reserveNumbers(tx: Queries, count: number): Promise<number[]>;
  /** The numbers go on above this one. */
  numbersInUse(tx: Queries, highest: number): Promise<void>;
  /**
   * A transaction of its own whose loss in a crash does no harm, with the time (ms) by the clock that all processes
   * share.
   */
  forgettably<T>(work: (tx: Queries, now: number) => Promise<T>): Promise<T>;
  /** Until the transaction ends, no other one gets past this point for the same `what`. */
  exclusively(tx: Queries, what: string): Promise<void>;
  /** For a query that takes rows of `alias`: passes over those that another process is taking just now. */
  skipLocked<Query extends Lockable<Query>>(query: Query, alias: string): Query;
  /** For a query whose rows must stay as they are until the transaction ends; it waits for whoever is changing one. */
  holdStill<Query extends Lockable<Query>>(query: Query): Query;
  /** The time (ms) by the clock that all processes share. */
  now(tx: Queries): Promise<number>;
  /** Everything as it is at one moment, as a new SQLite file. */
  copyTo(path: string): Promise<void>;
  readonly hints: Hints;
  close(): Promise<void>;
}

/** As much of a select as can take locks. */
export interface Lockable<Query> {
  modifyEnd(modifier: unknown): Query;
}
