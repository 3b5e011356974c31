import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createSeal } from '../../src/adapters/storage/sealing.ts';
import { openSqliteFile, sqliteBackend } from '../../src/adapters/storage/sqlite.ts';
import { createStore, type StateStore } from '../../src/adapters/storage/store.ts';
import { Engine, type EngineParts } from '../../src/bot/engine.ts';
import { createEvents } from '../../src/bot/events.ts';
import type { MailNetwork, MessageEvent } from '../../src/core/index.ts';
import { FakeChatAdapter } from '../support/fake-chat-adapter.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { createFakeCore, NO_KNOWLEDGE } from '../support/fake-core.ts';

export interface EngineBench {
  engine: Engine;
  store: StateStore;
  adapter: FakeChatAdapter;
  clock: FakeClock;
  /** Log lines, parsed. */
  log: { msg: string }[];
}

/** A real pipeline and store around a fake core, adapter and clock. */
export async function engineBench(over: Partial<EngineParts> = {}): Promise<EngineBench> {
  const store = await createStore(sqliteBackend(openSqliteFile(':memory:')), createSeal(randomBytes(32)));
  const clock = new FakeClock();
  const adapter = new FakeChatAdapter();
  const log: { msg: string }[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => log.push(JSON.parse(line) as { msg: string }) });
  const engine = new Engine({
    store,
    clock,
    core: createFakeCore(),
    knowledge: NO_KNOWLEDGE,
    network: IDLE_NETWORK,
    sign: () => Promise.reject(new Error('no key')),
    settings: () => ({ defaultLanguage: 'en' }),
    events: createEvents(logger),
    ...over,
  });
  await engine.start();
  engine.deliverTo(adapter);
  onTestFinished(async () => {
    await engine.stop();
    await store.close();
  });
  return { engine, store, adapter, clock, log };
}

const IDLE_NETWORK: MailNetwork = {
  check: (host) =>
    Promise.resolve({ host, status: 'checked', ports: [], verdict: 'good', notChecked: [], checkedAt: 0 }),
  discover: () => Promise.reject(new Error('nobody asked for a discovery')),
};

let number = 0;

/** What Ann says in her direct messages, unless told otherwise. */
export function says(text: string, over: Partial<MessageEvent> = {}): MessageEvent {
  return {
    id: `test:e${++number}`,
    type: 'message',
    conversation: 'test:ann',
    place: 'test:ann',
    private: true,
    author: { id: 'test:ann', name: 'Ann', bot: false },
    at: 1_900_000_000_000,
    text,
    files: [],
    addressed: 'direct',
    ...over,
  };
}

/** The same, from somebody else. */
export function saysAs(name: string, text: string, over: Partial<MessageEvent> = {}): MessageEvent {
  const id = `test:${name}` as const;
  return says(text, { conversation: id, place: id, author: { id, name, bot: false }, ...over });
}
