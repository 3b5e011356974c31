/** `seen` is a message that is not ours: nothing but its id is kept. */
type InboxState = 'pending' | 'done' | 'dead' | 'seen';

export interface InboxTable {
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

export interface ConversationsTable {
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

export interface PersonsTable {
  id: string;
  version: number;
  name: string;
  language: string | null;
  blocked: number;
  touched_at: number | null;
}
