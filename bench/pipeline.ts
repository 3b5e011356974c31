import type { StoreOptions } from '../src/adapters/storage/index.ts';
import type { Incoming, Knowledge } from '../src/core/index.ts';
import { bareLoop, durableCommits } from './support/bare-loop.ts';
import { startEngine } from './support/bench-engine.ts';
import type { BenchStore } from './support/bench-stores.ts';
import { countOf, median, percentile, rate, ratio, type Row, times } from './support/figures.ts';
import { type Messages, onMessages } from './support/on-messages.ts';
import { dueAt, feed, perSecond, sayAtRate } from './support/traffic.ts';

/** Messages on their way at once, which is what a group commit can gather. */
const GROUP = 32;
const ROUNDS = 3;
const OPEN_LOOP_RATE = 500;

/** From the door to the committed Turn, with every commit on the disk. */
export function pipelinePart(share: number): Promise<Row[]> {
  return onMessages('pipeline', countOf(3000, share), (store, messages) => measured(store, share, messages));
}

async function measured({ name, fresh }: BenchStore, share: number, { messages, knowledge }: Messages): Promise<Row[]> {
  const [own, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < countOf(ROUNDS, share); round++) {
    own.push(perSecond(messages.length, await feed(await fresh(), messages, knowledge, GROUP)));
    bare.push(perSecond(messages.length, await bareLoop(await fresh(), messages, knowledge, GROUP)));
  }
  const commits = await durableCommits(await fresh(), countOf(200, share));
  const latencies = await openLoop(await fresh(), messages, knowledge);
  return [
    {
      what: `pipeline: ${name}, receive → committed, groups of ${GROUP}`,
      median: rate(median(own)),
      ratio: ratio(median(own), median(bare), `bare loop (${rate(median(bare))})`),
      ...(name === 'SQLite' && throughputBudget(median(own), median(bare))),
    },
    { what: `pipeline: ${name}, one durable commit of one row, bare`, ...times(commits) },
    {
      what: `pipeline: ${name}, latency at ${OPEN_LOOP_RATE}/s, open loop`,
      ...times(latencies),
      ...(name === 'SQLite' && { budget: 'p99 ≤ 25 ms', met: percentile(latencies, 0.99) <= 25 }),
    },
  ];
}

function throughputBudget(own: number, bare: number): Pick<Row, 'budget' | 'met'> {
  return { budget: '≥ 1,500/s, ≥ 0.40 ×', met: own >= 1500 && own >= 0.4 * bare };
}

/** Times count from when each message was due. */
async function openLoop(options: StoreOptions, messages: readonly Incoming[], knowledge: Knowledge): Promise<number[]> {
  const committedAt = new Map<string, number>();
  const { engine, stop } = await startEngine(options, knowledge, (id) => committedAt.set(id, performance.now()));
  const began = await sayAtRate(engine.receive, messages, OPEN_LOOP_RATE);
  await engine.idle();
  await stop();
  return messages.map(({ id }, index) => (committedAt.get(id) ?? Number.NaN) - dueAt(began, index, OPEN_LOOP_RATE));
}
