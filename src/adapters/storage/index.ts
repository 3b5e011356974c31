import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from './backend.ts';
import { storeFault } from './errors.ts';
import { STATE_FILE, type StoreOptions } from './options.ts';
import { createSeal, keyFromFile, keyFromText } from './sealing.ts';
import { openSqliteFile, sqliteBackend } from './sqlite.ts';
import { createStore, type StateStore } from './store.ts';

export { claimStateDir } from './claim.ts';
export type { DeadLetter } from './dead-letters.ts';
export { NewerSchemaError } from './errors.ts';
export { readGaps } from './gaps.ts';
export { inspectState } from './inspect.ts';
export { STATE_FILE, type StoreOptions } from './options.ts';
export { PURPOSES, type Purpose } from './purposes.ts';
export type { StateStore } from './store.ts';

/**
 * Opens or creates the state, in a file in `stateDir` or in PostgreSQL, and brings its tables up to date.
 * Throws StoreError, or NewerSchemaError for what a later version wrote.
 */
export async function openStore(options: StoreOptions): Promise<StateStore> {
  try {
    mkdirSync(options.stateDir, { recursive: true, mode: 0o700 });
    const key = options.secretKey === undefined ? keyFromFile(options.stateDir) : keyFromText(options.secretKey);
    const backend = await openBackend(options);
    return await createStore(backend, createSeal(key), options.lease).catch(async (error: unknown) => {
      await backend.close();
      throw error;
    });
  } catch (error) {
    throw storeFault(error) ?? error;
  }
}

async function openBackend({ stateDir, databaseUrl }: StoreOptions): Promise<Backend> {
  if (databaseUrl !== undefined) return (await import('./postgres.ts')).postgresBackend(databaseUrl);
  const path = join(stateDir, STATE_FILE);
  const file = openSqliteFile(path);
  chmodSync(path, 0o600);
  return sqliteBackend(file);
}
