import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from './backend.ts';
import { openSqliteFile, sqliteBackend } from './sqlite.ts';

/** Name of the state file in the state directory. */
export const STATE_FILE = 'postilion.sqlite';

export interface StoreOptions {
  stateDir: string;
  /** Any long random text; replaces the key file in `stateDir`. */
  secretKey?: string;
  /** `postgres://…`: the state is there, not in a file. */
  databaseUrl?: string;
  /** How long (ms) a process may stand still before others take over what it has in hand. */
  lease?: number;
}

export async function openBackend({ stateDir, databaseUrl }: StoreOptions): Promise<Backend> {
  if (databaseUrl !== undefined) return (await import('./postgres.ts')).postgresBackend(databaseUrl);
  const path = join(stateDir, STATE_FILE);
  const file = openSqliteFile(path);
  chmodSync(path, 0o600);
  return sqliteBackend(file);
}
