import type { ChatAdapter } from '../core/index.ts';
import { absentAdapter } from './absent-adapter.ts';
import { CHAT_ADAPTERS, type ChatAdapterEntry, type ChatAdapterName } from './chat-adapters.ts';
import { atMost, systemClock } from './clock.ts';
import type { Config } from './config/index.ts';
import type { House } from './house.ts';
import { logPath } from './log.ts';
import { partOf, works } from './roles.ts';
import { type Supervised, supervise } from './supervise.ts';

/** The start goes on without a platform that takes longer, ms. */
const PATIENCE = 4000;

/** Whether this process hears a platform, or delivers to it. */
export function isHere(entry: ChatAdapterEntry, config: Config, atTerminal: boolean): boolean {
  const { hears, delivers } = partOf(config.role, entry.name);
  return (hears || delivers) && entry.isOn(config, atTerminal);
}

/** Loads what is needed of each, before anybody works: it may be asked for a file, or who may act at its desk. */
export async function meetAdapters(house: House): Promise<void> {
  const { config, input, adapters, engine } = house;
  const entries = CHAT_ADAPTERS.filter((entry) => isKnown(entry, config, input.isTTY === true));
  for (const adapter of await Promise.all(entries.map((entry) => load(house, entry)))) {
    adapters.known.set(adapter.name, adapter);
    engine.meet(adapter);
  }
}

function load(house: House, entry: ChatAdapterEntry): Promise<ChatAdapter> {
  const { config, store, knowledge, events, desks, input, output, onEnd } = house;
  const log = events.adapterLog(entry.name);
  return entry.load({ config, store, knowledge, desks, input, output, onEnd, log });
}

/** A worker also copies the files that came by the page, which another process serves. */
function isKnown(entry: ChatAdapterEntry, config: Config, atTerminal: boolean): boolean {
  const onPage = config.role === 'worker' && entry.name === 'web' && entry.isOn(config, atTerminal);
  return onPage || isHere(entry, config, atTerminal);
}

/** The terminal comes last: its prompt stands below what there is to say. */
export async function openAdapters(house: House, on: readonly ChatAdapterEntry[]): Promise<void> {
  const others = on.filter((entry) => entry.name !== 'terminal');
  const begun = others.map((entry) => begin(house, entry));
  await atMost(systemClock, PATIENCE, Promise.all(begun.map((one) => one.begun)));
  announce(house, on);
  const terminal = on.find((entry) => entry.name === 'terminal');
  if (terminal) begin(house, terminal);
  for (const name of absentNames(house)) house.engine.deliverTo(absentAdapter(name));
}

/** What no process serves. The page may be served by another one; whoever has the terminal is `all`. */
function absentNames({ config, adapters }: House): ChatAdapterName[] {
  if (!works(config.role)) return [];
  const absent = CHAT_ADAPTERS.filter(({ name }) => !adapters.begun.has(name));
  return absent.filter((entry) => config.role === 'all' || !entry.isOn(config, true)).map(({ name }) => name);
}

function begin({ config, events, engine, adapters }: House, { name }: ChatAdapterEntry): Supervised {
  const adapter = adapters.known.get(name);
  if (!adapter) throw new Error(`${name} was not loaded`);
  const supervised = supervise(adapter, { engine, events, clock: systemClock }, partOf(config.role, name));
  adapters.begun.set(name, supervised);
  return supervised;
}

function announce({ config, notices, adapters }: House, on: readonly ChatAdapterEntry[]): void {
  if (config.role !== 'all') notices.role(config.role);
  for (const entry of CHAT_ADAPTERS) {
    if (!on.includes(entry)) {
      if (config.role === 'all') notices.off(entry.name);
    } else notices.on(entry.name, adapters.known.get(entry.name)?.health() ?? { connected: true, detail: '' });
  }
  notices.desk();
  if (on.some((entry) => entry.name === 'terminal')) notices.logAt(logPath(config));
}
