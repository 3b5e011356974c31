import type { Kysely } from 'kysely';
import type { InboxTable, OutboxTable, ConversationsTable, PersonsTable } from './tables/messages.ts';
import type {
  TicketsTable,
  TicketEventsTable,
  MessageLinksTable,
  RelaysTable,
  AttachmentsTable,
} from './tables/desk.ts';
import type {
  JobsTable,
  VisitsTable,
  TimersTable,
  GapsTable,
  FeedbackTable,
  MembershipsTable,
  PresenceTable,
  PlaceChecksTable,
  AdapterStateTable,
  KeptButtonsTable,
  CountersTable,
  LeasesTable,
} from './tables/work.ts';

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
