import { MessageType } from 'discord-api-types/v10';
import type { Addressed, Author, PlaceId } from '../../core/index.ts';
import { isThreadType } from './channels.ts';
import { placeId, timeOf } from './ids.ts';
import { id, number, record, records, text, type Json } from './json.ts';
import { filesOf, oddKind, wordsOf } from './message-parts.ts';
import { authorOf, conversationOf, IGNORED, type Read, type ReadContext } from './read-context.ts';

/** The others are announcements of Discord's own: somebody joined, a thread was made. */
const SAID: ReadonlySet<unknown> = new Set([MessageType.Default, MessageType.Reply, undefined]);

interface Head {
  message: string;
  channel: string;
  place: PlaceId;
  private: boolean;
  author: Author;
}

function headOf(data: Json): Head | undefined {
  const message = id(data['id']);
  const channel = id(data['channel_id']);
  const webhook = text(data['webhook_id']) !== undefined;
  const author = authorOf(record(data['author']), record(data['member']), webhook);
  if (message === undefined || channel === undefined || author === undefined) return undefined;
  return { message, channel, place: placeId(channel), private: text(data['guild_id']) === undefined, author };
}

function mentions(data: Json, self: string): boolean {
  const repliedTo = record(record(data['referenced_message'])['author']);
  return repliedTo['id'] === self || records(data['mentions']).some((user) => user['id'] === self);
}

/** Messages in threads alone carry a `position`. */
function inThread(data: Json, channel: string, context: ReadContext): boolean {
  return isThreadType(data['channel_type']) || number(data['position']) !== undefined || context.isThread(channel);
}

function addressedOf(data: Json, head: Head, context: ReadContext): Addressed | undefined {
  if (head.private) return 'direct';
  if (mentions(data, context.self())) return 'mention';
  return inThread(data, head.channel, context) ? 'thread' : undefined;
}

/** Our own name in what was written says nothing. */
function textOf(data: Json, self: string): string {
  return wordsOf(data)
    .replaceAll(new RegExp(`<@!?${self}>`, 'g'), ' ')
    .trim();
}

interface Said {
  head: Head;
  addressed: Addressed;
  base: {
    conversation: ReturnType<typeof conversationOf>;
    place: PlaceId;
    private: boolean;
    author: Author;
  };
}

/** Undefined where a message is not for us: our own, one of Discord's, or one that does not address us. */
function saidOf(data: Json, context: ReadContext): Said | 'unreadable' | undefined {
  const head = headOf(data);
  if (head === undefined) return 'unreadable';
  if (head.author.id === `discord:${context.self()}` || !SAID.has(data['type'])) return undefined;
  const addressed = addressedOf(data, head, context);
  if (addressed === undefined) return undefined;
  const { place, author } = head;
  const conversation = conversationOf(place, author, head.private);
  return { head, addressed, base: { conversation, place, private: head.private, author } };
}

export function readMessageCreate(data: Json, context: ReadContext): Read {
  const said = saidOf(data, context);
  if (said === 'unreadable') return { kind: 'unreadable', type: 'MESSAGE_CREATE' };
  if (said === undefined) return IGNORED;
  const { head, addressed, base } = said;
  const words = textOf(data, context.self());
  const files = filesOf(data);
  // Without the Message Content intent Discord leaves out what is said in threads: nothing is there to act on.
  if (addressed === 'thread' && words === '' && files.length === 0) return IGNORED;
  const { message } = head;
  const odd = oddKind(data);
  return {
    kind: 'event',
    event: {
      ...base,
      type: 'message',
      id: `discord:${message}`,
      at: timeOf(message),
      text: words,
      files,
      addressed,
      messageId: message,
      ...(odd && { odd }),
    },
  };
}

/** Discord also tells of previews and pins; only a change of the words carries the time of an edit. */
export function readMessageUpdate(data: Json, context: ReadContext): Read {
  const edited = Date.parse(text(data['edited_timestamp']) ?? '');
  if (Number.isNaN(edited) || text(data['content']) === undefined) return IGNORED;
  const said = saidOf(data, context);
  if (said === undefined || said === 'unreadable') return IGNORED;
  const { head, base } = said;
  return {
    kind: 'event',
    event: {
      ...base,
      type: 'edited',
      id: `discord:${head.message}/edit/${edited}`,
      at: edited,
      messageId: head.message,
      text: textOf(data, context.self()),
    },
  };
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((one: unknown) => id(one) ?? []) : [];
}

/** Discord names ids only, of one message or of many: whose they were is looked up. */
export function readMessageDelete(data: Json): Read {
  const messages = [...idsOf([data['id']]), ...idsOf(data['ids'])];
  const channel = id(data['channel_id']);
  return messages.length > 0 && channel !== undefined
    ? { kind: 'deleted', messages, place: placeId(channel) }
    : { kind: 'unreadable', type: 'MESSAGE_DELETE' };
}
