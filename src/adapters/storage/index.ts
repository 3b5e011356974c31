import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from './backend.ts';
import { storeFault } from './errors.ts';
import { isMigrated, pendingMigrations, refuseNewer } from './migrate.ts';
import { openBackend, type StoreOptions } from './options.ts';
import { createSeal, keyFromFile, keyFromText } from './sealing.ts';
import { createStore, type StateStore } from './store.ts';
import { backUpFrom } from './transfer/backup.ts';
import { isEmpty } from './transfer/copy.ts';

export { claimStateDir } from './claim.ts';
export type { DeadLetter } from './dead-letters.ts';
export { MovedError, NewerSchemaError } from './errors.ts';
export { readGaps } from './gaps.ts';
export { hasState, inspectState } from './inspect.ts';
export { STATE_FILE, type StoreOptions } from './options.ts';
export { PURPOSES, type Purpose } from './purposes.ts';
export type { StateStore } from './store.ts';
export { backUp, TransferError } from './transfer/backup.ts';
export { moveToDatabase } from './transfer/move.ts';
export { restore } from './transfer/restore.ts';

/**
 * Opens or creates the state, in a file in `stateDir` or in PostgreSQL, and brings its tables up to date.
 * Throws StoreError, or NewerSchemaError for what a later version wrote.
 */
export async function openStore(options: StoreOptions): Promise<StateStore> {
  try {
    mkdirSync(options.stateDir, { recursive: true, mode: 0o700 });
    const key = options.secretKey === undefined ? keyFromFile(options.stateDir) : keyFromText(options.secretKey);
    const backend = await openBackend(options);
    try {
      await backUpBeforeMigration(backend, options.stateDir);
      return await createStore(backend, createSeal(key), options.lease);
    } catch (error) {
      await backend.close();
      throw error;
    }
  } catch (error) {
    throw storeFault(error) ?? error;
  }
}

/** Whoever updates can go back: to the version from before, with the copy from before. */
async function backUpBeforeMigration(backend: Backend, stateDir: string): Promise<void> {
  await refuseNewer(backend.db);
  const [first] = await pendingMigrations(backend.db);
  if (first === undefined || !(await isMigrated(backend.db)) || (await isEmpty(backend.db))) return;
  const now = Date.now();
  const name = `${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}-before-${first}`;
  await backUpFrom(backend, join(stateDir, 'backups', name), now);
}
