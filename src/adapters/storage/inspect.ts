import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Store } from '../../core/index.ts';
import { NewerSchemaError, storeFault } from './errors.ts';
import { refuseNewer } from './migrate.ts';
import { STATE_FILE } from './names.ts';
import { sqliteQueries } from './sqlite.ts';
import { counts } from './upkeep.ts';

type StateReport =
  | { state: 'new' | 'damaged' | 'newer' | 'unreadable' }
  | { state: 'sound'; counts: Awaited<ReturnType<Store['counts']>> };

/** Looks at a state directory without changing it, also while a Postilion is running there. */
export async function inspectState(stateDir: string): Promise<StateReport> {
  const path = join(stateDir, STATE_FILE);
  if (!existsSync(path)) return { state: 'new' };
  try {
    return await inspectFile(new Database(path, { readonly: true, fileMustExist: true }));
  } catch (error) {
    if (error instanceof NewerSchemaError) return { state: 'newer' };
    return { state: isDamage(error) ? 'damaged' : 'unreadable' };
  }
}

async function inspectFile(file: Database.Database): Promise<StateReport> {
  const db = sqliteQueries(file);
  try {
    if (file.pragma('quick_check', { simple: true }) !== 'ok') return { state: 'damaged' };
    await refuseNewer(db);
    return { state: 'sound', counts: await counts(db) };
  } finally {
    await db.destroy();
    file.close();
  }
}

function isDamage(error: unknown): boolean {
  const cause = storeFault(error)?.cause;
  return cause instanceof Error && 'code' in cause && /NOTADB|CORRUPT/.test(String(cause.code));
}
