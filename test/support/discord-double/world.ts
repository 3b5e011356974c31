import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { unknownChannel } from './api-error.ts';
import type { Json } from './json.ts';

export const BOT = '1001';
export const GUILD = '9001';
export const TOKEN = 'MTAwMQ.double.token';

export interface DoubleUser {
  id: string;
  username: string;
  bot: boolean;
  locale: string;
  /** Takes no DMs from apps. */
  closed: boolean;
  /** Is in none of the app's servers. */
  outside: boolean;
}

export interface DoubleGuild {
  id: string;
  name: string;
  /** Whether the app was added to it; a person may have brought the app along by themselves. */
  member: boolean;
  /** What its role of everyone may do, beside what channels say of the app. */
  permissions: bigint;
  roles: { id: string; name: string; members: string[] }[];
}

export interface DoubleChannel {
  id: string;
  type: ChannelType;
  name: string;
  guild_id?: string;
  parent_id?: string;
  owner_id?: string;
  recipients?: DoubleUser[];
  available_tags?: { id: string; name: string }[];
  applied_tags?: string[];
  flags: number;
  archived: boolean;
  /** Only moderators may wake it. */
  locked?: boolean;
  /** Who was added to a private thread. */
  members?: string[];
  /** Who alone may see the channel, beside the app and the owner. */
  onlyRole?: string;
  /** What the app may do there. */
  access: 'none' | 'read' | 'write' | 'threads';
}

export interface DoubleMessage {
  id: string;
  channel_id: string;
  author: DoubleUser;
  type: number;
  content: string;
  components: Json[];
  embeds: Json[];
  attachments: Json[];
  flags: number;
  /** The app's own. */
  reactions: string[];
  timestamp: string;
  edited_timestamp: string | null;
  nonce?: string;
  /** Who alone sees it. */
  onlyFor?: string;
  referenced?: string;
  /** The interaction token that may change it. */
  token?: string;
}

export interface DoubleInteraction {
  id: string;
  token: string;
  type: number;
  user: string;
  channel: string;
  at: number;
  /** The app's first response. */
  response?: { type: number; data: Json };
  /** Message that `@original` means. */
  original?: string;
  expired: boolean;
  followUps: number;
}

export interface DoubleFile {
  mime: string;
  bytes: Uint8Array;
  /** What an address must bear to be good now. */
  signature: number;
}

export interface World {
  files: Map<string, DoubleFile>;
  users: Map<string, DoubleUser>;
  guilds: Map<string, DoubleGuild>;
  channels: Map<string, DoubleChannel>;
  messages: Map<string, DoubleMessage>;
  interactions: Map<string, DoubleInteraction>;
  commands: Json[];
  /** How often the commands were written. */
  commandWrites: number;
  /** Messages that would have notified somebody. */
  pings: string[];
  nextId(): string;
  user(id: string): DoubleUser;
  channel(id: string): DoubleChannel;
}

/** All rights but that of the administrator. */
const EVERYTHING = (1n << 50n) - 1n - PermissionFlagsBits.Administrator;
const EPOCH = 1_420_070_400_000n;

function createIds(): () => string {
  let count = 0n;
  return () => {
    count += 1n;
    return String(((BigInt(Date.now()) - EPOCH) << 22n) | (count & 0x3f_ff_ffn));
  };
}

export function addUser(world: World, id: string, facts: Partial<DoubleUser> = {}): DoubleUser {
  const user = { id, username: `user${id}`, bot: false, locale: 'en-US', closed: false, outside: false, ...facts };
  world.users.set(id, user);
  return user;
}

export function addGuild(world: World, id: string, facts: Partial<DoubleGuild> = {}): DoubleGuild {
  const guild = { id, name: `guild-${id}`, member: true, permissions: EVERYTHING, roles: [], ...facts };
  world.guilds.set(id, guild);
  return guild;
}

export function addChannel(world: World, id: string, facts: Partial<DoubleChannel> = {}): DoubleChannel {
  const base = { id, type: ChannelType.GuildText, name: `channel-${id}`, flags: 0, archived: false } as const;
  const channel: DoubleChannel = { ...base, guild_id: GUILD, access: 'threads', ...facts };
  world.channels.set(id, channel);
  return channel;
}

/** The DM channel of a user with the app, made when first asked for. */
export function directChannel(world: World, user: string): DoubleChannel {
  const known = [...world.channels.values()].find(
    ({ type, recipients }) => type === ChannelType.DM && recipients?.[0]?.id === user,
  );
  if (known) return known;
  const channel: DoubleChannel = {
    id: `7${user}`,
    type: ChannelType.DM,
    name: '',
    recipients: [world.user(user)],
    flags: 0,
    archived: false,
    access: 'write',
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** A guild with an app, three people and a few channels. */
export function createWorld(): World {
  const world: World = {
    users: new Map(),
    files: new Map(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    interactions: new Map(),
    commands: [],
    commandWrites: 0,
    pings: [],
    nextId: createIds(),
    user(id) {
      const user = world.users.get(id);
      if (!user) throw new Error(`no user ${id} in the double`);
      return user;
    },
    channel(id) {
      const channel = world.channels.get(id);
      if (!channel) throw unknownChannel();
      return channel;
    },
  };
  addGuild(world, GUILD);
  addUser(world, BOT, { username: 'postilion', bot: true });
  addUser(world, '3001', { username: 'anna' });
  addUser(world, '3002', { username: 'bao', locale: 'zh-CN' });
  addUser(world, '3003', { username: 'mei', locale: 'zh-TW' });
  addChannel(world, '2001', { name: 'general' });
  addChannel(world, '2002', { name: 'desk' });
  addChannel(world, '2003', {
    name: 'tickets',
    type: ChannelType.GuildForum,
    available_tags: [
      { id: '5001', name: 'open' },
      { id: '5002', name: 'closed' },
    ],
  });
  addChannel(world, '2004', { name: 'secret', access: 'none' });
  return world;
}
