import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Knowledge } from '../../core/index.ts';
import { confusions, judge, type Judged, type LabelledMessage, score, type Scores } from './evaluate.ts';
import { readyKnowledge } from './ready-knowledge.ts';

const USAGE = 'npm run eval -- FILE.jsonl …   (one labelled message a line: id, text, lang, intent, alt?)';
/** Of sysexits.h: the command was used in a way that it does not have. */
const EXIT_USAGE = 64;
const CONFUSIONS_SHOWN = 12;

/** Measures the understanding on labelled messages and prints a report in Markdown. */
export async function runEval(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    console.error(USAGE);
    return EXIT_USAGE;
  }
  const knowledge = await readyKnowledge();
  for (const file of files) console.log(report(file, knowledge));
  return 0;
}

function report(file: string, knowledge: Knowledge): string {
  const content = readFileSync(file, 'utf8');
  const rows = judge(readMessages(content), knowledge);
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
    'Taken for one another most often:',
    '',
    ...confusions(rows)
      .slice(0, CONFUSIONS_SHOWN)
      .map(({ pair, count }) => `- ${pair}: ${count}`),
    '',
  ].join('\n');
}

/** Rows without a text are generated inputs: they test endurance, not understanding. */
function readMessages(content: string): LabelledMessage[] {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  return lines
    .map((line) => JSON.parse(line) as LabelledMessage & { gen?: unknown })
    .filter((row) => row.gen === undefined);
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
