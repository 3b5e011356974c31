import { parseArgs } from 'node:util';
import { readGaps } from '../../adapters/storage/index.ts';
import { fill, type GapGroup, groupGaps, texts } from '../../core/index.ts';
import { faultLines, readEnvironment } from '../environment.ts';
import { storeOptions } from '../state.ts';
import { readyKnowledge } from './ready-knowledge.ts';
import { topicSkeleton } from './topic-skeleton.ts';
import { wrongUse } from './usage.ts';
import { EXIT_USAGE, EXIT_CONFIG } from '../exit-codes.ts';

const DAY = 24 * 60 * 60 * 1000;
const DAYS = 90;
/** Older ones than these say nothing new. */
const MOST_GAPS = 20_000;
const GROUPS_SHOWN = 20;
const QUESTIONS_SHOWN = 3;

/**
 * `postilion report gaps [--days N] [--json | --topic N]`: what nobody answered well, in groups; `--topic` writes one
 * group as a file for the folder of own topics.
 */
export async function reportGaps(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { days: { type: 'string' }, json: { type: 'boolean' }, topic: { type: 'string' } },
  });
  const result = readEnvironment();
  if (!result.ok) {
    console.error(faultLines(result.faults).join('\n'));
    return EXIT_CONFIG;
  }
  const days = Number(values.days ?? DAYS);
  if (!(days > 0)) return wrongUse('report');
  const now = Date.now();
  const gaps = await readGaps(storeOptions(result.config), now - days * DAY, MOST_GAPS);
  const knowledge = await readyKnowledge(result.config.knowledgePath);
  const groups = groupGaps(gaps, knowledge, now);
  knowledge.close();
  if (values.topic !== undefined) return writeTopic(groups, Number(values.topic), result.config.defaultLocale);
  const lines = values.json
    ? groups.map((group) => JSON.stringify(group))
    : linesOf(groups, result.config.defaultLocale);
  for (const line of lines) console.log(line);
  return 0;
}

function writeTopic(groups: readonly GapGroup[], number: number, language: string): number {
  const group = groups[number - 1];
  if (!group) {
    console.error(fill(texts(language).learning.gaps.noGroup, { number, groups: groups.length }));
    return EXIT_USAGE;
  }
  process.stdout.write(topicSkeleton(group));
  return 0;
}

function linesOf(groups: readonly GapGroup[], language: string): string[] {
  const words = texts(language).learning.gaps;
  if (groups.length === 0) return [words.none];
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return [
    fill(words.title, { count, groups: groups.length }),
    ...groups.slice(0, GROUPS_SHOWN).flatMap((group, index) => ['', ...groupLines(group, index + 1, language)]),
  ];
}

function groupLines(group: GapGroup, number: number, language: string): string[] {
  const { learning, answers } = texts(language);
  const words = learning.gaps;
  const { count, last, kinds, closest, questions } = group;
  const said = { 'not-mine': words.notMine, 'did-not-help': words.didNotHelp };
  const parts = Object.entries(said).flatMap(([kind, word]) => {
    const times = kinds[kind as keyof typeof said];
    return times === undefined ? [] : [`${times} ${word}`];
  });
  const facts = {
    count,
    date: new Date(last).toISOString().slice(0, 10),
    intent: closest ? answers.intents[closest.intent] : '–',
    kinds: parts.join(', '),
  };
  return [
    `${number}. ${fill(words.line, facts)}`,
    ...questions.slice(0, QUESTIONS_SHOWN).map((text) => `   - ${shown(text)}`),
  ];
}

const LONGEST_LINE = 160;

/** On one line, as far as it can be read at a glance. */
function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
