import { pino } from 'pino';
import type { StateStore } from '../../src/adapters/storage/index.ts';
import { Engine } from '../../src/bot/engine.ts';
import { createEvents } from '../../src/bot/events.ts';
import {
  answerNow,
  DESK_DEFAULTS,
  desksAsked,
  type DeskSettings,
  type Incoming,
  type Knowledge,
  LADDER,
  type MailNetwork,
  type PlaceId,
  redactEvent,
  respond,
} from '../../src/core/index.ts';
import { FakeChatAdapter } from '../support/fake-chat-adapter.ts';
import { FakeClock } from '../support/fake-clock.ts';

// What makes a state and what goes on with it is built of the same few parts, which every release has.

/** Encrypts what is sealed in the dumps: it protects nothing, so everybody may know it. */
export const DUMP_KEY = 'the key of all dumps, which protects nothing';
/** When the story begins, ms. */
export const BEGIN = 1_900_000_000_000;

const QUEUE = { id: 'general', names: {}, desk: 'slack:C9', languages: [], intents: [], providers: [] } as const;
const SERVICE: DeskSettings = { ...DESK_DEFAULTS, queues: [{ ...QUEUE, escalation: LADDER }] };

export interface House {
  engine: Engine;
  store: StateStore;
  clock: FakeClock;
  /** Where people ask. */
  discord: Platform;
  /** Where the desk is. */
  slack: Platform;
  /** Takes something in, and lets all be done that follows from it at once. */
  hears: (incoming: Incoming) => Promise<void>;
  /** Lets time go by, and all that falls due with it. */
  later: (ms: number) => Promise<void>;
}

/** A platform with files, whose members are known. */
class Platform extends FakeChatAdapter {
  fetchFile = () => Promise.resolve({ ok: true as const, bytes: FILE.bytes, mime: FILE.mime });
  isAgent = (_desk: PlaceId, person: string) => Promise.resolve(person === 'slack:kim');
}

/** What Ann sends. */
export const FILE = {
  name: 'error.png',
  mime: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  ),
};

export async function openHouse(
  store: StateStore,
  knowledge: Knowledge,
  { now, network }: { now: number; network: MailNetwork },
): Promise<House> {
  const clock = new FakeClock(now);
  const [discord, slack] = [new Platform('discord'), new Platform('slack')];
  const engine = new Engine({
    store,
    clock,
    knowledge,
    network,
    core: { answerNow, desksAsked, redactEvent, respond },
    sign: () => Promise.reject(new Error('no key')),
    settings: () => ({ defaultLanguage: 'en', service: SERVICE }),
    events: createEvents(pino({ level: 'silent' })),
  });
  await engine.start();
  engine.deliverTo(discord);
  engine.deliverTo(slack);
  return {
    engine,
    store,
    clock,
    discord,
    slack,
    async hears(incoming) {
      await engine.receive(incoming);
      await settled(engine, clock);
    },
    async later(ms) {
      await clock.jump(ms);
      await settled(engine, clock);
    },
  };
}

/** Workers look once a second for what others left them. */
async function settled(engine: Engine, clock: FakeClock): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await engine.idle();
    await clock.advance(1000);
  }
  await engine.idle();
}
