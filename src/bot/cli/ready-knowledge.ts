import { join } from 'node:path';
import { openKnowledge } from '../../adapters/knowledge/index.ts';
import { type Knowledge, texts } from '../../core/index.ts';
import { ensureKnowledge } from '../knowledge-files.ts';
import { knowledgePath } from '../paths.ts';
import { operatorLanguage, packageRoot, variablesGiven } from '../variables.ts';

/**
 * The knowledge, built first where there is none or its sources changed. What is said goes to stderr: a program may
 * read stdout. Throws, in words for a person, when there is none and none can be built.
 */
export async function readyKnowledge(
  path = knowledgePath(),
  dataDir = join(packageRoot(), 'data'),
): Promise<ReturnType<typeof openKnowledge>> {
  const words = texts(operatorLanguage()).cli.start;
  const files = { dataDir, output: path };
  try {
    const { state } = await ensureKnowledge(files, () => console.error(words.building));
    if (state === 'kept') console.error(words.keptKnowledge);
    return openKnowledge(path);
  } catch (cause) {
    throw new Error(words.noKnowledge, { cause });
  }
}

/** With the operator's own topics, where a folder of them is named. */
export async function readyWithTopics(): Promise<Knowledge> {
  const knowledge = await readyKnowledge();
  const folder = variablesGiven()['POSTILION_TOPICS']?.trim();
  if (!folder) return knowledge;
  const { liveTopics } = await import('../own-topics.ts');
  const live = liveTopics(folder, operatorLanguage(), knowledge);
  await live.refresh();
  return live.knowledge;
}
