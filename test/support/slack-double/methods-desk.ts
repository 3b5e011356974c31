import { ApiError, text, type Call, type Method } from './call.ts';
import { postable } from './methods-chat.ts';
import { BOT_USER, messageAt, type DoubleMessage } from './world.ts';

/** What desks use: files, members, signs and pins. */

const fileInfo: Method = ({ world, args }) => {
  const file = world.files.get(text(args, 'file'));
  if (file === undefined) throw new ApiError('file_not_found');
  const shown = world.messages.filter((message) => !message.deleted && message.files.some(({ id }) => id === file.id));
  const shares: Record<string, Record<string, { ts: string }[]>> = { public: {}, private: {} };
  for (const { channel, ts } of shown) {
    const kind = world.channels.get(channel)?.kind === 'channel' ? 'public' : 'private';
    (shares[kind] ??= {})[channel] = [...(shares[kind]?.[channel] ?? []), { ts }];
  }
  const url = `${world.url}files/${file.id}`;
  return { file: { id: file.id, name: file.name, shares, url_private: url, url_private_download: url } };
};

const deleteFile: Method = ({ world, args }) => {
  const file = world.files.get(text(args, 'file'));
  if (file === undefined) throw new ApiError('file_not_found');
  if (file.owner !== BOT_USER) throw new ApiError('cant_delete_file');
  world.files.delete(file.id);
  for (const message of world.messages) {
    message.files = message.files.filter(({ id }) => id !== file.id);
    if (message.files.length === 0 && message.text === '' && message.user === BOT_USER) message.deleted = true;
  }
  return {};
};

const members: Method = ({ world, args }) => {
  const channel = world.channels.get(text(args, 'channel'));
  if (channel === undefined) throw new ApiError('channel_not_found');
  const limit = Number(args['limit'] ?? 100);
  const start = Number(args['cursor'] ?? 0);
  const all = [...channel.members];
  const next = start + limit < all.length ? String(start + limit) : '';
  return { members: all.slice(start, start + limit), response_metadata: { next_cursor: next } };
};

const groupMembers: Method = ({ world, args }) => {
  const users = world.groups.get(text(args, 'usergroup'));
  if (users === undefined) throw new ApiError('no_such_subteam');
  return { users };
};

function reacted(call: Call): { message: DoubleMessage; name: string } {
  const channel = postable(call);
  const message = messageAt(call.world, channel.id, text(call.args, 'timestamp'));
  const name = text(call.args, 'name');
  if (message === undefined) throw new ApiError('message_not_found');
  if (!/^[a-z0-9_+'-]+$/.test(name)) throw new ApiError('invalid_name');
  return { message, name };
}

const addReaction: Method = (call) => {
  const { message, name } = reacted(call);
  if (message.reactions.has(name)) throw new ApiError('already_reacted');
  message.reactions.add(name);
  return {};
};

const removeReaction: Method = (call) => {
  const { message, name } = reacted(call);
  if (!message.reactions.delete(name)) throw new ApiError('no_reaction');
  return {};
};

const pin: Method = (call) => {
  const channel = postable(call);
  const ts = text(call.args, 'timestamp');
  const message = messageAt(call.world, channel.id, ts);
  if (message === undefined) throw new ApiError('message_not_found');
  if (message.pinned) throw new ApiError('already_pinned');
  message.pinned = true;
  return {};
};

const unpin: Method = (call) => {
  const channel = postable(call);
  const message = messageAt(call.world, channel.id, text(call.args, 'timestamp'));
  if (message === undefined) throw new ApiError('message_not_found');
  if (!message.pinned) throw new ApiError('no_pin');
  message.pinned = false;
  return {};
};

export const DESK_METHODS: Record<string, { scopes: string[]; method: Method }> = {
  'files.info': { scopes: ['files:read'], method: fileInfo },
  'files.delete': { scopes: ['files:write'], method: deleteFile },
  'conversations.members': { scopes: ['channels:read', 'groups:read'], method: members },
  'usergroups.users.list': { scopes: ['usergroups:read'], method: groupMembers },
  'reactions.add': { scopes: ['reactions:write'], method: addReaction },
  'reactions.remove': { scopes: ['reactions:write'], method: removeReaction },
  'pins.add': { scopes: ['pins:write'], method: pin },
  'pins.remove': { scopes: ['pins:write'], method: unpin },
};
