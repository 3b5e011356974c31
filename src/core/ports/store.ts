import type {
  AgentInfo,
  Attachment,
  ConversationId,
  Event,
  EventId,
  JobRequest,
  Membership,
  Operation,
  PersonId,
  PlaceId,
  Receipt,
  RefusalCode,
  Retention,
  Situation,
  Ticket,
  TicketEvent,
  Timer,
  Turn,
  Visit,
  VisitLimit,
} from '../model.ts';

export interface StoredEvent {
  event: Event;
  /** Ticket or conversation: events of one lane are handled one at a time, in order of `sequence`. */
  lane: string;
  sequence: number;
}

export interface OutboxRow {
  operation: Operation;
  sequence: number;
  place: PlaceId | undefined;
  attempts: number;
  /** `sending` after a crash means: look whether it arrived before sending it again. */
  state: 'queued' | 'sending';
  queuedAt: number;
  /** When that came about which it answers or passes on, as a platform's own clock says: ours may be wrong. Absent where it is no longer kept. */
  causedAt?: number;
  /** Bytes of a `file`. */
  content?: Uint8Array;
  /** Receipt of the operation that an edit, delete, `set-state` or `opened` target names; absent while it is still awaited. */
  target?: Receipt;
  /** Decrypted answer handle of the event that a post answers, while it lives. */
  handle?: string;
}

export type StoreFault = 'locked' | 'full' | 'read-only' | 'broken' | 'unreachable' | 'denied';

/** The state store refused: nothing was changed. `code` tells the operator what to do. */
export class StoreError extends Error {
  readonly code: StoreFault;
  constructor(code: StoreFault, cause: unknown) {
    super(`the state store is ${code}`, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/** Nobody knows yet whether it was said to us: nothing was stored, and it should come again in a moment. */
export class NotYetKnown extends Error {
  constructor() {
    super('the place may be one that is being opened for a ticket');
    this.name = 'NotYetKnown';
  }
}

/** A row changed between load and commit: load again and respond again. */
export class VersionConflict extends Error {
  constructor() {
    super('state changed since it was loaded');
    this.name = 'VersionConflict';
  }
}

/** Another process works on this ticket or conversation by now: the event is no longer ours. */
export class LeaseLost extends Error {
  constructor() {
    super('another process has taken this over');
    this.name = 'LeaseLost';
  }
}

/** What is worth a look: hints between processes that share a state, which may be lost. */
export type HintTopic = 'inbox' | 'outbox' | 'jobs';

/** `checkedAt` (ms): when its history was read last. `seenUntil` (ms, by the platform's clock): all said there before has been received. */
export interface PlaceToCheck {
  place: PlaceId;
  checkedAt: number | undefined;
  seenUntil?: number;
  /** An open ticket's. */
  urgent?: true;
}

export interface WholeTicket {
  ticket: Ticket;
  events: TicketEvent[];
  attachments: Attachment[];
}

export interface KeptFile {
  attachment: string;
  name: string;
  mime: string;
  hash: string;
  bytes: Uint8Array;
}

/** All state. Every method either does everything or throws StoreError and does nothing. */
export interface Store {
  /** Other processes may work on it at the same time: then what there is to do must be looked for from time to time. */
  readonly shared: boolean;
  /** How often a process must look for work, ms, so that nobody takes from it what it holds. */
  readonly lookEvery: number;
  /** Calls back when another process, or this one, has left something to do. */
  hear(hearer: (topic: HintTopic) => void): void;
  /** False when the id is there already. `durable` when it resolves. */
  accept(event: Event): Promise<boolean>;
  /** Only the id, of a message that is not ours: so that it is not looked at again. */
  acceptIdOnly(id: EventId, at: number): Promise<boolean>;
  /**
   * Whether we talk with this author there, or it is a desk's thread. `opening`: a place is being opened on that
   * platform just now, and this may be it.
   */
  concerns(conversation: ConversationId, place: PlaceId): Promise<'conversation' | 'desk' | 'opening' | undefined>;
  secretExpected(conversation: ConversationId, now: number): Promise<boolean>;
  /**
   * Oldest first, those with a sequence above `after` (0 when absent). Where the store is shared: more that this process
   * may work on now, whatever their sequence; to be asked again from time to time, or it loses what it has in hand.
   */
  pendingEvents(limit: number, after?: number): Promise<StoredEvent[]>;
  situation(event: Event): Promise<Omit<Situation, 'settings'>>;
  /** Each Turn in its own savepoint, all in one transaction; a rejected one (VersionConflict, LeaseLost) is rolled back alone. */
  commit(turns: readonly Turn[], now: number): Promise<PromiseSettledResult<void>[]>;
  /** Rejects with LeaseLost when the event is another process's by now. */
  deadLetterEvent(id: EventId, reason: string, now: number): Promise<void>;

  /** Ready rows (of one adapter, when named), in order, at most one for each target place; marks them `sending`. */
  takeOutbox(now: number, limit: number, adapter?: string): Promise<OutboxRow[]>;
  /** Whether rows that were taken may still be sent: another process takes over from one that stood still. */
  maySend(adapter: string): boolean;
  delivered(key: string, receipt: Receipt, now: number): Promise<void>;
  retryLater(key: string, at: number, reason: string): Promise<void>;
  refused(key: string, code: RefusalCode, now: number): Promise<void>;

  /** In turns: nobody's second job before everybody's first, and at most `perPerson` of one person running. */
  takeJobs(now: number, limit: number, perPerson: number): Promise<JobRequest[]>;
  /** Counts one visit, by `visitLimit`; says which count is full when it may not happen. Outlives a restart. */
  admit(visit: Visit): Promise<VisitLimit | undefined>;
  /** Puts a `job-progress` event into the inbox, unless the job has ended or was cancelled. */
  reportJob(job: string, event: Event): Promise<void>;
  /** Puts the `job-finished` event into the inbox and ends the job, in one transaction. */
  finishJob(job: string, event: Event): Promise<void>;
  dueTimers(now: number, limit: number): Promise<Timer[]>;
  finishTimer(timer: string, event: Event): Promise<void>;
  /** Jobs and outbox rows that a crash left half done become ready again. */
  recover(now: number): Promise<{ events: number; outbox: number; jobs: number }>;
  /** Erases what has expired, a little at a time. True when there may be more. */
  eraseExpired(now: number, keep: Retention): Promise<boolean>;

  /** The attachment's bytes, under the id that its job names. Again is no fault. */
  keepFile(file: KeptFile, now: number): Promise<void>;
  fileOf(attachment: string): Promise<KeptFile | undefined>;
  /** Who was seen at a desk, and whether they are away. */
  agents(): Promise<AgentInfo[]>;
  isBlocked(person: PersonId): Promise<boolean>;
  /** By ticket, how many drafts there are about which nothing was decided; tickets without any are left out. */
  unsentDrafts(tickets: readonly string[]): Promise<ReadonlyMap<string, number>>;
  membership(desk: PlaceId, person: PersonId): Promise<Membership | undefined>;
  /** What was learnt of a person's right to act at a desk. */
  setMembership(desk: PlaceId, person: PersonId, membership: Membership): Promise<void>;

  tickets(filter: { states?: Ticket['state'][]; limit: number }): Promise<Ticket[]>;
  ticketWithEvents(id: string): Promise<{ ticket: Ticket; events: TicketEvent[] } | undefined>;
  /** By the number that people say, with what came as files. */
  ticketNumbered(number: number): Promise<WholeTicket | undefined>;
  /** What was posted to and said in a place, for a page that shows it; outbox sequences above `after`. */
  history(place: PlaceId, after: number, limit: number): Promise<HistoryEntry[]>;
  /**
   * Places of an adapter whose history may hold what we missed: those of open tickets first, then where somebody spoke
   * after `since` (ms) and `others`; the least recently checked first.
   */
  placesToCheck(adapter: string, since: number, others: readonly PlaceId[], limit: number): Promise<PlaceToCheck[]>;
  /** Somebody writes there: its history is to be read, whatever becomes of what is being said. */
  placeHeard(place: PlaceId): Promise<void>;
  /**
   * Its history was read now, up to a message from `seenUntil` (ms, by the platform's clock), where any stands there.
   * Notes from before `forgetBefore` (ms) are dropped.
   */
  placeChecked(
    place: PlaceId,
    check: { at: number; seenUntil?: number | undefined },
    forgetBefore: number,
  ): Promise<void>;
  counts(): Promise<Record<'events' | 'outbox' | 'deadEvents' | 'deadOutbox' | 'jobs' | 'tickets', number>>;
  /** Events that wait, and messages that wait or are on their way, by adapter. */
  depths(): Promise<Record<'inbox' | 'outbox', Record<string, number>>>;
  close(): Promise<void>;
}

export type HistoryEntry =
  | { from: 'assistant'; sequence: number; operation: Operation; at: number }
  | { from: 'asker'; sequence: number; text: string; at: number; messageId?: string };
