import { pino } from 'pino';
import { openStore, type StoreOptions } from '../../src/adapters/storage/index.ts';
import { systemClock } from '../../src/bot/clock.ts';
import { Engine, type EngineParts } from '../../src/bot/engine.ts';
import { createEvents } from '../../src/bot/events.ts';
import { answerNow, desksAsked, type EventId, type Knowledge, redactEvent, respond } from '../../src/core/index.ts';

export interface BenchEngine {
  engine: Engine;
  store: EngineParts['store'];
  stop: () => Promise<void>;
}

/** The real pipeline on a durable store; with nobody to deliver to, what it commits stays in the outbox. */
export async function startEngine(
  options: StoreOptions,
  knowledge: Knowledge,
  onCommitted: (event: EventId) => void = () => undefined,
  over: Pick<EngineParts, 'works'> & Partial<Pick<EngineParts, 'settings'>> = {},
): Promise<BenchEngine> {
  const store = await openStore(options);
  const engine = new Engine({
    store,
    knowledge,
    clock: systemClock,
    core: { answerNow, desksAsked, redactEvent, respond },
    sign: refuseWork,
    network: { check: refuseWork, discover: refuseWork },
    settings: () => ({ defaultLanguage: 'en' }),
    events: { ...createEvents(pino({ level: 'silent' })), turnCommitted: ({ id }) => onCommitted(id) },
    ...over,
  });
  await engine.start();
  return {
    engine,
    store,
    stop: async () => {
      await engine.stop();
      await store.close();
    },
  };
}

function refuseWork(): Promise<never> {
  return Promise.reject(new Error('the bench asks only what is answered at once'));
}
