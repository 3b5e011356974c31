import type { Engine } from '../src/bot/engine.ts';
import { type Event, type Incoming, type Knowledge, redactEvent, respond } from '../src/core/index.ts';
import { bareLoop, durableCommits } from './support/bare-loop.ts';
import { startEngine } from './support/bench-engine.ts';
import { firstSituation, messageFrom } from './support/conversation.ts';
import { countOf, median, percentile, rate, ratio, type Row, times } from './support/figures.ts';
import { inScratch } from './support/scratch.ts';
import { currentKnowledge, examples, sample } from './support/sources.ts';

/** Messages on their way at once, which is what a group commit can gather. */
const GROUP = 32;
const PEOPLE = 500;
const ROUNDS = 3;
const OPEN_LOOP_RATE = 500;

/** From the door to the committed Turn, on SQLite with every commit on the disk. */
export async function pipelinePart(share: number): Promise<Row[]> {
  const knowledge = await currentKnowledge();
  const messages = conversationsOf(countOf(3000, share), knowledge);
  const rates: number[] = [];
  const bareRates: number[] = [];
  for (let round = 0; round < countOf(ROUNDS, share); round++) {
    rates.push(perSecond(messages, await inScratch((folder) => feed(folder, messages, knowledge))));
    bareRates.push(perSecond(messages, await inScratch((folder) => bareLoop(folder, messages, knowledge, GROUP))));
  }
  const commits = await inScratch((folder) => durableCommits(folder, countOf(200, share)));
  const latencies = await inScratch((folder) => openLoop(folder, messages, knowledge));
  knowledge.close();
  return [
    {
      what: `pipeline: receive → committed, groups of ${GROUP}`,
      median: rate(median(rates)),
      ratio: ratio(median(rates), median(bareRates), `bare loop (${rate(median(bareRates))})`),
      budget: '≥ 1,500/s, ≥ 0.40 ×',
      met: median(rates) >= 1500 && median(rates) >= 0.4 * median(bareRates),
    },
    { what: 'pipeline: one durable commit of one row, bare', ...times(commits) },
    {
      what: `pipeline: latency at ${OPEN_LOOP_RATE}/s, open loop`,
      ...times(latencies),
      budget: 'p99 ≤ 25 ms',
      met: percentile(latencies, 0.99) <= 25,
    },
  ];
}

/** What many people ask in turn; only what the first answer ends: no check, no ticket. */
function conversationsOf(count: number, knowledge: Knowledge): Incoming[] {
  const texts = sample(examples(), 1000)
    .map((example) => example.text)
    .filter((text) => isAnsweredAtOnce(messageFrom('bench:ann', text, 0), knowledge));
  return Array.from({ length: count }, (_, index) =>
    messageFrom(`bench:p${index % PEOPLE}`, texts[index % texts.length] ?? '', index),
  );
}

function isAnsweredAtOnce(message: Incoming, knowledge: Knowledge): boolean {
  const event: Event = redactEvent(message, { secretExpected: false, knowledge });
  const turn = respond(event, firstSituation(event), knowledge, Date.now());
  return turn.jobs.length === 0 && turn.ticket === undefined;
}

/** Always `GROUP` messages on their way; gives the milliseconds until the last Turn is committed. */
async function feed(stateDir: string, messages: readonly Incoming[], knowledge: Knowledge): Promise<number> {
  const { engine, stop } = await startEngine(stateDir, knowledge);
  const began = performance.now();
  const waiting = messages.values();
  await Promise.all(Array.from({ length: GROUP }, () => sendAll(engine, waiting)));
  await engine.idle();
  const took = performance.now() - began;
  await stop();
  return took;
}

/** Several share one iterator: each message is taken once. */
async function sendAll(engine: Engine, waiting: Iterable<Incoming>): Promise<void> {
  for (const message of waiting) await engine.receive(message);
}

/** Messages come when they come, whether or not the last were handled: times count from when each was due. */
async function openLoop(stateDir: string, messages: readonly Incoming[], knowledge: Knowledge): Promise<number[]> {
  const committedAt = new Map<string, number>();
  const { engine, stop } = await startEngine(stateDir, knowledge, (id) => committedAt.set(id, performance.now()));
  const began = performance.now();
  const dueAt = (index: number): number => began + (index * 1000) / OPEN_LOOP_RATE;
  const sending: Promise<unknown>[] = [];
  while (sending.length < messages.length) {
    for (const message of messages.slice(sending.length)) {
      if (dueAt(sending.length) > performance.now()) break;
      sending.push(engine.receive(message));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(sending);
  await engine.idle();
  await stop();
  return messages.map(({ id }, index) => (committedAt.get(id) ?? Number.NaN) - dueAt(index));
}

function perSecond(messages: readonly unknown[], ms: number): number {
  return (messages.length * 1000) / ms;
}
