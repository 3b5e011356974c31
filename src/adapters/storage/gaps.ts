import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Gap } from '../../core/index.ts';
import { isMigrated } from './migrate.ts';
import { STATE_FILE, type StoreOptions } from './options.ts';
import { withoutNulls } from './rows.ts';
import { sqliteQueries } from './sqlite.ts';
import type { Queries } from './tables.ts';

/** What was left unanswered since `since` (ms), newest first. Changes nothing, also while a Postilion is running. */
export async function readGaps({ stateDir, databaseUrl }: StoreOptions, since: number, limit: number): Promise<Gap[]> {
  if (databaseUrl !== undefined) {
    const backend = (await import('./postgres.ts')).postgresBackend(databaseUrl);
    try {
      return await gapsOf(backend.db, since, limit);
    } finally {
      await backend.close();
    }
  }
  const path = join(stateDir, STATE_FILE);
  if (!existsSync(path)) return [];
  const file = new Database(path, { readonly: true, fileMustExist: true });
  const db = sqliteQueries(file);
  try {
    return await gapsOf(db, since, limit);
  } finally {
    await db.destroy();
    file.close();
  }
}

async function gapsOf(db: Queries, since: number, limit: number): Promise<Gap[]> {
  if (!(await isMigrated(db))) return [];
  const rows = await db
    .selectFrom('gaps')
    .selectAll()
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) =>
    withoutNulls<Gap>({ ...row, kind: row.kind as Gap['kind'], intent: row.intent as Gap['intent'] & string }),
  );
}
