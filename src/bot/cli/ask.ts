import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { renderReply } from '../../adapters/terminal/render.ts';
import { screenOf } from '../../adapters/terminal/screen.ts';
import { type Block, type Knowledge, type Reply, withoutIndex } from '../../core/index.ts';
import { operatorLanguage } from '../variables.ts';
import { askAnswer } from './ask-answer.ts';
import { Dialogue, type DialogueTurn } from './dialogue.ts';
import { readyWithTopics } from './ready-knowledge.ts';
import { wrongUse } from './usage.ts';

/** `postilion ask TEXT`: one answer for a person. `--json`: JSON lines in, JSON lines out. `--explain`: why. */
export async function runAsk(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, explain: { type: 'boolean' } },
  });
  const text = positionals.join(' ');
  if (!values.json && text === '') {
    return wrongUse('ask');
  }
  const knowledge = await readyWithTopics();
  if (values.json) await answerLines(knowledge);
  else await answerOne(text, values.explain === true, knowledge);
  return 0;
}

/** A live check or a discovery is waited for: the word that it has begun is no answer. */
async function answerOne(text: string, explain: boolean, knowledge: Knowledge): Promise<void> {
  withoutIndex();
  const dialogue = new Dialogue(knowledge, operatorLanguage());
  const said = dialogue.say({ text }, Date.now());
  const language = said.turn.conversation?.language ?? operatorLanguage();
  show(said.blocks, language);
  for (const job of said.turn.jobs) {
    const { lookFor } = await import('./look-for.ts');
    const event = await lookFor(job, knowledge);
    if (event) show(dialogue.hear(event, event.at).blocks, language, '\n');
  }
  if (explain) console.log(`\n${JSON.stringify(explanation(said), null, 2)}`);
}

function show(blocks: Block[], language: string, before = ''): void {
  const reply: Reply = { language, quiet: false, blocks };
  console.log(before + renderReply(reply, screenOf(process.stdout)).text);
}

/** Rule or nearest scores, slots with their places in the normalised text, and what was carried over. */
function explanation({ turn, event }: DialogueTurn): unknown {
  const { understanding, slots } = turn.explanation ?? {};
  if (!understanding) return { outcome: turn.outcome };
  const { rule, ownTopic, intent, confidence, zone, alternatives, spans, carried, language } = understanding;
  return {
    intent: ownTopic ?? intent,
    confidence,
    zone,
    rule: ownTopic === undefined ? (rule ?? 'classifier') : 'own-topic',
    alternatives,
    slots,
    spans,
    carried,
    language,
    redactions: event.redactions,
  };
}

/** One line out for each line in, in order; lines of one `conversation` are turns of one dialogue. */
async function answerLines(knowledge: Knowledge): Promise<void> {
  const dialogues = new Map<string, Dialogue>();
  const language = operatorLanguage();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '')
      process.stdout.write(`${JSON.stringify(answerLine(line, dialogues, language, knowledge))}\n`);
  }
}

interface Asked {
  id?: unknown;
  text: string;
  conversation?: string;
  locale?: string;
}

/** A line that is no such object gets an answer that says so: the count of lines stays right. */
function answerLine(
  line: string,
  dialogues: Map<string, Dialogue>,
  language: string,
  knowledge: Knowledge,
): Record<string, unknown> {
  const asked = readAsked(line);
  if ('error' in asked) return asked;
  const name = asked.conversation;
  const dialogue =
    (name === undefined ? undefined : dialogues.get(name)) ?? new Dialogue(knowledge, language, name ?? 'me');
  if (name !== undefined) dialogues.set(name, dialogue);
  return askAnswer(asked.id ?? null, dialogue.say(asked, Date.now()));
}

function readAsked(line: string): Asked | { id: unknown; error: string } {
  try {
    const value: unknown = JSON.parse(line);
    if (isAsked(value)) return value;
    return { id: (value as { id?: unknown } | null)?.id ?? null, error: 'each line needs a text' };
  } catch {
    return { id: null, error: 'not a line of JSON' };
  }
}

function isAsked(value: unknown): value is Asked {
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return false;
  const { conversation, locale } = value as Record<string, unknown>;
  return isOptionalText(conversation) && isOptionalText(locale);
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
