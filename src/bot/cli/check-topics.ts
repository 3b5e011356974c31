import { operatorLanguage } from '../variables.ts';
import { liveTopics } from '../own-topics.ts';
import { topicLines } from '../topic-lines.ts';
import { readyKnowledge } from './ready-knowledge.ts';
import { EXIT_DATA } from '../exit-codes.ts';

/** `postilion check-data DIR`: what a folder of own topics gives, and what is wrong with it. */
export async function checkTopics(folder: string): Promise<number> {
  const knowledge = await readyKnowledge();
  const language = operatorLanguage();
  const found = await liveTopics(folder, language, knowledge).refresh();
  const lines = found ? topicLines(found, folder, language) : [];
  for (const { text } of lines) console.log(text);
  knowledge.close();
  return lines.some(({ level }) => level === 'problem') ? EXIT_DATA : 0;
}
