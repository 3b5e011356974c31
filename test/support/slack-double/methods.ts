import { postable, CHAT_METHODS } from './methods-chat.ts';
import { DESK_METHODS } from './methods-desk.ts';
import { ApiError, optional, parsed, text, type Call, type Json, type Method } from './call.ts';
import { fileOf } from './payloads.ts';
import { modalFaults } from './validate-view.ts';
import { blockFault } from './validate.ts';
import {
  BOT_ID,
  BOT_USER,
  blank,
  directChannel,
  messageAt,
  TEAM,
  type DoubleChannel,
  type DoubleMessage,
  type World,
} from './world.ts';

/** A message as the history methods show it. */
function shown(message: DoubleMessage, withMetadata: boolean, { messages: all, url }: World): Json {
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    ...(message.botId !== undefined && { bot_id: message.botId }),
    ...repliesTo(message, all),
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.files.length > 0 && { files: message.files.map((file) => fileOf(file, url)) }),
    ...(message.edited !== undefined && { edited: { user: message.user, ts: message.edited } }),
    ...(withMetadata && message.metadata !== undefined && { metadata: message.metadata }),
  };
}

function repliesTo({ ts, channel }: DoubleMessage, all: readonly DoubleMessage[]): Json {
  const replies = all.filter((each) => each.channel === channel && each.threadTs === ts && !each.deleted);
  if (replies.length === 0) return {};
  return { thread_ts: ts, reply_count: replies.length, reply_users: [...new Set(replies.map((each) => each.user))] };
}

function pageOf(
  { world, args }: Call,
  channel: DoubleChannel,
  keep: (message: DoubleMessage) => boolean,
  order: 'newest' | 'oldest',
): Json {
  const oldest = Number(optional(args, 'oldest') ?? 0);
  const limit = Number(optional(args, 'limit') ?? 100);
  const start = Number(optional(args, 'cursor') ?? 0);
  const metadata = args['include_all_metadata'] === 'true';
  const all = world.messages.filter(
    (message) => message.channel === channel.id && !message.deleted && Number(message.ts) > oldest && keep(message),
  );
  if (order === 'newest') all.reverse();
  const more = start + limit < all.length;
  return {
    messages: all.slice(start, start + limit).map((message) => shown(message, metadata, world)),
    has_more: more,
    response_metadata: { next_cursor: more ? String(start + limit) : '' },
  };
}

/** Newest first, unlike a thread's. */
const history: Method = (call) => pageOf(call, postable(call), (message) => message.threadTs === undefined, 'newest');

const replies: Method = (call) => {
  const channel = postable(call);
  const thread = text(call.args, 'ts');
  if (messageAt(call.world, channel.id, thread) === undefined) throw new ApiError('thread_not_found');
  return pageOf(call, channel, (message) => message.ts === thread || message.threadTs === thread, 'oldest');
};

const open: Method = ({ world, args }) => {
  const user = world.users.get(text(args, 'users'));
  if (user === undefined) throw new ApiError('user_not_found');
  if (user.bot) throw new ApiError('cannot_dm_bot');
  if (user.disabled) throw new ApiError('user_disabled');
  return { channel: { id: directChannel(world, user.id).id } };
};

const info: Method = (call) => {
  const channel = call.world.channels.get(text(call.args, 'channel'));
  if (channel === undefined) throw new ApiError('channel_not_found');
  const member = channel.members.has(BOT_USER);
  if (!member && channel.kind !== 'channel') throw new ApiError('channel_not_found');
  return {
    channel: {
      id: channel.id,
      name: channel.name,
      is_im: channel.kind === 'im',
      is_archived: channel.archived,
      is_member: member,
    },
  };
};

const userConversations: Method = ({ world, args }) => {
  const kinds = text(args, 'types').split(',');
  const named: Partial<Record<DoubleChannel['kind'], string>> = { channel: 'public_channel', group: 'private_channel' };
  const mine = [...world.channels.values()].filter(
    (each) => each.members.has(BOT_USER) && kinds.includes(named[each.kind] ?? each.kind),
  );
  return { channels: mine.map(({ id, name }) => ({ id, name })), response_metadata: { next_cursor: '' } };
};

const userInfo: Method = ({ world, args }) => {
  const user = world.users.get(text(args, 'user'));
  if (user === undefined) throw new ApiError('user_not_found');
  const locale = args['include_locale'] === 'true' ? { locale: user.locale } : {};
  return {
    user: {
      id: user.id,
      team_id: TEAM,
      name: user.name,
      is_bot: user.bot,
      profile: { display_name: user.name },
      ...locale,
    },
  };
};

const uploadUrl: Method = ({ world, url, args }) => {
  const name = text(args, 'filename');
  if (name === '' || Number(args['length']) <= 0) throw new ApiError('invalid_arguments');
  const id = world.nextId('F');
  world.files.set(id, { id, name, content: '', shared: false, owner: BOT_USER, mime: 'text/plain' });
  return { upload_url: `${url}upload/${id}`, file_id: id };
};

function fileListOf(world: World, args: Json): DoubleMessage['files'] {
  const wanted = parsed(args, 'files');
  const ids = Array.isArray(wanted) ? wanted.map((entry: Json) => String(entry['id'])) : [];
  return ids.map((id) => {
    const file = world.files.get(id);
    if (file === undefined) throw new ApiError('file_not_found');
    if (file.owner !== BOT_USER) throw new ApiError('not_file_owner');
    if (file.content === '') throw new ApiError('file_still_processing');
    return file;
  });
}

const completeUpload: Method = (call) => {
  const { world, args, echo } = call;
  const files = fileListOf(world, args);
  const channel = postable({ ...call, args: { channel: text(args, 'channel_id') } });
  const threadTs = optional(args, 'thread_ts');
  for (const file of files) file.shared = true;
  const ts = world.nextTs();
  const comment = text(args, 'initial_comment');
  const message = { ...blank(), ts, channel: channel.id, user: BOT_USER, botId: BOT_ID, text: comment, files };
  world.messages.push({ ...message, ...(threadTs !== undefined && { threadTs }) });
  echo({ channel: channel.id, ts, kind: 'posted' });
  return { files: files.map(({ id, name }) => ({ id, title: name })) };
};

const openView: Method = ({ world, args }) => {
  const user = world.triggers.get(text(args, 'trigger_id'));
  if (user === undefined) throw new ApiError('expired_trigger_id');
  world.triggers.delete(text(args, 'trigger_id'));
  const view = parsed(args, 'view') as Json;
  const faults = modalFaults(view);
  if (faults.length > 0) throw new ApiError('invalid_arguments', { response_metadata: { messages: faults } });
  const id = world.nextId('V');
  world.views.push({ id, user, view });
  return { view: { id, ...view } };
};

const publishView: Method = ({ world, args }) => {
  const user = text(args, 'user_id');
  if (!world.users.has(user)) throw new ApiError('user_not_found');
  const view = parsed(args, 'view') as Json;
  const blocks = Array.isArray(view['blocks']) ? (view['blocks'] as Json[]) : [];
  const fault = blocks.length > 100 ? { error: 'invalid_blocks', messages: [] } : blockFault(blocks);
  if (view['type'] !== 'home') throw new ApiError('invalid_arguments');
  if (fault !== undefined) throw new ApiError(fault.error, { response_metadata: { messages: fault.messages } });
  world.homes.set(user, blocks);
  return { view: { id: world.nextId('V'), ...view } };
};

/** Given a thread, the agent view takes the prompts and shows none. */
const setPrompts: Method = ({ world, args }) => {
  const channel = world.channels.get(text(args, 'channel_id'));
  if (channel?.kind !== 'im') throw new ApiError('channel_not_found');
  const prompts = parsed(args, 'prompts');
  const list = Array.isArray(prompts) ? (prompts as Json[]) : [];
  if (list.length < 1 || list.length > 4) throw new ApiError('invalid_arguments');
  if (list.some((each) => typeof each['title'] !== 'string' || typeof each['message'] !== 'string'))
    throw new ApiError('invalid_arguments');
  if (optional(args, 'thread_ts') === undefined) world.prompts.set(channel.id, list);
  return {};
};

const authTest: Method = () => ({
  url: 'https://post.slack.com/',
  team_id: TEAM,
  user_id: BOT_USER,
  bot_id: BOT_ID,
  team: 'Post',
  user: 'postilion',
});

/** Stands below a thread until it is taken away or a message comes. */
const setStatus: Method = ({ world, args }) => {
  const channel = text(args, 'channel_id');
  const thread = text(args, 'thread_ts');
  if (!world.channels.has(channel)) throw new ApiError('channel_not_found');
  if (messageAt(world, channel, thread) === undefined) throw new ApiError('invalid_thread_ts');
  world.statuses.push({ thread, status: text(args, 'status') });
  return {};
};

/** Methods with the bot scopes that Slack asks for; of several history scopes, the one of the channel's kind. */
export const METHODS: Record<string, { scopes: string[]; method: Method }> = {
  ...CHAT_METHODS,
  ...DESK_METHODS,
  'auth.test': { scopes: [], method: authTest },
  'conversations.open': { scopes: ['im:write'], method: open },
  'conversations.history': {
    scopes: ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
    method: history,
  },
  'conversations.replies': {
    scopes: ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
    method: replies,
  },
  'conversations.info': { scopes: ['channels:read'], method: info },
  'users.conversations': { scopes: ['channels:read', 'groups:read'], method: userConversations },
  'users.info': { scopes: ['users:read'], method: userInfo },
  'files.getUploadURLExternal': { scopes: ['files:write'], method: uploadUrl },
  'files.completeUploadExternal': { scopes: ['files:write'], method: completeUpload },
  'views.open': { scopes: [], method: openView },
  'views.publish': { scopes: [], method: publishView },
  'assistant.threads.setStatus': { scopes: ['chat:write'], method: setStatus },
  'assistant.threads.setSuggestedPrompts': { scopes: ['assistant:write'], method: setPrompts },
};

/** Of several history scopes only the one of the channel's kind is asked for. */
const HISTORY: Record<DoubleChannel['kind'], string> = {
  channel: 'channels:history',
  group: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
};

/** What a call with these arguments needs. */
export function scopesFor(world: World, name: string, args: Json): readonly string[] {
  const { scopes = [] } = METHODS[name] ?? {};
  const kind = world.channels.get(text(args, 'channel'))?.kind;
  return scopes.includes('im:history') ? [HISTORY[kind ?? 'channel']] : scopes;
}
