import { onTestFinished } from 'vitest';
import { createDiscordAdapter, type DiscordOptions } from '../../../src/adapters/discord/index.ts';
import type {
  Block,
  ChatAdapter,
  Immediate,
  Incoming,
  Operation,
  OutboxRow,
  PlaceId,
  Receipt,
  Reply,
  Target,
} from '../../../src/core/index.ts';
import {
  startDiscordDouble,
  type DiscordDouble,
  type DiscordDoubleOptions,
} from '../../support/discord-double/index.ts';

export const ANNA = '3001';
export const GENERAL = '2001';
export const DESK = '2002';
export const FORUM = '2003';

export interface Kept {
  value: string | undefined;
}

export interface Inbox {
  events: Incoming[];
  /** What the acknowledgement carries. */
  immediate: (event: Incoming) => Immediate;
  /** Called before an event counts as stored; throwing refuses it. */
  store: (event: Incoming) => Promise<void> | void;
}

export interface Logged {
  level: 'info' | 'warn' | 'error';
  event: string;
  facts: Record<string, string | number | boolean>;
}

export interface Rig {
  discord: DiscordDouble;
  adapter: ChatAdapter;
  inbox: Inbox;
  session: Kept;
  logged: Logged[];
  /** The next event of a kind, or the one that came already. */
  event: <Type extends Incoming['type']>(type: Type, nth?: number) => Promise<Extract<Incoming, { type: Type }>>;
}

export function port(kept: Kept) {
  return {
    load: () => kept.value,
    save: (value: string) => {
      kept.value = value;
    },
  };
}

function collectingLog(logged: Logged[], discord: DiscordDouble): DiscordOptions['log'] {
  const write =
    (level: Logged['level']) =>
    (event: string, facts: Logged['facts'] = {}): void => {
      logged.push({ level, event, facts });
      discord.nudge();
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Another process on the same store: what the first one's inbox took, it does not take again. */
export async function startAdapter(
  discord: DiscordDouble,
  inbox: Inbox,
  session: Kept,
  logged: Logged[],
  options: Partial<DiscordOptions> = {},
): Promise<ChatAdapter> {
  const adapter = newAdapter(discord, session, logged, options);
  await adapter.start(async (event) => {
    await inbox.store(event);
    if (!inbox.events.some(({ id }) => id === event.id)) inbox.events.push(event);
    discord.nudge();
    return inbox.immediate(event);
  });
  onTestFinished(() => adapter.stop());
  return adapter;
}

/** Not started: as in a process that only delivers. */
export function newAdapter(
  discord: DiscordDouble,
  session: Kept = { value: undefined },
  logged: Logged[] = [],
  options: Partial<DiscordOptions> = {},
): ChatAdapter {
  return createDiscordAdapter({
    log: collectingLog(logged, discord),
    token: discord.token,
    apiUrl: discord.apiUrl,
    messageContent: false,
    session: port(session),
    reconnect: { first: 20, longest: 100 },
    ...options,
  });
}

export async function startRig(options: Partial<DiscordOptions> = {}, double: DiscordDoubleOptions = {}): Promise<Rig> {
  const discord = await startDiscordDouble(double);
  onTestFinished(() => discord.stop());
  const inbox: Inbox = { events: [], immediate: () => ({ kind: 'defer', quiet: true }), store: () => {} };
  const session: Kept = { value: undefined };
  const logged: Logged[] = [];
  const adapter = await startAdapter(discord, inbox, session, logged, options);
  await discord.until(() => adapter.health().connected);
  const event: Rig['event'] = (type, nth = 0) =>
    discord.until(
      () => inbox.events.filter((one): one is Extract<Incoming, { type: typeof type }> => one.type === type)[nth],
    );
  return { discord, adapter, inbox, session, logged, event };
}

export function reply(blocks: Block[], more: Partial<Reply> = {}): Reply {
  return { language: 'en', blocks, quiet: false, ...more };
}

export function says(text: string, more: Partial<Reply> = {}): Reply {
  return reply([{ kind: 'text', text }], more);
}

export function row(operation: Operation, more: Partial<OutboxRow> = {}): OutboxRow {
  return { operation, sequence: 1, place: undefined, attempts: 0, state: 'queued', queuedAt: Date.now(), ...more };
}

export function at(channel: string): { place: PlaceId } {
  return { place: `discord:${channel}` };
}

export function post(to: Target, said: Reply, more: Partial<Extract<Operation, { kind: 'post' }>> = {}): Operation {
  return { key: 'answer-1', kind: 'post', to, reply: said, ...more };
}

/** An answer to something that came by an interaction, as the outbox hands it over. */
export function answerRow(event: Incoming, said: Reply, more: Partial<OutboxRow> = {}): OutboxRow {
  const operation = post({ place: event.place }, said, { answers: event.id, audience: event.author.id });
  return row(operation, { ...(event.handle && { handle: event.handle.value }), ...more });
}

export async function receiptOf(result: ReturnType<ChatAdapter['deliver']>): Promise<Receipt> {
  const settled = await result;
  if (!settled.ok) throw new Error(`not delivered: ${settled.reason}`);
  return settled.receipt;
}
