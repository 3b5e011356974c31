import type { Addressed, Author, EventBase } from '../../core/index.ts';
import { plainText } from './escape.ts';
import { filesOf, oddnessOf } from './read-files.ts';
import { conversationId, eventId, personId, placeId, tsToMs } from './ids.ts';
import { ignored, type ReadContext, type Reading, type SlackIdentity } from './read-context.ts';
import type { SlackMessageEvent, SlackMessagePart } from './schema.ts';

/** Subtypes that are a person speaking; joins, topics and the like are not. */
const SPOKEN = new Set(['file_share', 'thread_broadcast', 'me_message', 'bot_message']);
const SLACKBOT = 'USLACKBOT';

/** "@Ben, …": said in a thread, but not to us. */
const TO_SOMEBODY_ELSE = /^\s*<[@!]/;

interface MessageScope {
  event: SlackMessageEvent;
  part: SlackMessagePart;
  ts: string;
  context: ReadContext;
}

function isBot(part: SlackMessagePart, self: SlackIdentity): boolean {
  return (
    part.bot_id !== undefined || part.subtype === 'bot_message' || part.user === self.user || part.user === SLACKBOT
  );
}

function authorOf(scope: MessageScope): Author {
  const { part, context } = scope;
  const user = part.user ?? part.bot_id ?? 'unknown';
  return { id: personId(teamOf(scope), user), name: context.name ?? user, bot: isBot(part, context.self) };
}

function teamOf({ context }: MessageScope): string {
  return context.self.team ?? '';
}

function isOwnDirect(event: SlackMessageEvent): boolean {
  return event.channel_type === 'im' || (event.channel_type === undefined && event.channel.startsWith('D'));
}

/** A message that has replies names itself as their thread: that is not where it was said. */
function threadOf(part: SlackMessagePart, ts: string): string | undefined {
  return part.thread_ts === ts ? undefined : part.thread_ts;
}

/** In a DM the answer goes into the thread only if the person opened one; in a channel always. */
function baseOf(scope: MessageScope): Omit<EventBase, 'id'> {
  const { event, part, ts, context } = scope;
  const direct = isOwnDirect(event);
  const thread = threadOf(part, ts) ?? (direct ? undefined : ts);
  const place = { team: teamOf(scope), channel: event.channel, ...(thread !== undefined && { thread }) };
  return {
    conversation: conversationId(place, part.user ?? part.bot_id ?? 'unknown', direct),
    place: placeId(place),
    private: direct,
    author: authorOf(scope),
    at: tsToMs(event.event_ts ?? ts),
    ...(context.locale !== undefined && { locale: context.locale }),
  };
}

function textOf({ part, context }: MessageScope): string {
  return messageText(part, context.self.user);
}

/** What a message says, and what it passes on of others. */
export function messageText(part: SlackMessagePart, self: string | undefined): string {
  const forwarded = (part.attachments ?? []).flatMap((each) =>
    (each.is_share === true || each.is_msg_unfurl === true) && each.text !== undefined ? [each.text] : [],
  );
  return plainText([part.text ?? '', ...forwarded].join('\n'), self);
}

/** Slack sends a mention in a channel twice, as `message` and as `app_mention`: both must read the same. */
function addressedOf({ event, part, context }: MessageScope): Addressed | undefined {
  if (isOwnDirect(event)) return 'direct';
  const named = context.self.user !== undefined && (part.text ?? '').includes(`<@${context.self.user}`);
  if (event.type === 'app_mention' || named) return 'mention';
  return part.thread_ts !== undefined && part.thread_ts !== part.ts ? 'thread' : undefined;
}

function readSpoken(scope: MessageScope): Reading {
  const addressed = addressedOf(scope);
  if (addressed === undefined) return ignored('message', 'not-addressed');
  const { event, part, ts } = scope;
  return {
    kind: 'event',
    event: {
      ...baseOf(scope),
      type: 'message',
      id: eventId(teamOf(scope), event.channel, ts),
      text: textOf(scope),
      files: filesOf(part),
      addressed,
      messageId: ts,
      ...oddnessOf(part),
      ...(addressed === 'thread' && TO_SOMEBODY_ELSE.test(part.text ?? '') && { toOthers: true }),
    },
  };
}

/** Only what a person changed: Slack also reports unfurled links and our own edits this way. */
function readChanged(event: SlackMessageEvent, context: ReadContext): Reading {
  const part = event.message;
  if (part?.ts === undefined) return { kind: 'unreadable', type: 'message_changed' };
  if (part.subtype === 'tombstone') return readDeleted({ ...event, deleted_ts: part.ts }, context);
  if (isBot(part, context.self)) return ignored('message_changed', 'own-change');
  const same = part.text === event.previous_message?.text;
  if (part.edited === undefined || same) return ignored('message_changed', 'nothing-to-do');
  const scope = { event, part, ts: part.ts, context };
  return {
    kind: 'event',
    event: {
      ...baseOf(scope),
      type: 'edited',
      id: eventId(teamOf(scope), event.channel, part.ts, 'edited', part.edited.ts),
      messageId: part.ts,
      text: textOf(scope),
    },
  };
}

function readDeleted(event: SlackMessageEvent, context: ReadContext): Reading {
  const part = event.previous_message;
  const ts = event.deleted_ts ?? part?.ts;
  if (ts === undefined || part?.user === undefined) return ignored('message_deleted', 'nothing-to-do');
  if (isBot(part, context.self)) return ignored('message_deleted', 'own-change');
  const scope = { event, part, ts, context };
  return {
    kind: 'event',
    event: {
      ...baseOf(scope),
      type: 'deleted',
      id: eventId(teamOf(scope), event.channel, ts, 'deleted', event.event_ts ?? ts),
      messageId: ts,
    },
  };
}

/** `message` in all its subtypes, and `app_mention`. */
export function readMessage(event: SlackMessageEvent, context: ReadContext): Reading {
  if (event.subtype === 'message_changed') return readChanged(event, context);
  if (event.subtype === 'message_deleted') return readDeleted(event, context);
  const spoken = event.subtype === undefined || SPOKEN.has(event.subtype);
  if (!spoken || event.ts === undefined) return ignored(event.subtype ?? 'message', 'nothing-to-do');
  return readSpoken({ event, part: event, ts: event.ts, context });
}
