import type { Generated } from 'kysely';

export interface JobsTable {
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

export interface VisitsTable {
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

export interface GapsTable {
  id: string;
  at: number;
  kind: string;
  language: string;
  text: string;
  intent: string | null;
  fact: string | null;
}

export interface FeedbackTable {
  id: string;
  at: number;
  helped: number;
  intent: string;
  conversation: string;
}

/** Whether a person may act at a desk, as of `checked_at`. */
export interface MembershipsTable {
  desk: string;
  person: string;
  member: number;
  checked_at: number;
}

export interface PresenceTable {
  person: string;
  name: string;
  away: number;
}

/** Until when a place's history was compared with the inbox, ms. */
export interface PlaceChecksTable {
  place: string;
  checked_at: number;
  /** By the platform's clock. */
  seen_until: Generated<number | null>;
}

export interface AdapterStateTable {
  name: string;
  value: string;
}

export interface KeptButtonsTable {
  /** Stands in the button. */
  key: string;
  /** JSON of the redacted intent. */
  intent: string;
  ticket: string | null;
  kept_at: number;
}

/** The last number given; PostgreSQL has a sequence instead. */
export interface CountersTable {
  name: string;
  value: number;
}

/** What only one process at a time may work on: a ticket or conversation, or deliveries to a platform. */
export interface LeasesTable {
  name: string;
  owner: string;
  token: number;
  expires_at: number;
}
