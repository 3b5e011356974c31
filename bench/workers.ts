import type { ChildProcess } from 'node:child_process';
import type { StoreOptions } from '../src/adapters/storage/index.ts';
import type { Incoming, Knowledge } from '../src/core/index.ts';
import { startEngine } from './support/bench-engine.ts';
import type { BenchStore } from './support/bench-stores.ts';
import { firstMessage, forkBench, stopped } from './support/child.ts';
import { countOf, median, rate, ratio, type Row } from './support/figures.ts';
import { type Messages, onMessages } from './support/on-messages.ts';
import { perSecond, sayAll } from './support/traffic.ts';

const ROUNDS = 3;
const ON_THE_WAY = 128;
/** A folder is for one process; a database for as many as there are. */
const NUMBERS = { SQLite: [1], PostgreSQL: [1, 2, 4] };

/** A full inbox, worked off by so many worker processes: Turns a second, from the word to begin until the last commit. */
export function workersPart(share: number): Promise<Row[]> {
  return onMessages('workers', countOf(2000, share), (store, messages) => measured(store, share, messages));
}

async function measured({ name, fresh }: BenchStore, share: number, { messages, knowledge }: Messages): Promise<Row[]> {
  const rates = new Map<number, number[]>(NUMBERS[name].map((workers) => [workers, []]));
  for (let round = 0; round < countOf(ROUNDS, share); round++)
    for (const [workers, found] of rates) {
      const options = await fresh();
      await fillInbox(options, messages, knowledge);
      found.push(perSecond(messages.length, await workOff(options, workers, messages.length)));
    }
  const one = median(rates.get(1) ?? []);
  return [...rates].map(([workers, found]) => ({
    what: `workers: ${name}, ${workers} worker process${workers === 1 ? '' : 'es'} on a full inbox`,
    median: rate(median(found)),
    ...(workers > 1 && { ratio: ratio(median(found), one, 'one worker') }),
  }));
}

/** As a process in the role `ingress` does. */
async function fillInbox(options: StoreOptions, messages: readonly Incoming[], knowledge: Knowledge): Promise<void> {
  const { engine, stop } = await startEngine(options, knowledge, undefined, { works: false });
  await sayAll(engine.receive, messages, ON_THE_WAY);
  await stop();
}

async function workOff({ stateDir, databaseUrl }: StoreOptions, workers: number, events: number): Promise<number> {
  const args = databaseUrl === undefined ? [stateDir] : [stateDir, databaseUrl];
  const children = Array.from({ length: workers }, () => forkBench('worker', args));
  await Promise.all(children.map((child) => firstMessage(child)));
  const began = performance.now();
  await allCommitted(children, events);
  const took = performance.now() - began;
  await Promise.all(children.map((child) => stopped(child, 'SIGKILL')));
  return took;
}

function allCommitted(children: readonly ChildProcess[], events: number): Promise<void> {
  const committed = new Map<ChildProcess, number>();
  return new Promise((resolve, reject) => {
    for (const child of children) {
      child.on('message', (count) => {
        committed.set(child, Number(count));
        if ([...committed.values()].reduce((sum, one) => sum + one, 0) >= events) resolve();
      });
      child.once('exit', () => reject(new Error('a worker of the bench ended')));
      child.send('begin');
    }
  });
}
