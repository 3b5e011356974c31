import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { openStore } from '../../src/adapters/storage/index.ts';
import { sleep, systemClock } from '../../src/bot/clock.ts';
import { Engine } from '../../src/bot/engine.ts';
import { createEvents } from '../../src/bot/events.ts';
import type { ChatAdapter, Incoming } from '../../src/core/index.ts';
import { createFakeCore, NO_KNOWLEDGE } from '../support/fake-core.ts';

// A bot that is killed: `killed-bot.ts DIR STEP MS` dies without warning at the STEP-th step or after MS ms,
// whichever comes first. Its platform is two files: what it acknowledged, and what people see.
const [dir = '', step = '', ms = ''] = process.argv.slice(2);
const ACKED = join(dir, 'acked');
const SEEN = process.env['SEEN'] ?? join(dir, 'seen');

let stepsLeft = Number(step);

function mayDie(): void {
  if (--stepsLeft === 0) process.kill(process.pid, 'SIGKILL');
}

function lines(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
}

const adapter: Pick<ChatAdapter, 'name' | 'deliver'> = {
  name: 'test',
  async deliver({ operation, state, place = 'test:nowhere' }) {
    mayDie();
    const receipt = { place, messageId: operation.key };
    const arrived = state === 'sending' && lines(SEEN).some((line) => line.startsWith(`${operation.key}\t`));
    if (!arrived) appendFileSync(SEEN, `${operation.key}\t${place}\t${JSON.stringify(operation)}\n`);
    await new Promise((resolve) => setImmediate(resolve));
    mayDie();
    return { ok: true, receipt };
  },
};

/** One person's messages come in order, each after the last was acknowledged, as platforms send them. */
async function deliverTo(engine: Engine, events: readonly Incoming[], acked: ReadonlySet<string>): Promise<void> {
  for (const event of events) {
    if (acked.has(event.id)) continue;
    await engine.receive(event);
    mayDie();
    appendFileSync(ACKED, `${event.id}\n`);
  }
}

const databaseUrl = process.env['DATABASE_URL'];
const store = await openStore({ stateDir: join(dir, 'state'), lease: 1000, ...(databaseUrl && { databaseUrl }) });
const engine = new Engine({
  store,
  clock: systemClock,
  core: createFakeCore(),
  knowledge: NO_KNOWLEDGE,
  network: { check: () => Promise.reject(new Error('unused')), discover: () => Promise.reject(new Error('unused')) },
  sign: () => Promise.reject(new Error('no key')),
  settings: () => ({ defaultLanguage: 'en' }),
  events: createEvents(pino({ level: 'silent' })),
});
const people = JSON.parse(readFileSync(join(dir, 'people.json'), 'utf8')) as Incoming[][];
const acked = new Set(lines(ACKED));
if (Number(ms) > 0) setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(ms));
await engine.start();
engine.deliverTo(adapter);
await Promise.all(people.map((events) => deliverTo(engine, events, acked)));
await engine.idle();
// What another process has in hand may end here, when that one is gone.
while (Object.values(await store.counts()).some((waiting) => waiting > 0)) await sleep(systemClock, 50);
await engine.stop();
await store.close();
process.exit(0);
