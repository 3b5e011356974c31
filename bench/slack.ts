import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { startSlackDouble, type SlackDouble } from '../test/support/slack-double/index.ts';
import { forkBench, program, spawnNode, stopped } from './support/child.ts';
import { countOf, median, rate, ratio, type Row } from './support/figures.ts';
import { inScratch } from './support/scratch.ts';
import { currentKnowledge, examples, sample } from './support/sources.ts';

const MAIN = program('src/bot/main.js');
const ROUNDS = 3;
const PEOPLE = 100;
/** Events on their way at once; Slack wants each acknowledged within 3 s. */
const ON_THE_WAY = 64;
/** Share of the texts that is sent before the clock runs, while code is still cold. */
const WARM_UP = 0.1;

/** Events a second over Socket Mode: ours redacts, stores on the disk, acknowledges, and answers meanwhile; stock Bolt only acknowledges. */
export async function slackPart(share: number): Promise<Row[]> {
  (await currentKnowledge()).close();
  const count = countOf(1000, share);
  const texts = sample(examples(), count).map((example) => example.text);
  const [own, bolt]: [number[], number[]] = [[], []];
  for (let round = 0; round < countOf(ROUNDS, share); round++) {
    own.push(await inScratch((folder) => acknowledgedRate((slack) => startOurs(slack, folder), texts)));
    bolt.push(await acknowledgedRate(startBolt, texts));
  }
  return [
    {
      what: 'slack: events accepted durably and acknowledged',
      median: rate(median(own)),
      ratio: ratio(median(own), median(bolt), `stock Bolt acknowledging (${rate(median(bolt))})`),
    },
  ];
}

function startOurs(slack: SlackDouble, folder: string): ChildProcess {
  const child = spawnNode([MAIN], {
    POSTILION_STATE_DIR: join(folder, 'state'),
    TERMINAL: 'off',
    WEB: 'off',
    LOG_LEVEL: 'silent',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  });
  child.stdout?.resume();
  return child;
}

function startBolt({ apiUrl, botToken, appToken }: SlackDouble): ChildProcess {
  return forkBench('stock-bolt', [apiUrl, botToken, appToken]);
}

/** Events a second, from the first that is sent to the last acknowledgement. */
async function acknowledgedRate(
  start: (slack: SlackDouble) => ChildProcess,
  texts: readonly string[],
): Promise<number> {
  const slack = await startSlackDouble();
  const people = Array.from({ length: PEOPLE }, (_, index) => `U0P${index}`);
  for (const person of people) slack.addUser(person);
  const child = start(slack);
  await slack.until(() => slack.connections() > 0 || undefined);
  await sayAll(slack, people, texts.slice(0, countOf(texts.length, WARM_UP)));
  const began = performance.now();
  await sayAll(slack, people, texts);
  const seconds = (performance.now() - began) / 1000;
  await stopped(child, 'SIGKILL');
  await slack.stop();
  return texts.length / seconds;
}

async function sayAll(slack: SlackDouble, people: readonly string[], texts: readonly string[]): Promise<void> {
  const waiting = texts.entries();
  await Promise.all(Array.from({ length: ON_THE_WAY }, () => sayNext(slack, people, waiting)));
}

/** Several share one iterator: each text is said once. */
async function sayNext(
  slack: SlackDouble,
  people: readonly string[],
  waiting: Iterable<[number, string]>,
): Promise<void> {
  for (const [index, text] of waiting) {
    const person = people[index % people.length] ?? '';
    const [seen] = await slack.say(person, slack.direct(person), text).seen;
    if (seen?.acknowledged !== true) throw new Error('an event was not acknowledged in time');
  }
}
