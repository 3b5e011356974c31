import type { Kysely } from 'kysely';

/**
 * Column types that SQLite and PostgreSQL share: text, integer (milliseconds, or 0 and 1), blob.
 * Columns named `sequence` share one counter, so that what was said and what was answered can be put in order.
 */
export interface Tables {
  inbox: InboxTable;
  outbox: OutboxTable;
  conversations: ConversationsTable;
  persons: PersonsTable;
  tickets: TicketsTable;
  ticket_events: TicketEventsTable;
  message_links: MessageLinksTable;
  jobs: JobsTable;
  visits: VisitsTable;
  timers: TimersTable;
  gaps: GapsTable;
  feedback: FeedbackTable;
  adapter_state: AdapterStateTable;
  place_checks: PlaceChecksTable;
  relays: RelaysTable;
  attachments: AttachmentsTable;
  memberships: MembershipsTable;
  presence: PresenceTable;
  counters: CountersTable;
  leases: LeasesTable;
  kept_buttons: KeptButtonsTable;
}

/** A connection or an open transaction. */
export type Queries = Kysely<Tables>;

/** `seen` is a message that is not ours: nothing but its id is kept. */
type InboxState = 'pending' | 'done' | 'dead' | 'seen';

interface InboxTable {
  sequence: number;
  id: string;
  state: InboxState;
  at: number;
  conversation: string | null;
  place: string | null;
  author: string | null;
  /** Ticket that the event itself names. */
  ticket: string | null;
  /** JSON of the redacted Event without its handle. */
  event: string | null;
  /** Encrypted answer handle, until `handle_expires_at`. */
  handle: Buffer | null;
  handle_expires_at: number | null;
  /** JSON of the Outcome. */
  outcome: string | null;
  /** Why it is dead. */
  reason: string | null;
  ended_at: number | null;
}

/** `replaced`: a newer edit of the same message took its place before it was sent. */
type OutboxState = 'queued' | 'sending' | 'sent' | 'dead' | 'replaced';

export interface OutboxTable {
  sequence: number;
  key: string;
  state: OutboxState;
  adapter: string;
  kind: string;
  /** Rows of one lane leave one at a time, in order: the target place, before it is known what stands for it. */
  lane: string;
  /** Key of the row whose receipt this one needs. */
  awaits: string | null;
  /** JSON of the Operation; empty when its time was over. */
  operation: string;
  /** Event whose Turn asked for it. */
  cause: string;
  answers: string | null;
  ticket: string | null;
  report: number;
  /** Times it was taken for delivery. */
  attempts: number;
  ready_at: number;
  queued_at: number;
  /** Where it goes, as far as that is known; where it went. */
  place: string | null;
  reason: string | null;
  receipt_place: string | null;
  receipt_message: string | null;
  ended_at: number | null;
  /** Process that is sending it. */
  owner: string | null;
}

interface ConversationsTable {
  id: string;
  version: number;
  place: string;
  secret_expected_until: number;
  /** JSON of the ConversationState. */
  state: string;
  /** Whose it is; null for what an older version left. */
  person: string | null;
  touched_at: number | null;
}

interface PersonsTable {
  id: string;
  version: number;
  name: string;
  language: string | null;
  blocked: number;
  touched_at: number | null;
}

export interface TicketsTable {
  id: string;
  number: number;
  version: number;
  queue: string;
  state: string;
  /** 1 while someone is to act on it; the unique index "one open ticket" looks here. */
  open: number;
  asker: string;
  asker_name: string;
  conversation: string;
  place: string;
  private: number;
  language: string;
  desk: string | null;
  desk_operation: string | null;
  agent_id: string | null;
  agent_name: string | null;
  assistant_resumed: number;
  opened_at: number;
  closed_at: number | null;
  subject: string | null;
  /** JSON of the Ticket's `lastLine`. */
  last_line: string | null;
  /** JSON of what else a Ticket says, without anybody's words. */
  details: string | null;
}

export interface TicketEventsTable {
  sequence: number;
  id: string;
  ticket: string;
  at: number;
  kind: string;
  by_id: string;
  by_name: string;
  text: string | null;
  draft: string | null;
  /** JSON of a TicketEvent's source, files, shown name and facts. */
  details: string | null;
}

/** Which of our operations a message on a platform is. */
interface MessageLinksTable {
  place: string;
  message: string;
  operation: string;
  ticket: string | null;
  at: number;
}

interface JobsTable {
  sequence: number;
  id: string;
  state: 'queued' | 'running' | 'done';
  person: string;
  /** JSON of the JobRequest. */
  request: string;
  /** Process that runs it, and until when (ms) nobody else may. */
  owner: string | null;
  leased_until: number | null;
  ended_at: number | null;
}

interface VisitsTable {
  at: number;
  person: string;
  place: string;
  target: string;
}

export interface TimersTable {
  id: string;
  due_at: number;
  conversation: string;
  place: string;
  person: string;
  ticket: string | null;
  kind: string | null;
}

interface GapsTable {
  id: string;
  at: number;
  kind: string;
  language: string;
  text: string;
  intent: string | null;
  fact: string | null;
}

interface FeedbackTable {
  id: string;
  at: number;
  helped: number;
  intent: string;
  conversation: string;
}

interface AdapterStateTable {
  name: string;
  value: string;
}

/** Until when a place's history was compared with the inbox, ms. */
interface PlaceChecksTable {
  place: string;
  checked_at: number;
}

/** As which operation a platform's message was passed on. */
interface RelaysTable {
  place: string;
  message: string;
  operation: string;
  ticket: string;
  event: string;
  to: string;
}

interface AttachmentsTable {
  id: string;
  ticket: string | null;
  /** The ticket event that it came with. */
  event: string | null;
  sender: string | null;
  name: string;
  mime: string;
  size: number;
  state: string;
  refusal: string | null;
  hash: string | null;
  content: Buffer | null;
  at: number;
}

/** Whether a person may act at a desk, as of `checked_at`. */
interface MembershipsTable {
  desk: string;
  person: string;
  member: number;
  checked_at: number;
}

interface PresenceTable {
  person: string;
  name: string;
  away: number;
}

/** The last number given; PostgreSQL has a sequence instead. */
interface CountersTable {
  name: string;
  value: number;
}

/** What only one process at a time may work on: a ticket or conversation, or deliveries to a platform. */
interface LeasesTable {
  name: string;
  owner: string;
  token: number;
  expires_at: number;
}

interface KeptButtonsTable {
  /** Stands in the button. */
  key: string;
  /** JSON of the redacted intent. */
  intent: string;
  ticket: string | null;
  kept_at: number;
}
