import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Raised when the layout of the knowledge file changes, so that an old file counts as stale. */
const FORMAT = 'postilion-knowledge-3';
const SOURCES = /\.(yaml|md)$/;

/** Every text source under a data folder, sorted, relative. */
function sourceFiles(dataDir: string): string[] {
  return filesBelow(dataDir, '')
    .filter((name) => SOURCES.test(name))
    .sort();
}

/** Node's own walk asks the disk about each file, which every start would wait for. */
function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name), `${prefix}${entry.name}/`) : [prefix + entry.name],
  );
}

/** Hash of names and contents of all sources: the same for the same data, wherever and whenever it lies. */
export function contentHash(dataDir: string): string {
  const hash = createHash('sha256').update(FORMAT);
  for (const name of sourceFiles(dataDir)) {
    const content = readFileSync(join(dataDir, name));
    hash.update(`\0${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Changes whenever a source may have changed; cheaper than reading them all. */
export function fingerprint(dataDir: string): string {
  const hash = createHash('sha256').update(FORMAT);
  for (const name of sourceFiles(dataDir)) {
    const { size, mtimeMs } = statSync(join(dataDir, name));
    hash.update(`\0${name}\0${size}\0${mtimeMs}`);
  }
  return hash.digest('hex');
}
