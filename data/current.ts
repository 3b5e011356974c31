import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { contentHash, fingerprint } from './build/hash.ts';

export interface KnowledgeFiles {
  dataDir: string;
  /** The SQLite file. */
  output: string;
}

/** Whether the file was built from exactly these sources, by this version of the build. */
export async function knowledgeIsCurrent({ dataDir, output }: KnowledgeFiles): Promise<boolean> {
  if (!existsSync(output)) return false;
  const stored = storedHashes(output);
  return stored !== undefined && (stored.fingerprint === fingerprint(dataDir) || stored.hash === contentHash(dataDir));
}

function storedHashes(output: string): { hash: string; fingerprint: string } | undefined {
  try {
    const database = new Database(output, { readonly: true });
    try {
      const value = database.prepare('SELECT value FROM meta WHERE key = ?').pluck();
      return { hash: String(value.get('hash')), fingerprint: String(value.get('fingerprint')) };
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}
