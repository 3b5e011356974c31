import { ChannelType } from 'discord-api-types/v10';
import { BOT, GUILD, type DoubleChannel, type DoubleMessage, type DoubleUser, type World } from './world.ts';

const THREADS = new Set<number>([ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread]);

export function isThread({ type }: DoubleChannel): boolean {
  return THREADS.has(type);
}

export function userPayload({ id, username, bot }: DoubleUser): object {
  return { id, username, global_name: null, avatar: null, discriminator: '0', ...(bot && { bot }) };
}

export function channelPayload(channel: DoubleChannel): object {
  const { access: _, archived, recipients, ...facts } = channel;
  return {
    ...facts,
    ...(recipients && { recipients: recipients.map((user) => userPayload(user)) }),
    ...(isThread(channel) && { thread_metadata: { archived, locked: archived, auto_archive_duration: 10_080 } }),
  };
}

function mentionsOf(world: World, content: string): object[] {
  return [...content.matchAll(/<@!?(\d+)>/g)].flatMap(([, id = '']) => {
    const user = world.users.get(id);
    return user ? [userPayload(user)] : [];
  });
}

/** A message as REST gives it. */
export function messagePayload(world: World, message: DoubleMessage): object {
  const { author, onlyFor: _, token: __, referenced, nonce: ___, ...rest } = message;
  const original = referenced === undefined ? undefined : world.messages.get(referenced);
  return {
    ...rest,
    author: userPayload(author),
    mentions: mentionsOf(world, message.content),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    ...(referenced !== undefined && { referenced_message: original ? messagePayload(world, original) : null }),
  };
}

/** A message as the gateway gives it: with its guild, and with its text only for those who may read it. */
export function gatewayMessage(world: World, message: DoubleMessage, reads: boolean): object {
  const channel = world.channel(message.channel_id);
  const mentioned = message.content.includes(`<@${BOT}>`);
  const readable = reads || channel.guild_id === undefined || mentioned || message.author.id === BOT;
  const payload = messagePayload(world, message);
  return {
    ...payload,
    ...(!readable && { content: '', embeds: [], components: [], attachments: [] }),
    ...(channel.guild_id !== undefined && { guild_id: GUILD, member: { nick: null, roles: [] } }),
    channel_type: channel.type,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
  };
}
