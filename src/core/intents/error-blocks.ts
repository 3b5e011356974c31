import { fill } from '../locales/index.ts';
import type { Block } from '../model.ts';
import { type Question, text } from './answer.ts';
import { sourcesBlock } from './sources-block.ts';

/** What a quoted error means and what to do about it; nothing where we don't know it. */
export function errorBlocks(question: Question): Block[] {
  const { slots, knowledge, language, texts } = question;
  const entry = slots.errorId === undefined ? undefined : knowledge.error(slots.errorId, language);
  if (!entry) return [];
  return [
    text(fill(texts.answers.error.meaning, { meaning: entry.meaning })),
    { kind: 'steps', items: entry.todo },
    ...sourcesBlock(entry.sources, question),
  ];
}
