import type { Readable, Writable } from 'node:stream';
import type { StateStore } from '../adapters/storage/index.ts';
import {
  type AdapterLog,
  autoconfigFor,
  type ChatAdapter,
  type Knowledge,
  type PlaceId,
  TICKET_STATES,
} from '../core/index.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config/index.ts';

export interface AdapterParts {
  config: Config;
  store: StateStore;
  log: AdapterLog;
  /** Where the tickets of every queue go. */
  desks: () => readonly PlaceId[];
  knowledge: Knowledge;
  input: Readable & { isTTY?: boolean };
  output: Writable;
  /** The person in the terminal has finished. */
  onEnd: () => void;
}

export type ChatAdapterName = 'terminal' | 'web' | 'slack' | 'discord';

/** A chat platform: when it is on, and how it is made. What is off is not even imported. */
export interface ChatAdapterEntry {
  name: ChatAdapterName;
  isOn(config: Config, atTerminal: boolean): boolean;
  load(parts: AdapterParts): Promise<ChatAdapter>;
}

/** All chat platforms, one line each. */
export const CHAT_ADAPTERS: readonly ChatAdapterEntry[] = [
  { name: 'web', isOn: ({ web }) => web !== undefined, load: loadWeb },
  { name: 'slack', isOn: ({ slack }) => slack !== undefined, load: loadSlack },
  { name: 'discord', isOn: ({ discord }) => discord !== undefined, load: loadDiscord },
  {
    name: 'terminal',
    isOn: ({ terminal }, tty) => terminal === 'on' || (terminal === 'auto' && tty),
    load: loadTerminal,
  },
];

/** Somebody is to act, or will be. */
const OPEN_STATES = TICKET_STATES.filter((state) => state !== 'resolved' && state !== 'closed');

async function loadTerminal({ config, log, input, output, onEnd }: AdapterParts): Promise<ChatAdapter> {
  const { createTerminalAdapter } = await import('../adapters/terminal/index.ts');
  return createTerminalAdapter({ log, language: config.defaultLocale, input, output, onEnd });
}

async function loadWeb({ config, store, log, knowledge }: AdapterParts): Promise<ChatAdapter> {
  const { createWebAdapter } = await import('../adapters/web/index.ts');
  const { deskToken, autoconfig, ...web } = required(config.web);
  return createWebAdapter({
    ...web,
    ...(deskToken && { deskToken: deskToken.reveal() }),
    ...(autoconfig && { autoconfig: (address: string) => autoconfigFor(knowledge, address) }),
    defaultLanguage: config.defaultLocale,
    log,
    hear: (hearer) => store.hear(hearer),
    history: (place, after, limit) => store.history(place, after, limit),
    tickets: (filter) => store.tickets(filter),
    ticketWithEvents: (id) => store.ticketWithEvents(id),
    agents: () => store.agents(),
    isBlocked: (person) => store.isBlocked(person),
    unsentDrafts: (tickets) => store.unsentDrafts(tickets),
    fileOf: (attachment) => store.fileOf(attachment),
    keepFile: (file, now) => store.keepFile(file, now),
  });
}

async function loadSlack({ config, store, log, desks }: AdapterParts): Promise<ChatAdapter> {
  const { createSlackAdapter } = await import('../adapters/slack/index.ts');
  const { botToken, appToken, signingSecret, ...slack } = required(config.slack);
  return createSlackAdapter({
    ...slack,
    botToken: botToken.reveal(),
    ...(appToken && { appToken: appToken.reveal() }),
    ...(signingSecret && { signingSecret: signingSecret.reveal() }),
    state: (name) => store.adapterState(name),
    maySend: () => store.maySend('slack'),
    openTickets: () => store.tickets({ states: OPEN_STATES, limit: 200 }),
    desks,
    language: config.defaultLocale,
    log,
  });
}

async function loadDiscord({ config, store, log }: AdapterParts): Promise<ChatAdapter> {
  const { createDiscordAdapter } = await import('../adapters/discord/index.ts');
  const { token, ...discord } = required(config.discord);
  return createDiscordAdapter({
    ...discord,
    token: token.reveal(),
    // Processes that share a store each keep the sessions of their own shards.
    session: store.adapterState(`discord-session${discord.shards ? `-${discord.shards.first}` : ''}`),
    messageSaid: (id) => store.messageSaid(id),
    heardIn: (place) => store.placeHeard(place),
    maySend: () => store.maySend('discord'),
    intents: {
      keep: (intents) => store.keepButtons(intents, systemClock.now()),
      load: (key) => store.keptButton(key),
    },
    log,
  });
}

function required<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('a chat adapter that is off was asked for');
  return part;
}
