import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Store } from '../../core/index.ts';
import { MovedError, NewerSchemaError, storeFault } from './errors.ts';
import { isMigrated, refuseNewer } from './migrate.ts';
import { STATE_FILE, type StoreOptions } from './options.ts';
import { sqliteQueries } from './sqlite.ts';
import { counts } from './upkeep.ts';

type StateReport =
  | { state: 'new' | 'damaged' | 'newer' | 'moved' | 'unreadable' | 'denied' }
  | { state: 'sound'; counts: Awaited<ReturnType<Store['counts']>> };

/** Looks at the state without changing it, also while a Postilion is running on it. */
export function inspectState({ stateDir, databaseUrl }: StoreOptions): Promise<StateReport> {
  return databaseUrl === undefined ? inspectStateDir(stateDir) : inspectDatabase(databaseUrl);
}

/** Whether there may be one: a database is asked when it is opened. */
export function hasState({ stateDir, databaseUrl }: StoreOptions): boolean {
  return databaseUrl !== undefined || existsSync(join(stateDir, STATE_FILE));
}

async function inspectDatabase(url: string): Promise<StateReport> {
  const backend = (await import('./postgres.ts')).postgresBackend(url);
  const { db } = backend;
  try {
    await refuseNewer(db);
    return (await isMigrated(db)) ? { state: 'sound', counts: await counts(db) } : { state: 'new' };
  } catch (error) {
    if (error instanceof MovedError) return { state: 'moved' };
    if (error instanceof NewerSchemaError) return { state: 'newer' };
    return { state: storeFault(error)?.code === 'denied' ? 'denied' : 'unreadable' };
  } finally {
    await backend.close();
  }
}

async function inspectStateDir(stateDir: string): Promise<StateReport> {
  const path = join(stateDir, STATE_FILE);
  if (!existsSync(path)) return { state: 'new' };
  try {
    return await inspectFile(new Database(path, { readonly: true, fileMustExist: true }));
  } catch (error) {
    if (error instanceof MovedError) return { state: 'moved' };
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
