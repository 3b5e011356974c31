import { MATTERS } from '../nlu/matters/index.ts';
import type { Question } from './answer.ts';

/** The topic of the matter that our last reply was about, while the talk only goes on with it. */
export function matterBefore({ conversation, intent, knowledge, language }: Question): string | undefined {
  const reply = conversation.transcript.findLast(({ from }) => from === 'assistant')?.text;
  if (reply === undefined || conversation.lastIntent !== intent) return undefined;
  return MATTERS.find(({ topic: id }) => {
    const topic = knowledge.topic(id, language);
    return [topic?.answer, topic?.details].some((words) => words !== undefined && reply.includes(firstLine(words)));
  })?.topic;
}

function firstLine(words: string): string {
  return words.split('\n', 1)[0] ?? words;
}
