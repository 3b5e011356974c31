import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BotStart } from './bot.ts';
import { type CrashPoint, type CrashResult, crashOnce } from './crash.ts';
import { discordSide } from './discord-side.ts';
import { chaosLoop, type Deaths } from './loop.ts';
import { isClean, type Tally } from './oracle.ts';
import { type Question, questions } from './questions.ts';
import { type Row, row } from './report.ts';
import type { Side } from './side.ts';
import { slackSide } from './slack-side.ts';
import type { ChaosStore } from './stores.ts';

/** The bot under test: arguments of Node that start it, what it is told beside its platforms, and where it keeps its state. */
export interface Subject {
  program: readonly string[];
  variables: Record<string, string>;
  store: ChaosStore;
}

const TSX = import.meta.resolve('tsx');
const STOCK_BOLT = ['--import', TSX, script('stock-bolt.ts')];
const WATCH_COMMITS = ['--import', TSX, '--import', script('crash-at.ts')];

const SIDES = { slack: slackSide, discord: discordSide };
const MOMENTS = ['before', 'after'] as const;
/** What one person asks while the bot dies at one point. */
const ASKED_AT_A_POINT = 3;

function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Random deaths of a bot on both platforms, and what goes wrong there meanwhile; `people` on each. */
export async function randomDeaths(subject: Subject, deaths: Deaths, people: number): Promise<Row[]> {
  const sides = await Promise.all(Object.values(SIDES).map((make) => make(people)));
  const tallies = await inFolder(async (folder) => {
    const bot = await startOf(subject, sides, folder);
    return chaosLoop({ ...deaths, sides, bot, questions: questions() });
  });
  await Promise.all(sides.map((side) => side.stop()));
  return [...tallies].map(([name, each]) =>
    row(`${name}, ${subject.store.name}, seed ${deaths.seed}`, deaths.kills, each),
  );
}

/** The same on Slack with a bot that keeps nothing. */
export async function stockDeaths(deaths: Deaths, people: number): Promise<Row> {
  const side = await slackSide(people);
  const echoed = questions().map(({ text }) => ({ text, mark: text }));
  const tallies = await inFolder((folder) => {
    const bot = { args: STOCK_BOLT, variables: side.variables, logFile: join(folder, 'log') };
    return chaosLoop({ ...deaths, sides: [side], bot, questions: echoed });
  });
  await side.stop();
  return row(`slack, a bot of stock Bolt, seed ${deaths.seed}`, deaths.kills, tallies.get('slack') ?? []);
}

/**
 * Deaths just before and just after the commits of a short talk: these, or every one until a run is over before its commit
 * comes. Says on the way where something was lost.
 */
export async function enumeratedDeaths(
  subject: Subject,
  platform: Side['name'],
  say: (line: string) => void,
  commits: Iterable<number> = upwards(),
): Promise<Row> {
  const asked = questions().slice(0, ASKED_AT_A_POINT);
  const tallies: Tally[] = [];
  for (const commit of commits) {
    let died = false;
    for (const moment of MOMENTS) {
      const { crashed, tally } = await dieAt(subject, platform, { moment, commit }, asked);
      died ||= crashed;
      if (crashed) tallies.push(tally);
      if (!isClean(tally)) say(`${platform}, ${moment} commit ${commit}: ${JSON.stringify(tally)}`);
    }
    if (!died) break;
  }
  return row(`${platform}, ${subject.store.name}, around commits`, tallies.length, tallies);
}

function* upwards(): Generator<number> {
  for (let number = 1; ; number++) yield number;
}

async function dieAt(
  subject: Subject,
  platform: Side['name'],
  point: CrashPoint,
  asked: readonly Question[],
): Promise<CrashResult> {
  const side = await SIDES[platform](1);
  const result = await inFolder(async (folder) => {
    const bot = await startOf({ ...subject, program: [...WATCH_COMMITS, ...subject.program] }, [side], folder);
    return crashOnce({ point, side, bot, questions: asked });
  });
  await side.stop();
  return result;
}

async function startOf(subject: Subject, sides: readonly Side[], folder: string): Promise<BotStart> {
  const variables = {
    TERMINAL: 'off',
    WEB: 'off',
    DISCORD_MESSAGE_CONTENT: 'on',
    ...subject.variables,
    ...(await subject.store.fresh(folder)),
  };
  for (const side of sides) Object.assign(variables, side.variables);
  return { args: subject.program, variables, logFile: join(folder, 'log') };
}

/** The folder, with the state and the log of every run, is gone afterwards, unless CHAOS_KEEP is set. */
async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'postilion-chaos-'));
  try {
    return await work(folder);
  } finally {
    if (process.env['CHAOS_KEEP'] === undefined) rmSync(folder, { recursive: true, force: true });
    else process.stdout.write(`kept: ${folder}\n`);
  }
}
