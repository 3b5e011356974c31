import { openKnowledge } from '../adapters/knowledge/index.ts';
import { createMailNetwork } from '../adapters/mail-network/index.ts';
import { answerNow, desksAsked, type Knowledge, redactEvent, respond } from '../core/index.ts';
import { CHAT_ADAPTERS } from './chat-adapters.ts';
import { atMost, systemClock } from './clock.ts';
import type { Config } from './config/index.ts';
import { loadDesk } from './desk/index.ts';
import { Engine } from './engine.ts';
import { createEvents, type Events } from './events.ts';
import type { Adapters, House, Surroundings } from './house.ts';
import { ensureKnowledge } from './knowledge-files.ts';
import { createLog } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Measured } from './metrics-gauges.ts';
import type { MetricsServer } from './metrics-server.ts';
import { createNotices, type Notices } from './notices.ts';
import { isHere, meetAdapters, openAdapters } from './open-adapters.ts';
import type { LiveTopics } from './own-topics.ts';
import { works } from './roles.ts';
import { resolvePlace, settingsFrom } from './settings.ts';
import { createSigner } from './signing/index.ts';
import { openConfiguredStore } from './state.ts';

export interface Running {
  events: Events;
  /** Drains: takes nothing more, finishes what is in hand, closes the store. */
  stop(): Promise<void>;
}

/** The end does not wait longer for a platform, ms. */
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
  // What the last run left is taken up at once, and may ask them for a file, or who may act at their desk.
  await meetAdapters(house);
  const recovered = await house.engine.start();
  await openAdapters(house, on);
  events.started({ adapters: [...house.adapters.begun.keys()], recovered });
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
      [...house().adapters.begun]
        .filter(([, { adapter, part }]) => part.hears && adapter.backfill !== undefined)
        .map(([name]) => name),
    placesOf: (name) => house().engine.placesOf(name),
    now: () => systemClock.now(),
  };
}

/** Ready: the store answers, and whatever this process hears is connected. */
async function serveProbes(
  { store, adapters, engine }: House,
  where: NonNullable<Config['metrics']>,
  metrics: Metrics,
): Promise<MetricsServer> {
  const { serveMetrics } = await import('./metrics-server.ts');
  const heard = [...adapters.begun.values()].filter(({ part }) => part.hears);
  return serveMetrics({
    ...where,
    page: () => metrics.page(),
    alive: () => !engine.hangs,
    ready: async () => {
      await store.counts();
      return heard.every(({ adapter }) => adapter.health().connected);
    },
  });
}

async function build(
  parts: Omit<House, 'store' | 'knowledge' | 'engine' | 'adapters' | 'desks' | 'leaveTopics'>,
): Promise<House> {
  const { config, events, notices, forgetLog } = parts;
  await prepareKnowledge(config, events, notices);
  const adapters: Adapters = { known: new Map(), begun: new Map() };
  // Before anything is opened: a fault in the file ends the start.
  const adapterOf = (name: string) => adapters.known.get(name);
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

async function stop({ adapters, engine, store, events, leaveTopics }: House): Promise<void> {
  leaveTopics();
  const stopping = [...adapters.begun.values()].map((one) => one.stop());
  await atMost(systemClock, PATIENCE, Promise.allSettled(stopping));
  await engine.stop();
  await store.close();
  events.stopped();
}
