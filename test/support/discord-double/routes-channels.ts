import { ChannelType } from 'discord-api-types/v10';
import { ApiError, invalidForm, missingPermissions } from './api-error.ts';
import type { Double } from './double.ts';
import { record, text, type Json } from './json.ts';
import {
  changeMessage,
  checkAccess,
  checkAwake,
  isForum,
  makeMessage,
  openMessage,
  postOnce,
  removeMessage,
} from './messages.ts';
import { channelPayload, isThread, messagePayload, shownMessage } from './payloads.ts';
import type { Request, Route } from './routes.ts';
import { addChannel, BOT, type DoubleChannel } from './world.ts';

function readable(double: Double, id: string | undefined): DoubleChannel {
  const channel = double.world.channel(id ?? '');
  checkAccess(channel, false);
  return channel;
}

function writable(double: Double, id: string | undefined): DoubleChannel {
  const channel = readable(double, id);
  checkAccess(channel, true);
  return channel;
}

/** Newest first, as Discord gives them. */
function listMessages(double: Double, channel: string, query: URLSearchParams): object[] {
  const after = BigInt(query.get('after') ?? 0);
  const before = query.get('before');
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100)) throw invalidForm('limit', 'NUMBER_TYPE_MAX', 'Must be between 1 and 100.');
  const open = [...double.world.messages.values()].filter(
    ({ id, channel_id, onlyFor }) =>
      channel_id === channel &&
      onlyFor === undefined &&
      BigInt(id) > after &&
      (before === null || BigInt(id) < BigInt(before)),
  );
  const limited = query.has('after') ? open.slice(0, limit) : open.slice(-limit);
  return limited.reverse().map((message) => shownMessage(double.world, message, double.readsAll()));
}

function threadName(body: Json): string {
  const name = text(body['name']) ?? '';
  if (name.length === 0 || name.length > 100) {
    throw invalidForm('name', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  }
  return name;
}

function makeThread(double: Double, parent: DoubleChannel, id: string, type: ChannelType, body: Json): DoubleChannel {
  if (parent.access !== 'threads') throw missingPermissions();
  const active = [...double.world.channels.values()].filter((one) => isThread(one) && !one.archived);
  if (active.length >= 1_000) throw new ApiError(400, 160_006, 'Maximum number of active threads reached');
  const tags = Array.isArray(body['applied_tags']) ? body['applied_tags'].map(String) : [];
  const thread = addChannel(double.world, id, {
    type,
    name: threadName(body),
    parent_id: parent.id,
    ...(parent.guild_id !== undefined && { guild_id: parent.guild_id }),
    owner_id: BOT,
    access: 'write',
    applied_tags: tags,
  });
  double.dispatch('THREAD_CREATE', channelPayload(thread));
  double.changed();
  return thread;
}

/** A post is a thread and its first message, which bears the same id. */
function makeForumPost(double: Double, forum: DoubleChannel, { body, files }: Request): object {
  if ((forum.flags & 16) !== 0 && !Array.isArray(body['applied_tags'])) {
    throw new ApiError(400, 40_067, 'A tag is required to create a forum post in this channel');
  }
  const thread = makeThread(double, forum, double.world.nextId(), ChannelType.PublicThread, body);
  const message = makeMessage(double, { channel: thread.id, body: record(body['message']), files });
  double.world.messages.delete(message.id);
  message.id = thread.id;
  double.world.messages.set(thread.id, message);
  return { ...channelPayload(thread), message: messagePayload(double.world, message) };
}

/** Its creator may archive and tag it; waking it needs no more than writing there, unless it is locked. */
function changeThread(double: Double, thread: DoubleChannel, body: Json): DoubleChannel {
  if (!isThread(thread)) throw missingPermissions();
  const { archived, applied_tags: tags, ...others } = body;
  if (Object.keys(others).length > 0) throw missingPermissions();
  if (thread.locked === true) throw missingPermissions();
  if (thread.archived && archived !== false) throw new ApiError(400, 50_083, 'Thread is archived');
  if (archived !== false && thread.owner_id !== BOT) throw missingPermissions();
  if (tags !== undefined) thread.applied_tags = checkedTags(double, thread, tags);
  if (typeof archived === 'boolean') thread.archived = archived;
  double.changed();
  return thread;
}

function checkedTags(double: Double, { parent_id }: DoubleChannel, tags: unknown): string[] {
  const forum = double.world.channel(parent_id ?? '');
  const known = new Set((forum.available_tags ?? []).map(({ id }) => id));
  const asked = Array.isArray(tags) ? tags.map(String) : [];
  if (asked.length > 5 || asked.some((tag) => !known.has(tag))) {
    throw invalidForm('applied_tags', 'BASE_TYPE_CHOICES', 'Unknown tag');
  }
  if ((forum.flags & 16) !== 0 && asked.length === 0) throw new ApiError(400, 40_067, 'A tag is required');
  return asked;
}

export const CHANNEL_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel',
    run: (double, { channel }) => channelPayload(readable(double, channel)),
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages',
    run: (double, { channel }, { query }) => listMessages(double, readable(double, channel).id, query),
  },
  {
    method: 'POST',
    path: '/channels/:channel/messages',
    run: (double, { channel }, { body, files }) => {
      const { id } = writable(double, channel);
      return messagePayload(double.world, postOnce(double, { channel: id, body, files }));
    },
  },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    run: (double, { channel, message }, { body, files }) => {
      const place = writable(double, channel);
      checkAwake(place);
      const found = openMessage(double, place.id, message ?? '');
      return messagePayload(double.world, changeMessage(double, found, body, files));
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    run: (double, { channel, message }) => {
      removeMessage(double, openMessage(double, writable(double, channel).id, message ?? ''));
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/threads',
    run: (double, { channel, message }, { body }) => {
      const parent = writable(double, channel);
      const { id } = openMessage(double, parent.id, message ?? '');
      if (double.world.channels.has(id)) throw new ApiError(400, 160_004, 'A thread has already been created');
      return channelPayload(makeThread(double, parent, id, ChannelType.PublicThread, body));
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/threads',
    run: (double, { channel }, request) => {
      const parent = writable(double, channel);
      if (isForum(parent)) return makeForumPost(double, parent, request);
      const id = double.world.nextId();
      const hidden = request.body['type'] === ChannelType.PrivateThread;
      const type = hidden ? ChannelType.PrivateThread : ChannelType.PublicThread;
      return channelPayload(makeThread(double, parent, id, type, request.body));
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    run: (double, { channel, message }) =>
      shownMessage(double.world, openMessage(double, readable(double, channel).id, message ?? ''), double.readsAll()),
  },
  {
    method: 'PATCH',
    path: '/channels/:channel',
    run: (double, { channel }, { body }) => channelPayload(changeThread(double, readable(double, channel), body)),
  },
  {
    method: 'PUT',
    path: '/channels/:channel/thread-members/:user',
    run: (double, { channel, user = '' }) => {
      const thread = writable(double, channel);
      if (!isThread(thread)) throw new ApiError(400, 50_024, 'Cannot execute action on this channel type');
      thread.members = [...new Set([...(thread.members ?? []), double.world.user(user).id])];
    },
  },
];
