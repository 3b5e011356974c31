import type { ActionEvent, Author, ConversationId, Incoming, PlaceId } from '../../core/index.ts';
import type { Copyable } from './copyable.ts';
import { personId } from './ids.ts';
import { id, text, type Json } from './json.ts';
import type { Published } from './publish.ts';

/** Who wrote a message that we passed on, and where. */
export interface KnownMessage {
  author: Author;
  conversation: ConversationId;
  place: PlaceId;
  private: boolean;
}

/** What reading needs to know; it looks nothing up elsewhere. */
export interface ReadContext {
  /** Our own user id. */
  self(): string;
  isThread(channel: string): boolean;
}

/** How an interaction is answered within its 3 seconds. */
export interface InteractionHead {
  id: string;
  token: string;
  application: string;
  kind: 'command' | 'component' | 'typing' | 'submission';
  private: boolean;
  locale: string | undefined;
}

/** What we answer by ourselves, since nothing of it concerns a conversation. */
export type OwnAnswer =
  | { kind: 'publish'; content: Published | undefined }
  | { kind: 'copy'; values: Copyable | undefined }
  /** The button is for somebody else. */
  | { kind: 'not-yours' }
  /** A message with buttons to get help, for all who read there. */
  | { kind: 'panel' }
  | { kind: 'forgotten' };

export type Read =
  | { kind: 'event'; event: Incoming; interaction?: InteractionHead }
  /** A button whose intent is kept under a key. */
  | { kind: 'kept'; key: string; event: Omit<ActionEvent, 'intent'>; interaction: InteractionHead }
  | { kind: 'own'; answer: OwnAnswer; interaction: InteractionHead }
  /** Messages by their ids alone. */
  | { kind: 'deleted'; messages: string[]; place: PlaceId }
  | { kind: 'ignored' }
  /** Ours by its type, but not readable: the operator hears of it. */
  | { kind: 'unreadable'; type: string };

export const IGNORED: Read = { kind: 'ignored' };

/** The person behind a user object, under the name that others see. */
export function authorOf(user: Json, member: Json, webhook: boolean): Author | undefined {
  const snowflake = id(user['id']);
  if (snowflake === undefined) return undefined;
  const name = text(member['nick']) ?? text(user['global_name']) ?? text(user['username']) ?? '';
  return { id: personId(snowflake), name, bot: webhook || user['bot'] === true };
}

/** A DM is one conversation; elsewhere each author has their own. */
export function conversationOf(place: PlaceId, author: Author, isPrivate: boolean): ConversationId {
  return isPrivate ? place : `${place}/${author.id.slice('discord:'.length)}`;
}
