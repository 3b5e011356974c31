import { existsSync } from 'node:fs';
import { openKnowledge } from '../../adapters/knowledge/index.ts';
import type { Config } from '../config/index.ts';
import type { DoctorFinding } from './finding.ts';

/** The operator's own topics, learnt once as at a start. Without a built knowledge file there is nothing to tell them from. */
export async function checkTopics({ topicsDir, knowledgePath, defaultLocale }: Config): Promise<DoctorFinding[]> {
  if (topicsDir === undefined || !existsSync(knowledgePath)) return [];
  const { liveTopics } = await import('../own-topics.ts');
  const { topicLines } = await import('../topic-lines.ts');
  const knowledge = openKnowledge(knowledgePath);
  try {
    const found = await liveTopics(topicsDir, defaultLocale, knowledge).refresh();
    return found ? topicLines(found, topicsDir, defaultLocale) : [];
  } finally {
    knowledge.close();
  }
}
