import type { Readable, Writable } from 'node:stream';
import { openKnowledge } from '../adapters/knowledge/index.ts';
import { createMailNetwork } from '../adapters/mail-network/index.ts';
import type { StateStore } from '../adapters/storage/index.ts';
import { answerNow, desksAsked, type Knowledge, type PlaceId, redactEvent, respond } from '../core/index.ts';
import { absentAdapter } from './absent-adapter.ts';
import { CHAT_ADAPTERS, type ChatAdapterEntry, type ChatAdapterName } from './chat-adapters.ts';
import { atMost, systemClock } from './clock.ts';
import type { Config } from './config/index.ts';
import { loadDesk } from './desk/index.ts';
import { Engine } from './engine.ts';
import { createEvents, type Events } from './events.ts';
import { ensureKnowledge } from './knowledge-files.ts';
import type { LiveTopics } from './own-topics.ts';
import { createLog, logPath } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Measured } from './metrics-gauges.ts';
import type { MetricsServer } from './metrics-server.ts';
import { createNotices, type Notices } from './notices.ts';
import { partOf, works } from './roles.ts';
import { resolvePlace, settingsFrom } from './settings.ts';
import { openConfiguredStore } from './state.ts';
import { createSigner } from './signing/index.ts';
import { type Supervised, supervise } from './supervise.ts';

export interface Surroundings {
  input: Readable & { isTTY?: boolean };
  output: Writable;
  /** The person in the terminal has finished: asks for a stop. */
  onEnd: () => void;
}

export interface Running {
  events: Events;
  /** Drains: takes nothing more, finishes what is in hand, closes the store. */
  stop(): Promise<void>;
}

type Adapters = Map<string, Supervised>;

interface House extends Surroundings {
  config: Config;
  events: Events;
  notices: Notices;
  store: StateStore;
  knowledge: Knowledge;
  engine: Engine;
  adapters: Adapters;
  /** Where the tickets of every queue go. */
  desks: () => PlaceId[];
  forgetLog: (before: number) => void;
  /** Ends the watch over the operator's topics. */
  leaveTopics: () => void;
}

/** The start goes on without a platform that takes longer, ms. */
const PATIENCE = 4000;

/** Starts everything that the configuration switches on. Throws StoreError, NewerSchemaError or DataError. */
export async function start(config: Config, surroundings: Surroundings): Promise<Running> {
  const on = CHAT_ADAPTERS.filter((entry) => isHere(entry, config, surroundings.input.isTTY === true));
  const inTerminal = on.some((entry) => entry.name === 'terminal');
  const { log, forget } = createLog(config, inTerminal);
  const plain = createEvents(log);
  const metrics = config.metrics && (await import('./metrics.ts')).createMetrics(measuredIn(() => house));
  const events = metrics ? metrics.counting(plain) : plain;
  const notices = createNotices(config, (line) => surroundings.output.write(`${line}\n`));
  const house: House = await build({ config, events, notices, forgetLog: forget, ...surroundings });
  const recovered = await house.engine.start();
  await open(house, on);
  events.started({ adapters: [...house.adapters.keys()], recovered });
  const probes = config.metrics && metrics && (await serveProbes(house, config.metrics, metrics));
  return {
    events,
    async stop() {
      await probes?.close();
      await stop(house);
    },
  };
}

function measuredIn(house: () => House): Measured {
  return {
    store: () => house().store,
    lookingBack: () =>
      [...house().adapters]
        .filter(([, { adapter, part }]) => part.hears && adapter.backfill !== undefined)
        .map(([name]) => name),
    now: () => systemClock.now(),
  };
}

/** Ready: the store answers, and whatever this process hears is connected. */
async function serveProbes(
  { store, adapters }: House,
  where: NonNullable<Config['metrics']>,
  metrics: Metrics,
): Promise<MetricsServer> {
  const { serveMetrics } = await import('./metrics-server.ts');
  const heard = [...adapters.values()].filter(({ part }) => part.hears);
  return serveMetrics({
    ...where,
    page: () => metrics.page(),
    ready: async () => {
      await store.counts();
      return heard.every(({ adapter }) => adapter.health().connected);
    },
  });
}

function isHere(entry: ChatAdapterEntry, config: Config, atTerminal: boolean): boolean {
  const { hears, delivers } = partOf(config.role, entry.name);
  return (hears || delivers) && entry.isOn(config, atTerminal);
}

async function build(
  parts: Omit<House, 'store' | 'knowledge' | 'engine' | 'adapters' | 'desks' | 'leaveTopics'>,
): Promise<House> {
  const { config, events, notices, forgetLog } = parts;
  await prepareKnowledge(config, events, notices);
  const adapters: Adapters = new Map();
  // Before anything is opened: a fault in the file ends the start.
  const adapterOf = (name: string) => adapters.get(name)?.adapter;
  const desk = await loadDesk(config, (scoped) => resolvePlace(config, scoped, adapterOf));
  const { knowledge, leaveTopics } = await withTopics(openKnowledge(config.knowledgePath), config, events);
  const store = await openConfiguredStore(config);
  const log = events.adapterLog('mail-network');
  const engine = new Engine({
    store,
    knowledge,
    events,
    clock: systemClock,
    core: { redactEvent, respond, answerNow, desksAsked },
    network: createMailNetwork({ knowledge, now: () => systemClock.now(), log, ...config.check }),
    sign: createSigner(config.signing, () => systemClock.now()),
    settings: () => settingsFrom(config, adapterOf, desk(systemClock.now())),
    works: works(config.role),
    retention: config.retention,
    forgetLog,
  });
  const desks = () => (desk(systemClock.now()).service?.queues ?? []).map((queue) => queue.desk);
  return { ...parts, store, knowledge, engine, adapters, desks, leaveTopics };
}

/** The operator's own topics, where a folder is named; what learns them is not even loaded otherwise. */
async function withTopics(
  base: Knowledge,
  { topicsDir, defaultLocale }: Config,
  events: Events,
): Promise<{ knowledge: Knowledge; leaveTopics: () => void }> {
  if (topicsDir === undefined) return { knowledge: base, leaveTopics: () => undefined };
  const { followTopics, liveTopics, reportTopics } = await import('./own-topics.ts');
  const live: LiveTopics = liveTopics(topicsDir, defaultLocale, base);
  const report = reportTopics(events);
  const found = await live.refresh();
  if (found) report(found);
  return { knowledge: live.knowledge, leaveTopics: followTopics(topicsDir, live, report) };
}

async function prepareKnowledge(config: Config, events: Events, notices: Notices): Promise<void> {
  const files = { dataDir: config.dataDir, output: config.knowledgePath };
  const began = systemClock.now();
  const knowledge = await ensureKnowledge(files, () => notices.building());
  if (knowledge.state === 'built') events.knowledgeBuilt({ seconds: (systemClock.now() - began) / 1000 });
  if (knowledge.state !== 'kept') return;
  events.knowledgeKept(knowledge.fault);
  notices.keptKnowledge();
}

/** The terminal comes last: its prompt stands below what there is to say. */
async function open(house: House, on: readonly ChatAdapterEntry[]): Promise<void> {
  const others = on.filter((entry) => entry.name !== 'terminal');
  const begun = await Promise.all(others.map((entry) => begin(house, entry)));
  await atMost(systemClock, PATIENCE, Promise.all(begun.map((one) => one.begun)));
  announce(house, on);
  const terminal = on.find((entry) => entry.name === 'terminal');
  if (terminal) await begin(house, terminal);
  for (const name of absentNames(house)) house.engine.deliverTo(absentAdapter(name));
}

/** What no process serves. The page may be served by another one; whoever has the terminal is `all`. */
function absentNames({ config, adapters }: House): ChatAdapterName[] {
  if (!works(config.role)) return [];
  const absent = CHAT_ADAPTERS.filter(({ name }) => !adapters.has(name));
  return absent.filter((entry) => config.role === 'all' || !entry.isOn(config, true)).map(({ name }) => name);
}

async function begin(house: House, entry: ChatAdapterEntry): Promise<Supervised> {
  const { config, store, knowledge, events, engine, desks, input, output, onEnd } = house;
  const log = events.adapterLog(entry.name);
  const adapter = await entry.load({ config, store, knowledge, desks, input, output, onEnd, log });
  const supervised = supervise(adapter, { engine, events, clock: systemClock }, partOf(config.role, entry.name));
  house.adapters.set(entry.name, supervised);
  return supervised;
}

function announce({ config, notices, adapters }: House, on: readonly ChatAdapterEntry[]): void {
  if (config.role !== 'all') notices.role(config.role);
  for (const entry of CHAT_ADAPTERS) {
    if (!on.includes(entry)) {
      if (config.role === 'all') notices.off(entry.name);
    } else notices.on(entry.name, adapters.get(entry.name)?.adapter.health() ?? { connected: true, detail: '' });
  }
  notices.desk();
  if (on.some((entry) => entry.name === 'terminal')) notices.logAt(logPath(config));
}

async function stop({ adapters, engine, store, events, leaveTopics }: House): Promise<void> {
  leaveTopics();
  const stopping = [...adapters.values()].map((one) => one.stop());
  await atMost(systemClock, PATIENCE, Promise.allSettled(stopping));
  await engine.stop();
  await store.close();
  events.stopped();
}
