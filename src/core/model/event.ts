import type { Intent } from './intent.ts';
import type { CheckStep, JobOutcome } from './job.ts';

/** `<adapter>:<rest>`; only the named adapter reads past the colon. */
export type AdapterScoped = `${string}:${string}`;
/** Somewhere a message can be posted: a channel, a thread, a DM, a web visitor's page. */
export type PlaceId = AdapterScoped;
/** A place *and* the asker in it: slots and language belong to each author. A DM is one conversation. */
export type ConversationId = AdapterScoped;
export type PersonId = AdapterScoped;
/** The platform's own event id behind the adapter's name: the dedupe key. */
export type EventId = AdapterScoped;

/** What redaction took out of a text; never the secret itself. */
export type SecretKind =
  | 'password'
  | 'authorization-code'
  | 'app-password'
  | 'auth-line'
  | 'token'
  | 'phone'
  | 'card'
  | 'national-id';

export interface Author {
  id: PersonId;
  name: string;
  bot: boolean;
}

/** How a message reached us. `thread` means: seen in a thread, not addressed by name; ignored unless we talk with its author there. */
export type Addressed = 'direct' | 'mention' | 'thread' | 'command';

/** A file that came with a message. `url` is short-lived and may be private: a job fetches it, it is never shown. */
export interface FileRef {
  name: string;
  mime: string;
  /** Bytes, as the platform states it. */
  size: number;
  url?: string;
}

export interface EventBase {
  id: EventId;
  conversation: ConversationId;
  /** Where an answer goes. */
  place: PlaceId;
  /** True where only the author and the assistant can read (DM, terminal, web page). */
  private: boolean;
  author: Author;
  /** Milliseconds since the epoch, from the platform. */
  at: number;
  /** The platform's locale hint, BCP 47. */
  locale?: string;
  /**
   * A short-lived answer handle (Discord interaction token, Slack response_url), kept encrypted
   * and erased at `expiresAt` (ms).
   */
  handle?: { value: string; expiresAt: number };
}

export interface MessageEvent extends EventBase {
  type: 'message';
  text: string;
  files: FileRef[];
  addressed: Addressed;
  /** The platform's id of the message; edits and deletes name it. */
  messageId?: string;
  /** "Send to asker" was used on this message of the desk: it is to be sent as it stands. */
  meant?: 'send-to-asker';
  /** What the platform calls a message that is more than words: its text is what could be read of it. */
  odd?: OddKind;
  /** Begins by naming somebody else: in a thread it is not for us, unless a ticket is open there. */
  toOthers?: true;
  /** Found by looking back, not told to us when it was said. `replied`: another person has answered it since. */
  late?: { replied: boolean };
}

/** Kinds of messages that cannot be passed on as they are; each has a text in the locales. */
export type OddKind = 'sticker' | 'poll' | 'forward' | 'voice' | 'other';

/** A pressed button or a chosen option: it carries a whole Intent. `on` is the operation key of the message pressed on, where known. */
export interface ActionEvent extends EventBase {
  type: 'action';
  intent: Intent;
  on?: string;
}

/** The commands of `/mail`, in the order in which they are offered. */
export const COMMAND_NAMES = [
  'ask',
  'settings',
  'check',
  'diagnose',
  'compare',
  'human',
  'language',
  'privacy',
  'help',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** A parsed slash command; free text comes as `ask`. */
export interface CommandEvent extends EventBase {
  type: 'command';
  command: CommandName;
  text: string;
  /** Still being typed: wants `options` at once, is neither stored nor answered. */
  typing?: true;
}

/** `/desk …`: what agents type. Only `parseDeskCommand` reads its words. `ticket` is absent for "the one of this place". */
export interface DeskCommandEvent extends EventBase {
  type: 'desk-command';
  command: DeskCommand;
  /** Number that was typed: `#12`. */
  number?: number;
  text: string;
}

export const DESK_COMMANDS = [
  'mine',
  'queue',
  'claim',
  'release',
  'hand',
  'note',
  'send',
  'canned',
  'snooze',
  'wake',
  'resolve',
  'close',
  'reopen',
  'direct',
  'block',
  'unblock',
  'away',
  'back',
  'help',
] as const;
export type DeskCommand = (typeof DESK_COMMANDS)[number];

export interface SubmissionEvent extends EventBase {
  type: 'submission';
  form: string;
  /** Of a `Form`: what it was about. */
  about?: string;
  fields: Record<string, string>;
}

export interface EditedEvent extends EventBase {
  type: 'edited';
  messageId: string;
  text: string;
}

export interface DeletedEvent extends EventBase {
  type: 'deleted';
  messageId: string;
}

/** The assistant was added to a place: it introduces itself there once. */
export interface JoinedEvent extends EventBase {
  type: 'joined';
}

/**
 * A person looks at something of ours that is drawn anew each time: `home`, a page that they alone see, or
 * `assistant`, the private chat with what one might ask.
 */
export interface OpenedEvent extends EventBase {
  type: 'opened';
  surface: 'home' | 'assistant';
}

export interface JobFinishedEvent extends EventBase {
  type: 'job-finished';
  job: string;
  outcome: JobOutcome;
}

/** A job has got further, and is not done yet. */
export interface JobProgressEvent extends EventBase {
  type: 'job-progress';
  job: string;
  /** Operation key of the "Checking…" message. */
  progress: string;
  host: string;
  step: CheckStep;
}

export interface TimerDueEvent extends EventBase {
  type: 'timer-due';
  timer: string;
  /** Of a ticket's timer: which, and what for. */
  ticket?: string;
  kind?: TimerKind;
  /** When it was due, ms. */
  dueAt?: number;
}

/** `wake`: a snooze ends; `unclaimed`: the next step of the ladder; `due`: a reply target is missed; `ask-helped`, `close`: after the end. */
export type TimerKind = 'wake' | 'unclaimed' | 'remind' | 'due' | 'ask-helped' | 'close';

/** An operation that asked for a report was delivered, or will never be. */
export interface DeliveryEvent extends EventBase {
  type: 'delivery';
  operation: string;
  outcome: 'sent' | 'refused';
  /** Why it was refused, from `RefusalCode`. */
  code?: RefusalCode;
}

/** Reasons a platform will never accept an operation; each has a text in the locales. */
export type RefusalCode =
  | 'direct-closed'
  | 'place-gone'
  | 'place-archived'
  /** No more threads or posts can be opened there. */
  | 'place-full'
  | 'not-a-member'
  | 'missing-permission'
  | 'too-large'
  | 'rejected'
  | 'expired'
  /** It waited when a backup was made: the operator decides. */
  | 'held';

/** What an adapter reads from its platform, text not yet redacted: it exists in memory only. */
export type Incoming =
  | MessageEvent
  | ActionEvent
  | CommandEvent
  | DeskCommandEvent
  | SubmissionEvent
  | EditedEvent
  | DeletedEvent
  | JoinedEvent
  | OpenedEvent
  | JobFinishedEvent
  | JobProgressEvent
  | TimerDueEvent
  | DeliveryEvent;

/** What may be stored: every text redacted. Only `redactEvent` makes one. */
export type Event = Incoming & { readonly redactions: readonly SecretKind[] };
