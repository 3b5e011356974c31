import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildKnowledge } from '../../data/build.ts';

/** Path of the real knowledge, without its classifier, which is built before the tests of a file and gone after them. */
export function realKnowledge(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postilion-knowledge-'));
  const output = join(folder, 'knowledge.sqlite');
  beforeAll(async () => {
    await buildKnowledge({ dataDir: join(import.meta.dirname, '../../data'), output });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return output;
}
