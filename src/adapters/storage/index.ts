import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { storeFault } from './errors.ts';
import { STATE_FILE } from './names.ts';
import { createSeal, keyFromFile, keyFromText } from './sealing.ts';
import { openSqliteFile, sqliteQueries } from './sqlite.ts';
import { createStore, type StateStore } from './store.ts';

export { claimStateDir } from './claim.ts';
export { NewerSchemaError } from './errors.ts';
export { inspectState } from './inspect.ts';
export { STATE_FILE } from './names.ts';
export type { StateStore } from './store.ts';

/**
 * Opens or creates the state in `stateDir` and brings its tables up to date.
 * `secretKey` (any long random text) replaces the key file there.
 * Throws StoreError, or NewerSchemaError for a file of a later version.
 */
export async function openStore(options: { stateDir: string; secretKey?: string }): Promise<StateStore> {
  try {
    mkdirSync(options.stateDir, { recursive: true, mode: 0o700 });
    const key = options.secretKey === undefined ? keyFromFile(options.stateDir) : keyFromText(options.secretKey);
    const path = join(options.stateDir, STATE_FILE);
    const file = openSqliteFile(path);
    chmodSync(path, 0o600);
    return await createStore(sqliteQueries(file), createSeal(key)).catch((error: unknown) => {
      file.close();
      throw error;
    });
  } catch (error) {
    throw storeFault(error) ?? error;
  }
}
