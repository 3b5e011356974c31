import { existsSync } from 'node:fs';
import type { BuildReport, Utterance } from '../../data/build.ts';
import { knowledgeIsCurrent, type KnowledgeFiles } from '../../data/current.ts';
import { openKnowledge } from '../adapters/knowledge/index.ts';
import { type ClassifierModel, type IntentName, learnIntents } from '../core/index.ts';

/** `kept`: the sources have faults, so the file built before stays in use. */
export type KnowledgeState = { state: 'current' } | { state: 'built' } | { state: 'kept'; fault: unknown };

/** Builds the knowledge when it is missing or stale. Throws when there is none and none can be built. */
export async function ensureKnowledge(files: KnowledgeFiles, onBuild: () => void): Promise<KnowledgeState> {
  // An installation may come without the sources.
  if (existsSync(files.output) && !existsSync(files.dataDir)) return { state: 'current' };
  if (await knowledgeIsCurrent(files)) return { state: 'current' };
  onBuild();
  try {
    await buildKnowledgeFile(files);
    return { state: 'built' };
  } catch (fault) {
    if (!canBeOpened(files.output)) throw fault;
    return { state: 'kept', fault };
  }
}

/** Compiles the sources and trains the classifier. Throws DataError; the old file is kept then. */
export async function buildKnowledgeFile(files: KnowledgeFiles): Promise<BuildReport> {
  // Reading YAML and training are loaded only when they are needed.
  const { buildKnowledge } = await import('../../data/build.ts');
  return buildKnowledge({ ...files, learn });
}

function learn(examples: readonly Utterance[], path: string): ClassifierModel {
  const knowledge = openKnowledge(path);
  try {
    return learnIntents(examples as readonly (Utterance & { intent: IntentName })[], knowledge);
  } finally {
    knowledge.close();
  }
}

function canBeOpened(path: string): boolean {
  try {
    openKnowledge(path).close();
    return true;
  } catch {
    return false;
  }
}
