import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Knowledge } from '../../core/index.ts';
import { confusions, judge, type Judged, type LabelledMessage, score, type Scores } from './evaluate.ts';
import { publicSetsReport } from './public-sets.ts';
import { readyKnowledge } from './ready-knowledge.ts';
import { wrongUse } from './usage.ts';

const CONFUSIONS_SHOWN = 12;

/** Measures the understanding on labelled messages and prints a report in Markdown. */
export async function runEval(args: readonly string[]): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { public: { type: 'string' } },
  });
  if (files.length === 0 && values.public === undefined) {
    return wrongUse('eval');
  }
  if (values.public !== undefined) console.log(publicSetsReport(values.public));
  if (files.length === 0) return 0;
  const knowledge = await readyKnowledge();
  console.log(cost(knowledge));
  for (const file of files) console.log(report(file, knowledge));
  return 0;
}

const MEGABYTE = 1_000_000;

/** What the model weighs in the knowledge file, where rows without weights are left out. */
function cost({ classifier }: Knowledge): string {
  const { classes, idf } = classifier;
  const bytes = idf.length + idf.filter((rarity) => rarity > 0).length * classes.length;
  return `Model: ${classes.length} classes, ${(bytes / MEGABYTE).toFixed(2)} MB.\n`;
}

function report(file: string, knowledge: Knowledge): string {
  const content = readFileSync(file, 'utf8');
  const messages = readMessages(content);
  // The first time warms the machine up; other work on it is no cost of ours, so the better time counts.
  const first = judge(messages, knowledge);
  const rows = judge(messages, knowledge).map((row, i) => ({ ...row, ms: Math.min(row.ms, first[i]?.ms ?? row.ms) }));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return [
    `## ${basename(file)} (${rows.length} messages, sha256 ${hash})`,
    '',
    ...table('whole', [['all', rows]]),
    ...table(
      'language',
      groups(rows, (row) => row.lang ?? '?'),
    ),
    ...table(
      'intent',
      groups(rows, (row) => row.intent),
    ),
    latency(rows),
    '',
    'Taken for one another most often:',
    '',
    ...confusions(rows)
      .slice(0, CONFUSIONS_SHOWN)
      .map(({ pair, count }) => `- ${pair}: ${count}`),
    '',
  ].join('\n');
}

/** The whole answer, reply included, of each message. */
function latency(rows: readonly Judged[]): string {
  const times = rows.map((row) => row.ms).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2);
  return `One message: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms.`;
}

interface Line extends LabelledMessage {
  /** The input is generated: it tests endurance, not understanding. */
  gen?: unknown;
  /** Of a dialogue, instead of a text and an intent. */
  turns?: Omit<LabelledMessage, 'id'>[];
}

/** Messages of JSON lines; a dialogue gives its turns, as one conversation. Generated ones are left out. */
export function readMessages(content: string): LabelledMessage[] {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  return lines
    .map((line) => JSON.parse(line) as Line)
    .flatMap((line) => (line.gen === undefined ? messagesOf(line) : []));
}

function messagesOf({ turns, ...line }: Line): LabelledMessage[] {
  if (!turns) return [line];
  const { id, lang } = line;
  return turns.map((turn, index) => ({
    ...(lang !== undefined && { lang }),
    ...turn,
    id: `${id}/${index + 1}`,
    conversation: id,
  }));
}

function groups(rows: readonly Judged[], of: (row: Judged) => string): [string, Judged[]][] {
  const names = [...new Set(rows.map(of))].sort();
  return names.map((name) => [name, rows.filter((row) => of(row) === name)]);
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : (share * 100).toFixed(1);
}

const COLUMNS: (keyof Scores)[] = [
  'strict',
  'lenient',
  'helped',
  'direct',
  'precision',
  'outOfScopeAnswered',
  'refused',
];

function table(name: string, parts: readonly (readonly [string, readonly Judged[]])[]): string[] {
  const rows = parts.map(([label, judged]) => {
    const scores = score(judged);
    return `| ${label} | ${scores.messages} | ${COLUMNS.map((column) => percent(scores[column])).join(' | ')} |`;
  });
  return [
    `| ${name} | messages | ${COLUMNS.join(' % | ')} % |`,
    `|---|---|${'---|'.repeat(COLUMNS.length)}`,
    ...rows,
    '',
  ];
}
