import { join } from 'node:path';
import { packageRoot } from './variables.ts';

/** Where the knowledge file is: POSTILION_KNOWLEDGE, else beside the compiled program. */
export function knowledgePath(): string {
  return process.env['POSTILION_KNOWLEDGE'] ?? join(packageRoot(), 'dist', 'knowledge.sqlite');
}
