import { setTimeout as wait } from 'node:timers/promises';
import type { Fleet } from './fleet.ts';
import { Mishaps } from './mishaps.ts';
import { quiet } from './quiet.ts';
import { createRandom, type Random } from './random.ts';
import type { Side } from './side.ts';
import type { State } from './stores.ts';
import type { Talk } from './talk.ts';

/** How often, and by which numbers. */
export interface Deaths {
  seed: number;
  kills: number;
}

export interface LoopOptions extends Deaths {
  sides: readonly Side[];
  fleet: Fleet;
  state: State;
  talks: readonly Talk[];
  /** How long to wait at the end for what does not come, ms. */
  patience?: number;
}

/** What happened beside the deaths. */
export interface LoopResult {
  /** Rows of the inbox and outbox that nobody had ended at the end. */
  leftOver: number;
  mishaps: ReadonlyMap<string, number>;
}

/** Milliseconds: how long a run lives once it is connected, how often something goes wrong. */
const LIFE = { from: 0, to: 1800 };
/** Some runs die while they start. */
const START = { from: 300, to: 2000 };
const DIES_YOUNG = 0.15;
const TROUBLE_EVERY = { from: 60, to: 500 };
/** Ends that the operator asks for, beside those that nobody asks for. */
const GENTLE = 0.2;

/**
 * People talk on every platform while the processes of the bot die and come back, again and again; at the end they are
 * left alone until nothing more comes.
 */
export async function chaosLoop(options: LoopOptions): Promise<LoopResult> {
  const { fleet } = options;
  try {
    return await fleet.during(live(options));
  } finally {
    fleet.abandon();
  }
}

async function live({ seed, kills, sides, fleet, state, talks, patience }: LoopOptions): Promise<LoopResult> {
  const random = createRandom(seed);
  const mishaps = new Mishaps({ fleet, state, random: random.fork(), up: () => connected(sides) });
  await connected(sides);
  const talking = new AbortController();
  const said = talks.map((talk) => speak(talk, random.fork(), talking.signal));
  const troubles = trouble(sides, random.fork(), talking.signal);
  for (let kill = 1; kill <= kills; kill++) {
    await deathOf(fleet, sides, random);
    await mishaps.after(kill, kills);
  }
  talking.abort();
  await troubles;
  await mishaps.end();
  for (const side of sides) side.calm();
  await Promise.all(said);
  await connected(sides);
  for (const talk of talks) await talk.insist?.();
  const leftOver = await quiet(
    talks.flatMap(({ lines }) => lines),
    state,
    patience,
  );
  await fleet.stop();
  return { leftOver, mishaps: mishaps.counts };
}

async function speak(talk: Talk, random: Random, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    if (!(await talk.step(ended))) return;
    await wait(random.between(talk.pause.from, talk.pause.to));
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

async function deathOf(fleet: Fleet, sides: readonly Side[], random: Random): Promise<void> {
  const young = random.next() < DIES_YOUNG;
  if (young) await wait(random.between(START.from, START.to));
  else {
    await connected(sides);
    await wait(random.between(LIFE.from, LIFE.to));
  }
  await fleet.endOne(random, random.next() < GENTLE ? 'SIGTERM' : 'SIGKILL', false);
}
