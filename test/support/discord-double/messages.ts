import { ChannelType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { ApiError, invalidForm, missingAccess, missingPermissions, unknownMessage } from './api-error.ts';
import type { Double } from './double.ts';
import { number, record, records, text, type Json } from './json.ts';
import { BOT, type DoubleChannel, type DoubleMessage } from './world.ts';
import { checkMessage, isV2 } from './validate.ts';

export interface Upload {
  name: string;
  size: number;
  content: string;
}

/** Whether the app may read there, and write. */
export function checkAccess(channel: DoubleChannel, write: boolean): void {
  if (channel.access === 'none') throw missingAccess();
  if (write && channel.access === 'read') throw missingPermissions();
  if (write && channel.archived && channel.locked === true) throw new ApiError(400, 160_005, 'Thread is locked');
  if (write && channel.recipients?.[0]?.closed === true) {
    throw new ApiError(403, 50_007, 'Cannot send messages to this user');
  }
}

/** What would ring at somebody's: the app must always say that it should not. */
function notePing(double: Double, body: Json, id: string): void {
  const mentions = record(body['allowed_mentions']);
  const said = JSON.stringify([body['content'], body['components']]);
  const silent = Array.isArray(mentions['parse']) && mentions['parse'].length === 0 && !mentions['users'];
  if (!silent && /<@|@everyone|@here/.test(said)) double.world.pings.push(id);
}

function attachmentsOf(files: readonly Upload[]): Json[] {
  return files.map(({ name, size, content }, index) => ({ id: String(index), filename: name, size, content }));
}

/** What is written wakes a thread; nothing else may be done in one that is archived. */
export function checkAwake({ archived }: DoubleChannel): void {
  if (archived) throw new ApiError(400, 50_083, 'Thread is archived');
}

export interface Making {
  channel: string;
  body: Json;
  files: readonly Upload[];
  flags?: number;
  onlyFor?: string;
  token?: string;
  /** A response that is still to come. */
  loading?: boolean;
}

/** The app posts. */
export function makeMessage(double: Double, making: Making): DoubleMessage {
  const { channel, body, files, onlyFor, token } = making;
  const flags = number(body['flags']) | (making.flags ?? 0);
  if (making.loading !== true)
    checkMessage(
      body,
      isV2(flags),
      files.map(({ name }) => name),
    );
  if (files.some(({ size }) => size > 10 * 1024 * 1024)) throw new ApiError(413, 40_005, 'Request entity too large');
  const nonce = text(body['nonce']);
  const referenced = text(record(body['message_reference'])['message_id']);
  const id = double.world.nextId();
  const message: DoubleMessage = {
    id,
    channel_id: channel,
    author: double.world.user(BOT),
    type: MessageType.Default,
    content: text(body['content']) ?? '',
    components: records(body['components']),
    embeds: records(body['embeds']),
    attachments: attachmentsOf(files),
    flags,
    reactions: [],
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    ...(nonce !== undefined && { nonce }),
    ...(onlyFor !== undefined && { onlyFor }),
    ...(token !== undefined && { token }),
    ...(referenced !== undefined && double.world.messages.has(referenced) && { referenced }),
  };
  double.world.channel(channel).archived = false;
  notePing(double, body, id);
  double.world.messages.set(id, message);
  if (onlyFor === undefined) double.dispatch('MESSAGE_CREATE', message);
  double.changed();
  return message;
}

/** Posts, or gives the message that this nonce made before. */
export function postOnce(double: Double, making: Making): DoubleMessage {
  const nonce = text(making.body['nonce']);
  const since = Date.now() - double.nonceMs;
  const earlier = [...double.world.messages.values()].find(
    (message) =>
      nonce !== undefined &&
      message.nonce === nonce &&
      message.author.id === BOT &&
      Date.parse(message.timestamp) > since,
  );
  return earlier && making.body['enforce_nonce'] === true ? earlier : makeMessage(double, making);
}

/** The app changes a message of its own. */
export function changeMessage(
  double: Double,
  message: DoubleMessage,
  body: Json,
  files: readonly Upload[],
): DoubleMessage {
  if (message.author.id !== BOT) throw new ApiError(403, 50_005, 'Cannot edit a message authored by another user');
  const was = isV2(message.flags);
  const v2 = was || isV2(body['flags']);
  const loading = (message.flags & MessageFlags.Loading) !== 0;
  const content = 'content' in body ? (text(body['content']) ?? '') : message.content;
  const embeds = 'embeds' in body ? records(body['embeds']) : message.embeds;
  if (was && text(body['content'])) {
    throw invalidForm('content', 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', 'The flag cannot be removed');
  }
  checkMessage(
    { ...body, content, embeds },
    v2,
    files.map(({ name }) => name),
  );
  const flags = (message.flags & ~MessageFlags.Loading) | (v2 ? MessageFlags.IsComponentsV2 : 0);
  Object.assign(message, {
    content,
    embeds,
    flags,
    ...('components' in body && { components: records(body['components']) }),
    ...(files.length > 0 && { attachments: attachmentsOf(files) }),
    ...(!loading && { edited_timestamp: new Date().toISOString() }),
  });
  notePing(double, body, message.id);
  if (message.onlyFor === undefined) double.dispatch('MESSAGE_UPDATE', message);
  double.changed();
  return message;
}

export function removeMessage(double: Double, message: DoubleMessage): void {
  double.world.messages.delete(message.id);
  const { guild_id } = double.world.channel(message.channel_id);
  if (message.onlyFor === undefined) {
    double.dispatch('MESSAGE_DELETE', {
      id: message.id,
      channel_id: message.channel_id,
      ...(guild_id && { guild_id }),
    });
  }
  double.changed();
}

/** A message in the open; a quiet one is unknown there. */
export function openMessage(double: Double, channel: string, id: string): DoubleMessage {
  const message = double.world.messages.get(id);
  if (!message || message.channel_id !== channel || message.onlyFor !== undefined) throw unknownMessage();
  return message;
}

export function isForum({ type }: DoubleChannel): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}
