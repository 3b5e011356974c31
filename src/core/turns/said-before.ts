import { type Answer, type Question, text } from '../intents/answer.ts';
import type { Texts } from '../locales/index.ts';
import type { Block } from '../model.ts';
import { plainText } from './plain-text.ts';

/** So many of our last replies are still in sight. */
const REPLIES = 4;
/** Shorter lines are titles and questions, which may come again. */
const SHORT = 24;

/**
 * Of an answer that goes on with the talk, what was not said just before; undefined where nothing else would be left.
 * The servers to type with what introduces them, and what keeps mail from being lost, stand there each time.
 */
export function withoutSaid(answer: Answer, { conversation, texts, fresh }: Question): Answer | undefined {
  const said = new Set(
    conversation.transcript
      .filter(({ from }) => from === 'assistant')
      .slice(-REPLIES)
      .flatMap(({ text: reply }) => reply.split('\n')),
  );
  const table = answer.blocks.findIndex(({ kind }) => kind === 'settings');
  const lead = answer.servers === undefined ? -1 : table;
  const blocks = answer.blocks.flatMap((block, at) => (at < lead ? [block] : unsaid(block, said, texts)));
  const narrowed = answer.servers !== undefined && (fresh.protocols ?? fresh.domain) !== undefined;
  if (!blocks.some((block) => (narrowed && block.kind === 'settings') || isNew(block, said, texts))) return undefined;
  const dropped = blocks.length < answer.blocks.length && blocks[0]?.kind === 'settings';
  return { ...answer, blocks: dropped ? [text(texts.nextSteps.holds), ...blocks] : blocks };
}

function unsaid(block: Block, said: ReadonlySet<string>, texts: Texts): Block[] {
  if (block.kind === 'text') {
    const lines = block.text.split('\n').filter((line) => !isSaid(line, said, texts));
    return lines.length === 0 ? [] : [{ ...block, text: lines.join('\n') }];
  }
  if (block.kind !== 'steps' && block.kind !== 'sources') return [block];
  return plainText([block])
    .split('\n')
    .every((line) => said.has(line))
    ? []
    : [block];
}

function isSaid(line: string, said: ReadonlySet<string>, { answers }: Texts): boolean {
  const careful = [answers.settings.keepCopy, answers.safety.backup, answers.ask.provider].some((words) =>
    line.includes(words),
  );
  return line.length >= SHORT && said.has(line) && !careful;
}

function isNew(block: Block, said: ReadonlySet<string>, texts: Texts): boolean {
  if (block.kind === 'actions' || block.kind === 'sources') return false;
  return plainText([block])
    .split('\n')
    .some((line) => !said.has(line) && !isSaid(line, said, texts));
}
