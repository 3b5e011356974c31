import { ChannelType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { BOT, type DoubleChannel, type DoubleGuild, type DoubleMessage, type DoubleUser, type World } from './world.ts';

const THREADS = new Set<number>([ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread]);

export function isThread({ type }: DoubleChannel): boolean {
  return THREADS.has(type);
}

export function userPayload({ id, username, bot }: DoubleUser): object {
  return { id, username, global_name: null, avatar: null, discriminator: '0', ...(bot && { bot }) };
}

/** What each kind of access takes from the app. */
const DENIED: Record<DoubleChannel['access'], bigint> = {
  none: Permission.ViewChannel,
  read: Permission.SendMessages | Permission.SendMessagesInThreads,
  write: Permission.CreatePublicThreads | Permission.CreatePrivateThreads,
  threads: 0n,
};

export function channelPayload(channel: DoubleChannel): object {
  const { access, archived, recipients, members: _, onlyRole, locked = false, ...facts } = channel;
  const allow = onlyRole === undefined ? 0n : Permission.ViewChannel;
  const overwrites = [
    { id: BOT, type: 1, allow: String(allow), deny: String(DENIED[access]) },
    ...(onlyRole === undefined
      ? []
      : [
          { id: facts.guild_id, type: 0, allow: '0', deny: String(Permission.ViewChannel) },
          { id: onlyRole, type: 0, allow: String(Permission.ViewChannel), deny: '0' },
        ]),
  ];
  return {
    ...facts,
    ...(facts.guild_id !== undefined && { permission_overwrites: overwrites }),
    ...(recipients && { recipients: recipients.map((user) => userPayload(user)) }),
    ...(isThread(channel) && { thread_metadata: { archived, locked, auto_archive_duration: 10_080 } }),
  };
}

function lastMessageOf(world: World, channel: DoubleChannel): string | null {
  return [...world.messages.values()].findLast((message) => message.channel_id === channel.id)?.id ?? null;
}

export function rolesPayload({ id, permissions, roles }: DoubleGuild): object[] {
  const others = roles.map((role) => ({ id: role.id, name: role.name, permissions: '0' }));
  return [{ id, name: '@everyone', permissions: String(permissions) }, ...others];
}

/** A guild as the gateway tells it at the beginning; of its members only the app itself. */
export function guildPayload(world: World, id: string): object {
  const guild = world.guilds.get(id);
  const own = [...world.channels.values()].filter(({ guild_id }) => guild_id === id);
  const told = (channel: DoubleChannel): object => ({
    ...channelPayload(channel),
    last_message_id: lastMessageOf(world, channel),
  });
  return {
    id,
    name: guild?.name,
    owner_id: '3001',
    roles: guild ? rolesPayload(guild) : [],
    members: [{ user: userPayload(world.user(BOT)), nick: null, roles: [] }],
    channels: own.filter((channel) => !isThread(channel)).map(told),
    threads: own.filter((channel) => isThread(channel)).map(told),
  };
}

function mentionsOf(world: World, content: string): object[] {
  return [...content.matchAll(/<@!?(\d+)>/g)].flatMap(([, id = '']) => {
    const user = world.users.get(id);
    return user ? [userPayload(user)] : [];
  });
}

/** A message with all that is in it. */
export function messagePayload(world: World, message: DoubleMessage): object {
  const { author, onlyFor: _, token: __, referenced, nonce: ___, reactions, ...rest } = message;
  const original = referenced === undefined ? undefined : world.messages.get(referenced);
  return {
    ...rest,
    author: userPayload(author),
    mentions: mentionsOf(world, message.content),
    reactions: reactions.map((name) => ({ emoji: { id: null, name }, count: 1, me: true })),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...(referenced !== undefined && {
      message_reference: { type: 0, channel_id: message.channel_id, message_id: referenced },
      referenced_message: original ? messagePayload(world, original) : null,
    }),
  };
}

/** A message with its text only for those who may read it: all that an app without the intent sees of others. */
export function shownMessage(world: World, message: DoubleMessage, reads: boolean): object {
  const channel = world.channel(message.channel_id);
  const mentioned = message.content.includes(`<@${BOT}>`);
  const readable = reads || channel.guild_id === undefined || mentioned || message.author.id === BOT;
  const payload = messagePayload(world, message);
  return readable ? payload : { ...payload, content: '', embeds: [], components: [], attachments: [] };
}

/** A message as the gateway gives it, with its guild. */
export function gatewayMessage(world: World, message: DoubleMessage, reads: boolean): object {
  const channel = world.channel(message.channel_id);
  return {
    ...shownMessage(world, message, reads),
    ...(channel.guild_id !== undefined && { guild_id: channel.guild_id, member: { nick: null, roles: [] } }),
    channel_type: channel.type,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
  };
}
