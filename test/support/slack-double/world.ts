import { EventEmitter, once } from 'node:events';

export interface DoubleUser {
  id: string;
  name: string;
  locale: string;
  bot: boolean;
  disabled: boolean;
}

export interface DoubleChannel {
  id: string;
  name: string;
  kind: 'channel' | 'group' | 'im' | 'mpim';
  members: Set<string>;
  archived: boolean;
}

export interface DoubleFile {
  id: string;
  name: string;
  content: string;
  shared: boolean;
  /** Who sent it. */
  owner: string;
  mime: string;
}

/** A message as everyone in its channel sees it. */
export interface DoubleMessage {
  ts: string;
  channel: string;
  user: string;
  botId?: string;
  text: string;
  blocks: Record<string, unknown>[];
  threadTs?: string;
  metadata?: unknown;
  edited?: string;
  deleted: boolean;
  files: DoubleFile[];
  /** Names of the app's own reactions. */
  reactions: Set<string>;
  pinned: boolean;
}

/** What only one person sees. */
export interface DoubleEphemeral {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks: Record<string, unknown>[];
  threadTs?: string;
}

export interface DoubleView {
  id: string;
  user: string;
  view: Record<string, unknown>;
}

export const TEAM = 'T0POST';
export const APP = 'A0POST';
export const BOT_USER = 'U0BOT';
export const BOT_ID = 'B0BOT';

/** Everything that happened, as Slack would remember it. */
export interface World {
  users: Map<string, DoubleUser>;
  channels: Map<string, DoubleChannel>;
  /** Address of the double. */
  url: string;
  /** What stood below threads, oldest first; empty where it was taken away. */
  statuses: { thread: string; status: string }[];
  /** User groups, with their members. */
  groups: Map<string, string[]>;
  messages: DoubleMessage[];
  ephemerals: DoubleEphemeral[];
  files: Map<string, DoubleFile>;
  views: DoubleView[];
  /** Answers still possible through a `response_url`, by its id. */
  responses: Map<string, { uses: number; channel: string; user: string; threadTs?: string }>;
  triggers: Map<string, string>;
  /** Blocks of each person's App Home, and the prompts above the writing field of a DM. */
  homes: Map<string, Record<string, unknown>[]>;
  prompts: Map<string, Record<string, unknown>[]>;
  /** `ago`: milliseconds. */
  nextTs(ago?: number): string;
  nextId(prefix: string): string;
  changed(): void;
  /** Resolves with the first value that is not undefined, looked for at every change. */
  until<T>(look: () => T | undefined): Promise<T>;
}

const PATIENCE_MS = 8_000;

export function createWorld(): World {
  const changes = new EventEmitter();
  changes.setMaxListeners(0);
  let counter = 0;
  const world: World = {
    users: new Map(),
    channels: new Map(),
    url: '',
    groups: new Map(),
    statuses: [],
    messages: [],
    ephemerals: [],
    files: new Map(),
    views: [],
    responses: new Map(),
    triggers: new Map(),
    homes: new Map(),
    prompts: new Map(),
    nextTs: (ago = 0) => `${Math.floor((Date.now() - ago) / 1000)}.${String((counter += 1)).padStart(6, '0')}`,
    nextId: (prefix) => `${prefix}${String((counter += 1)).padStart(8, '0')}`,
    changed: () => void changes.emit('changed'),
    until: async (look) => {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      for (;;) {
        const found = look();
        if (found !== undefined) return found;
        await once(changes, 'changed', { signal });
      }
    },
  };
  return world;
}

export function addUser(world: World, id: string, facts: Partial<DoubleUser> = {}): void {
  world.users.set(id, { id, name: id.slice(2).toLowerCase(), locale: 'en-US', bot: false, disabled: false, ...facts });
}

export function addChannel(world: World, id: string, members: readonly string[]): DoubleChannel {
  const channel: DoubleChannel = {
    id,
    name: id.slice(2).toLowerCase(),
    kind: 'channel',
    members: new Set(members),
    archived: false,
  };
  world.channels.set(id, channel);
  return channel;
}

/** The DM between a user and the app: the same one each time. */
export function directChannel(world: World, user: string): DoubleChannel {
  const id = `D${user.slice(1)}`;
  const known = world.channels.get(id);
  if (known !== undefined) return known;
  const channel: DoubleChannel = { ...addChannel(world, id, [user, BOT_USER]), kind: 'im' };
  world.channels.set(id, channel);
  return channel;
}

export function messageAt(world: World, channel: string, ts: string): DoubleMessage | undefined {
  return world.messages.find((message) => message.channel === channel && message.ts === ts && !message.deleted);
}

/** A message about which nothing is known yet. */
export function blank(): Pick<DoubleMessage, 'text' | 'blocks' | 'deleted' | 'files' | 'reactions' | 'pinned'> {
  return { text: '', blocks: [], deleted: false, files: [], reactions: new Set(), pinned: false };
}
