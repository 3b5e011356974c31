import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { markMoved, refuseNewer } from '../migrate.ts';
import { STATE_FILE, type StoreOptions } from '../options.ts';
import { openSqliteFile, sqliteBackend } from '../sqlite.ts';
import { TransferError } from './backup.ts';
import type { Digest } from './copy.ts';
import { fill } from './restore.ts';

/**
 * Moves the state of a stopped bot from its file to PostgreSQL, and marks the file, so that no start uses it again.
 * Gives what was moved. Throws TransferError, MovedError or NewerSchemaError; then the file is as it was.
 */
export async function moveToDatabase(options: StoreOptions): Promise<Record<string, Digest>> {
  const path = join(options.stateDir, STATE_FILE);
  if (options.databaseUrl === undefined) throw new TransferError('no-database');
  if (!existsSync(path)) throw new TransferError('no-state');
  const file = sqliteBackend(openSqliteFile(path));
  try {
    await refuseNewer(file.db);
    const moved = await fill(options, path);
    await markMoved(file.db);
    return moved;
  } finally {
    await file.close();
  }
}
