import { ApiError, blocksOf, optional, parsed, text, type Call, type Json, type Method } from './call.ts';
import { blockFault } from './validate.ts';
import { blank, BOT_ID, BOT_USER, directChannel, messageAt, type DoubleChannel, type DoubleMessage } from './world.ts';

/** A channel that the app may post to; a user id stands for the DM. */
export function postable({ world, args }: Call): DoubleChannel {
  const id = text(args, 'channel');
  const channel = world.users.has(id) ? directChannel(world, id) : world.channels.get(id);
  if (channel === undefined) throw new ApiError('channel_not_found');
  if (!channel.members.has(BOT_USER)) {
    throw new ApiError(channel.kind === 'im' ? 'channel_not_found' : 'not_in_channel');
  }
  if (channel.archived) throw new ApiError('is_archived');
  return channel;
}

export function checkContent(args: Json): { text: string; blocks: Json[] } {
  const blocks = blocksOf(args);
  const words = text(args, 'text');
  if (words === '' && blocks.length === 0) throw new ApiError('no_text');
  if (words.length > 40_000) throw new ApiError('msg_too_long');
  const fault = blockFault(blocks);
  if (fault !== undefined) {
    throw new ApiError(fault.error, { errors: fault.messages, response_metadata: { messages: fault.messages } });
  }
  return { text: words, blocks };
}

function threadOf(call: Call, channel: string): { threadTs?: string } {
  const threadTs = optional(call.args, 'thread_ts');
  if (threadTs === undefined) return {};
  if (messageAt(call.world, channel, threadTs) === undefined) throw new ApiError('thread_not_found');
  return { threadTs };
}

const postMessage: Method = (call) => {
  const channel = postable(call);
  const content = checkContent(call.args);
  const message: DoubleMessage = {
    ...blank(),
    ...content,
    ...threadOf(call, channel.id),
    ts: call.world.nextTs(),
    channel: channel.id,
    user: BOT_USER,
    botId: BOT_ID,
    metadata: parsed(call.args, 'metadata'),
  };
  call.world.messages.push(message);
  call.echo({ channel: channel.id, ts: message.ts, kind: 'posted' });
  return { channel: channel.id, ts: message.ts, message: { text: message.text, user: BOT_USER, ts: message.ts } };
};

const postEphemeral: Method = (call) => {
  const channel = postable(call);
  const user = text(call.args, 'user');
  if (!channel.members.has(user)) throw new ApiError('user_not_in_channel');
  const ts = call.world.nextTs();
  const thread = threadOf(call, channel.id);
  call.world.ephemerals.push({ ...checkContent(call.args), ...thread, ts, channel: channel.id, user });
  return { message_ts: ts };
};

function ownMessage(call: Call): DoubleMessage {
  const message = messageAt(call.world, postable(call).id, text(call.args, 'ts'));
  if (message === undefined) throw new ApiError('message_not_found');
  return message;
}

const update: Method = (call) => {
  const message = ownMessage(call);
  if (message.user !== BOT_USER) throw new ApiError('cant_update_message');
  const previous = message.text;
  Object.assign(message, checkContent(call.args), { edited: call.world.nextTs() });
  call.echo({ channel: message.channel, ts: message.ts, kind: 'changed', previous });
  return { channel: message.channel, ts: message.ts, text: message.text };
};

const remove: Method = (call) => {
  const message = ownMessage(call);
  if (message.user !== BOT_USER) throw new ApiError('cant_delete_message');
  message.deleted = true;
  call.echo({ channel: message.channel, ts: message.ts, kind: 'deleted' });
  return { channel: message.channel, ts: message.ts };
};

export const CHAT_METHODS: Record<string, { scopes: string[]; method: Method }> = {
  'chat.postMessage': { scopes: ['chat:write'], method: postMessage },
  'chat.postEphemeral': { scopes: ['chat:write'], method: postEphemeral },
  'chat.update': { scopes: ['chat:write'], method: update },
  'chat.delete': { scopes: ['chat:write'], method: remove },
};
