import { join } from 'node:path';
import type { Utterance } from '../../data/build.ts';
import { readUtterances } from '../../data/build/read-utterances.ts';
import { openKnowledge } from '../../src/adapters/knowledge/index.ts';
import { packageRoot } from '../../src/bot/variables.ts';
import { ensureKnowledge } from '../../src/bot/knowledge-files.ts';

/** The sources, and the knowledge file that the program itself uses. */
export const KNOWLEDGE_FILES = {
  dataDir: join(packageRoot(), 'data'),
  output: join(packageRoot(), 'dist', 'knowledge.sqlite'),
};

/** The knowledge of the current sources, built when it is missing or stale. */
export async function currentKnowledge(): Promise<ReturnType<typeof openKnowledge>> {
  await ensureKnowledge(KNOWLEDGE_FILES, () => process.stderr.write('building the knowledge…\n'));
  return openKnowledge(KNOWLEDGE_FILES.output);
}

/** Every example message, in the order of the files. */
export function examples(): Utterance[] {
  return readUtterances(KNOWLEDGE_FILES.dataDir, []);
}

/** Evenly taken from all of them. */
export function sample<Value>(values: readonly Value[], count: number): Value[] {
  const step = Math.max(1, values.length / count);
  return Array.from({ length: Math.min(count, values.length) }, (_, index) => values[Math.floor(index * step)]).filter(
    (value) => value !== undefined,
  );
}
