import { type Answer, type Question, text } from '../intents/answer.ts';
import { asksForValues } from '../intents/compared.ts';
import type { Texts } from '../locales/index.ts';
import type { Block, IntentName } from '../model.ts';
import { plainText, rowLine } from './plain-text.ts';

/** So many of our last replies are still in sight. */
const REPLIES = 4;
/** Shorter lines are titles and questions, which may come again. */
const SHORT = 24;

/**
 * Of an answer that goes on with the talk, what was not said just before; undefined where nothing else would be left.
 * The servers to type with what introduces them, and what keeps mail from being lost, stand there each time.
 */
export function withoutSaid(answer: Answer, question: Question): Answer | undefined {
  const { texts, fresh } = question;
  const asked = asksForValues(question.text);
  const said = saidLately(question);
  const table = answer.blocks.findIndex(({ kind }) => kind === 'settings');
  const lead = answer.servers === undefined ? -1 : table;
  const blocks = answer.blocks.flatMap((block, at) => (at < lead ? [block] : unsaid(block, said, texts)));
  const narrowed = asked || (answer.servers !== undefined && (fresh.protocols ?? fresh.domain) !== undefined);
  if (!blocks.some((block) => (narrowed && block.kind === 'settings') || isNew(block, said, texts))) return undefined;
  const bare = blocks.length < answer.blocks.length && blocks[0]?.kind === 'settings';
  const dropped = bare && !asked;
  return { ...answer, blocks: dropped ? [text(introduction(question)), ...blocks] : blocks };
}

/** Of the servers that follow: in a trouble they are compared, else typed. */
function introduction({ intent, texts: { nextSteps } }: Question): string {
  return COMPARED.has(intent) ? nextSteps.compareThese : nextSteps.typeThese;
}

const COMPARED: ReadonlySet<IntentName> = new Set<IntentName>([
  'connection-error',
  'send-receive-problem',
  'wrong-server-address',
]);

/**
 * Without the table of a trouble whose lines were all shown just before. Whoever asks for settings, or names another
 * mailbox, protocol or domain, gets it all the same.
 */
export function withoutShownTable(answer: Answer, question: Question): Answer {
  const { fresh, text: words, texts } = question;
  const named = fresh.provider ?? fresh.protocols ?? fresh.domain ?? fresh.ports ?? fresh.hosts;
  if (!COMPARED.has(question.intent) || named !== undefined || asksForValues(words)) return answer;
  const said = saidLately(question);
  const shown = answer.blocks.filter((block) => block.kind === 'settings' && isAllSaid(block.rows.map(rowLine), said));
  if (shown.length === 0) return answer;
  const care = texts.answers.settings.keepCopy;
  const isCare = (block: Block) => block.kind === 'text' && block.text === care;
  return { ...answer, blocks: answer.blocks.filter((block) => !shown.includes(block) && !isCare(block)) };
}

function saidLately({ conversation }: Question): ReadonlySet<string> {
  return new Set(
    conversation.transcript
      .filter(({ from }) => from === 'assistant')
      .slice(-REPLIES)
      .flatMap(({ text: reply }) => reply.split('\n')),
  );
}

function isAllSaid(lines: readonly string[], said: ReadonlySet<string>): boolean {
  return lines.every((line) => said.has(line));
}

function unsaid(block: Block, said: ReadonlySet<string>, texts: Texts): Block[] {
  if (block.kind === 'text') {
    const parts = partsOf(block.text).filter((lines) => !lines.every((line) => isSaid(line, said, texts)));
    return parts.length === 0 ? [] : [{ ...block, text: parts.flat().join('\n') }];
  }
  if (block.kind !== 'steps' && block.kind !== 'sources') return [block];
  return isAllSaid(plainText([block]).split('\n'), said) ? [] : [block];
}

/** Lines that stand or fall together: a list as a whole, with the line that announces it. */
function partsOf(words: string): string[][] {
  const parts: string[][] = [];
  for (const line of words.split('\n')) {
    const before = parts.at(-1);
    if (before && ITEM.test(line) && LIST.test(before.at(-1) ?? '')) before.push(line);
    else parts.push([line]);
  }
  return parts;
}

const ITEM = /^(?:-|\d{1,2}\.) /;
/** The line before an item of a list: another item, or what announces them. */
const LIST = /^(?:-|\d{1,2}\.) |[:：]$/;

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
