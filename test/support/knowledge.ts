import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openKnowledge } from '../../src/adapters/knowledge/index.ts';
import { ensureKnowledge } from '../../src/bot/knowledge-files.ts';
import type { Knowledge } from '../../src/core/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/postilion');
/** Code that the trained model depends on beside the texts in `data/`. */
const SHAPING_CODE = ['src/core/nlu', 'data/build'];
/** How often a waiting test file looks whether the lock is free, ms. */
const LOOK_AGAIN = 250;

const path = join(CACHE, `knowledge-${codeHash()}.sqlite`);
await buildOnce();
let opened: Knowledge | undefined;

/** The real knowledge with its classifier. Built once for all test files and runs; again when data or code changed. */
export function testKnowledge(): Knowledge {
  opened ??= openKnowledge(path);
  return opened;
}

/** Test files run beside each other: the first one builds under a lock that ends with its process. */
async function buildOnce(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const lock = new Database(join(CACHE, 'lock.sqlite'), { timeout: 0 });
  // A blocking wait would keep the worker from answering vitest.
  while (!locked(lock)) await wait(LOOK_AGAIN);
  try {
    await ensureKnowledge({ dataDir: join(ROOT, 'data'), output: path }, removeOld);
  } finally {
    lock.close();
  }
}

function locked(lock: Database.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return false;
    throw error;
  }
}

function removeOld(): void {
  const old = readdirSync(CACHE).filter((name) => name.startsWith('knowledge-') && !path.endsWith(name));
  for (const name of old) rmSync(join(CACHE, name), { force: true });
}

function codeHash(): string {
  const hash = createHash('sha256');
  for (const folder of SHAPING_CODE) {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((n) =>
      n.endsWith('.ts'),
    );
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(ROOT, folder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** The file behind it, for a whole bot; only to be read. */
export function testKnowledgePath(): string {
  return path;
}
