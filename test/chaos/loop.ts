import { setTimeout as wait } from 'node:timers/promises';
import { type Bot, type BotStart, startBot } from './bot.ts';
import { compare, type Tally } from './oracle.ts';
import { says, type Question } from './questions.ts';
import { createRandom, type Random } from './random.ts';
import type { Side } from './side.ts';

/** How often, and by which numbers. */
export interface Deaths {
  seed: number;
  kills: number;
}

export interface LoopOptions extends Deaths {
  sides: readonly Side[];
  bot: BotStart;
  questions: readonly Question[];
}

/** A run that ends without being asked to is a fault of its own. */
export class UnexpectedEnd extends Error {}

/** Milliseconds: how long a run lives once it is connected, how often something goes wrong, how long a person thinks. */
const LIFE = { from: 0, to: 1800 };
/** Some runs die while they start. */
const START = { from: 300, to: 2000 };
const DIES_YOUNG = 0.15;
const TROUBLE_EVERY = { from: 60, to: 500 };
const THINKING = { from: 0, to: 700 };
/** The rest of the answers may take this long after the last one came, ms: longer than any wait before a next try. */
const PATIENCE = 70_000;
/** Ends that the operator asks for, beside those that nobody asks for. */
const GENTLE = 0.2;

/**
 * People talk on every platform while the bot dies and comes back, again and again; at the end it is left alone. What became
 * of each person's messages, by the name of the platform.
 */
export async function chaosLoop({ seed, kills, sides, bot, questions }: LoopOptions): Promise<Map<string, Tally[]>> {
  const random = createRandom(seed);
  const first = startBot(bot);
  await Promise.race([connected(sides), diedEarly(first.ended)]);
  const talks = sides.flatMap((side) => side.people.map((person) => createTalk(side, person, random, questions)));
  const talking = new AbortController();
  const said = talks.map((talk) => speak(talk, random, talking.signal));
  const troubles = trouble(sides, random, talking.signal);
  await deathOf(first, sides, random);
  for (let kill = 1; kill < kills; kill++) await deathOf(startBot(bot), sides, random);
  talking.abort();
  await troubles;
  for (const side of sides) side.calm();
  const last = startBot(bot);
  await Promise.race([Promise.all(said), diedEarly(last.ended)]);
  await Promise.race([quiet(talks), diedEarly(last.ended)]);
  last.kill('SIGTERM');
  await last.ended;
  return talliesOf(talks);
}

interface Talk {
  side: Side;
  person: string;
  left: Question[];
  sent: Question[];
}

function createTalk(side: Side, person: string, random: Random, questions: readonly Question[]): Talk {
  return { side, person, left: random.shuffled(questions), sent: [] };
}

async function speak({ side, person, left, sent }: Talk, random: Random, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    const question = left.shift();
    if (!question) return;
    sent.push(question);
    await side.say(person, question.text);
    await wait(random.between(THINKING.from, THINKING.to));
  }
}

async function trouble(sides: readonly Side[], random: Random, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await wait(random.between(TROUBLE_EVERY.from, TROUBLE_EVERY.to));
    const side = random.pick(sides);
    // Nothing piles up for a bot that is away: it would meet failures alone for minutes afterwards.
    if (side.connected() === 0) side.calm();
    else side.trouble(random);
  }
}

async function connected(sides: readonly Side[]): Promise<void> {
  while (sides.some((side) => side.connected() === 0)) await wait(20);
}

async function deathOf(bot: Bot, sides: readonly Side[], random: Random): Promise<void> {
  await Promise.race([lifeOf(sides, random), diedEarly(bot.ended)]);
  bot.kill(random.next() < GENTLE ? 'SIGTERM' : 'SIGKILL');
  await bot.ended;
}

async function lifeOf(sides: readonly Side[], random: Random): Promise<void> {
  if (random.next() < DIES_YOUNG) return wait(random.between(START.from, START.to));
  await connected(sides);
  return wait(random.between(LIFE.from, LIFE.to));
}

async function diedEarly(ended: Promise<unknown>): Promise<never> {
  throw new UnexpectedEnd(`the bot ended by itself: ${String(await ended)}`);
}

/** Resolves when everything was answered, or nothing more comes. */
async function quiet(talks: readonly Talk[]): Promise<void> {
  let count = -1;
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    const seen = talks.map((talk) => seenOf(talk));
    const now = seen.reduce((sum, one) => sum + one.length, 0);
    if (talks.every(({ sent }, index) => sent.every(({ mark }) => seen[index]?.includes(mark)))) return;
    if (now !== count) waited = 0;
    count = now;
    await wait(100);
  }
}

/** The marks of this person's questions, in the order in which they saw them. */
function seenOf({ side, person, sent }: Talk): string[] {
  return side.seen(person).flatMap((text) => sent.filter(({ mark }) => says(text, mark)).map(({ mark }) => mark));
}

function talliesOf(talks: readonly Talk[]): Map<string, Tally[]> {
  const tallies = new Map<string, Tally[]>();
  for (const talk of talks) {
    const tally = compare(
      talk.sent.map(({ mark }) => mark),
      seenOf(talk),
    );
    tallies.set(talk.side.name, [...(tallies.get(talk.side.name) ?? []), tally]);
  }
  return tallies;
}
