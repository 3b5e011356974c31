import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import type { Backend } from '../backend.ts';
import { appliedMigrations } from '../migrate.ts';
import { openBackend, STATE_FILE, type StoreOptions } from '../options.ts';
import { sqliteQueries } from '../sqlite.ts';
import { type Digest, digestAll } from './copy.ts';

const MANIFEST = 'manifest.json';

/** What a copy holds, and by what to know that it is whole. The key that opens sealed columns is not part of it. */
export interface Manifest {
  /** ms */
  madeAt: number;
  /** Migrations that its tables have been through. */
  schema: string[];
  /** SHA-256 of the state file. */
  sha256: string;
  tables: Record<string, Digest>;
}

/** A copy that cannot be made or used, in a word for the operator. */
export class TransferError extends Error {
  readonly code: 'not-empty' | 'no-backup' | 'damaged' | 'differs' | 'no-state' | 'no-database';

  constructor(code: TransferError['code']) {
    super(`the state cannot be copied: ${code}`);
    this.name = 'TransferError';
    this.code = code;
  }
}

/** Copies the state into a new folder, consistently, also while a bot works on it. */
export async function backUp(options: StoreOptions, folder: string, now: number): Promise<Manifest> {
  if (options.databaseUrl === undefined && !existsSync(join(options.stateDir, STATE_FILE))) {
    throw new TransferError('no-state');
  }
  const backend = await openBackend(options);
  try {
    return await backUpFrom(backend, folder, now);
  } finally {
    await backend.close();
  }
}

export async function backUpFrom(backend: Backend, folder: string, now: number): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new TransferError('not-empty');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, STATE_FILE);
  await backend.copyTo(path);
  inOneFile(path);
  const manifest = { madeAt: now, sha256: await sha256(path), ...(await contentOf(path)) };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return manifest;
}

/** With nothing in files beside it. */
function inOneFile(path: string): void {
  const file = new Database(path);
  file.pragma('journal_mode = delete');
  file.close();
  chmodSync(path, 0o600);
}

async function contentOf(path: string): Promise<Pick<Manifest, 'schema' | 'tables'>> {
  const file = new Database(path, { readonly: true });
  const db = sqliteQueries(file);
  try {
    return { schema: await appliedMigrations(db), tables: await digestAll(db) };
  } finally {
    await db.destroy();
  }
}

/** The copy in a folder, once it is known to be whole. Throws TransferError. */
export async function checkedBackup(folder: string): Promise<{ path: string; manifest: Manifest }> {
  const path = join(folder, STATE_FILE);
  const manifestPath = join(folder, MANIFEST);
  if (!existsSync(path) || !existsSync(manifestPath)) throw new TransferError('no-backup');
  const manifest = readManifest(manifestPath);
  if ((await sha256(path)) !== manifest.sha256) throw new TransferError('damaged');
  return { path, manifest };
}

function readManifest(path: string): Manifest {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  } catch {
    throw new TransferError('damaged');
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
