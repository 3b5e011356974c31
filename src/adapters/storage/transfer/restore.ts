import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from '../backend.ts';
import { migrate, refuseNewer } from '../migrate.ts';
import { openBackend, STATE_FILE, type StoreOptions } from '../options.ts';
import { openSqliteFile, sqliteBackend } from '../sqlite.ts';
import type { Queries } from '../tables.ts';
import { checkedBackup, TransferError } from './backup.ts';
import { copyAll, type Digest, digestAll, highestNumber, isEmpty } from './copy.ts';

/** What waited to be sent for longer (ms) when the copy was made is for the operator to decide. */
const TOO_OLD = 3_600_000;

/** How much is looked for on the platforms before it is sent, and how much waits for the operator. */
export interface Restored {
  lookedFor: number;
  held: number;
}

/** Puts a copy back; the bot is stopped, and there is no state yet. Throws TransferError or NewerSchemaError. */
export async function restore(options: StoreOptions, folder: string, now: number): Promise<Restored> {
  const { path } = await checkedBackup(folder);
  await refuseNewerFile(path);
  if (options.databaseUrl === undefined) placeFile(path, options.stateDir);
  else await withCopy(path, (file) => fill(options, file));
  const backend = await openBackend(options);
  try {
    await migrate(backend.db);
    await backend.prepare();
    return await backend.db.transaction().execute((tx) => reconcile(tx, now));
  } finally {
    await backend.close();
  }
}

async function refuseNewerFile(path: string): Promise<void> {
  await withCopy(path, async (copy) => {
    const backend = sqliteBackend(openSqliteFile(copy));
    try {
      await refuseNewer(backend.db);
    } finally {
      await backend.close();
    }
  });
}

function placeFile(path: string, stateDir: string): void {
  const target = join(stateDir, STATE_FILE);
  if (existsSync(target)) throw new TransferError('not-empty');
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  copyFileSync(path, target);
}

/** The backup itself is never written to. */
async function withCopy<T>(path: string, work: (copy: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'postilion-restore-'));
  try {
    const copy = join(folder, STATE_FILE);
    copyFileSync(path, copy);
    return await work(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Into an empty database, from a file. Gives what was copied; throws TransferError when it did not arrive whole. */
export async function fill(options: StoreOptions, path: string): Promise<Record<string, Digest>> {
  const [source, target] = [sqliteBackend(openSqliteFile(path)), await openBackend(options)];
  try {
    await migrate(source.db);
    await migrate(target.db);
    await target.prepare();
    return await target.db.transaction().execute((tx) => copyInto(source, target, tx));
  } finally {
    await source.close();
    await target.close();
  }
}

async function copyInto(source: Backend, target: Backend, tx: Queries): Promise<Record<string, Digest>> {
  if (!(await isEmpty(tx))) throw new TransferError('not-empty');
  const copied = await copyAll(source.db, tx);
  const arrived = await digestAll(tx);
  for (const [name, { rows, hash }] of Object.entries(copied)) {
    if (arrived[name]?.rows !== rows || arrived[name].hash !== hash) throw new TransferError('differs');
  }
  await target.numbersInUse(tx, await highestNumber(tx));
  return copied;
}

/**
 * Nobody knows what was sent after the copy was made: all that waits is looked for on its platform first, and what is
 * old waits for the operator.
 */
async function reconcile(tx: Queries, now: number): Promise<Restored> {
  await tx.deleteFrom('leases').execute();
  await tx.updateTable('jobs').set({ state: 'queued', owner: null }).where('state', '=', 'running').execute();
  let held = 0;
  const unsent = tx.updateTable('outbox').where('ended_at', 'is', null);
  const hold = { state: 'dead', reason: 'held', ended_at: now } as const;
  const old = await unsent
    .set(hold)
    .where('queued_at', '<', now - TOO_OLD)
    .executeTakeFirst();
  for (let more = old.numUpdatedRows; more > 0n; held += Number(more), more = await holdFollowers(tx, hold));
  const { numUpdatedRows } = await unsent
    .set((set) => ({
      state: 'queued',
      owner: null,
      ready_at: now,
      attempts: set.fn<number>('coalesce', [set.fn<number>('nullif', ['attempts', set.val(0)]), set.val(1)]),
    }))
    .executeTakeFirst();
  return { lookedFor: Number(numUpdatedRows), held };
}

/** What could only be sent after something that is held. */
async function holdFollowers(tx: Queries, hold: { state: 'dead'; reason: string; ended_at: number }): Promise<bigint> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set(hold)
    .where('ended_at', 'is', null)
    .where(
      'awaits',
      'in',
      tx
        .selectFrom('outbox as held')
        .select('held.key')
        .where('held.state', '=', 'dead')
        .where('held.reason', '=', 'held'),
    )
    .executeTakeFirst();
  return numUpdatedRows;
}
