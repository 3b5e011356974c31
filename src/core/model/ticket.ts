import type { ConversationId, PersonId, PlaceId } from './event.ts';

/** In `resolved` and `closed` nobody is to act: the asker may open another one. */
export const TICKET_STATES = [
  'open',
  'claimed',
  'waiting-for-asker',
  'waiting-for-agent',
  'snoozed',
  'resolved',
  'closed',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

export interface Person {
  id: PersonId;
  name: string;
}

export interface Ticket {
  id: string;
  /** Short number that people say ("#12"). */
  number: number;
  version: number;
  queue: string;
  state: TicketState;
  asker: PersonId;
  askerName: string;
  /** Where it was opened; the assistant is silent there while the ticket is open. */
  conversation: ConversationId;
  /** Where the person reads answers when it is private; else they go by DM. */
  place: PlaceId;
  private: boolean;
  language: string;
  /** What it is about, in the asker's own words, one line. */
  subject?: string;
  /** The desk's thread, once it is posted; absent when no desk is configured. */
  desk?: PlaceId;
  /** Outbox key of the desk's opening post: `set-state` names it. */
  deskOperation?: string;
  agent?: Person;
  /** The person asked the assistant to answer again beside the human. */
  assistantResumed: boolean;
  openedAt: number;
  /** Since when the asker waits for a person, ms; absent while nobody waits for the desk. */
  waitingSince?: number;
  /** When a person is to have answered, by the queue's targets, ms. */
  dueAt?: number;
  snoozedUntil?: number;
  firstReplyAt?: number;
  resolvedAt?: number;
  closedAt?: number;
  /** What agents write in the thread goes to the asker at once. */
  direct?: boolean;
  /** Steps of the escalation ladder that were taken. */
  escalated?: number;
  /** The last thing that either side said to the other. */
  lastLine?: { from: 'asker' | 'agent'; at: number; text: string };
  /** What the asker answered at the end. */
  helped?: boolean;
}

/** What is kept of who did what. */
export type TicketEventKind =
  | 'opened'
  | 'asker-message'
  | 'agent-draft'
  | 'draft-changed'
  | 'draft-dropped'
  | 'agent-message'
  | 'note'
  | 'message-changed'
  | 'message-deleted'
  | 'claimed'
  | 'released'
  | 'handed-over'
  | 'returned'
  | 'snoozed'
  | 'woken'
  | 'resolved'
  | 'closed'
  | 'reopened'
  | 'direct-on'
  | 'direct-off'
  | 'reminded'
  | 'escalated'
  | 'file-kept'
  | 'file-refused'
  | 'delivery-refused'
  | 'act-refused'
  | 'asker-blocked'
  | 'asker-unblocked'
  | 'helped'
  /** The asker's texts were taken out. */
  | 'erased';

/** Append-only. `id` derives from the event that caused it. */
export interface TicketEvent {
  id: string;
  ticket: string;
  at: number;
  kind: TicketEventKind;
  by: Person;
  text?: string;
  /** Draft that an `agent-message`, `note`, `draft-changed` or `draft-dropped` is about. */
  draft?: string;
  /** The message on the platform that it came with. */
  source?: MessageRef;
  /** Attachments that came with it. */
  files?: string[];
  /** The name under which the asker was shown the agent's words. */
  shownAs?: string;
  facts?: Record<string, string | number>;
}

/** A message on a platform. */
export interface MessageRef {
  place: PlaceId;
  messageId: string;
}

/** Which operation passed a platform's message on, so that its edits and its deletion follow. */
export interface Relay {
  source: MessageRef;
  operation: string;
  ticket: string;
  /** The ticket event that keeps its text. */
  event: string;
  /** To whom it went. */
  to: 'desk' | 'asker';
}

/** A file that came with a message; the bytes are in the store, under `id`. */
export interface Attachment {
  id: string;
  ticket: string;
  /** The ticket event that it came with. */
  event: string;
  from: 'asker' | 'agent';
  name: string;
  mime: string;
  size: number;
  state: 'fetching' | 'kept' | 'refused';
  refusal?: FileRefusal;
  /** SHA-256 of the bytes, hexadecimal. */
  hash?: string;
}

/** Why a file is not passed on; each has a text in the locales. */
export type FileRefusal = 'too-large' | 'type' | 'gone' | 'empty' | 'too-many' | 'failed';

/** What an agent sees of an earlier ticket of the same person. */
export interface EarlierTicket {
  id: string;
  number: number;
  state: TicketState;
  openedAt: number;
  subject: string;
}

/** One ticket in a list of an agent. */
export interface TicketLine {
  ticket: Ticket;
  /** Drafts about which nothing was decided. */
  unsent: number;
}
