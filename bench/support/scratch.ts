import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/bot/variables.ts';

/** Runs with an empty folder on the disk that the checkout is on: a temporary folder may be in memory. */
export async function inScratch<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const parent = join(packageRoot(), 'dist');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
