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
export interface MessageLinksTable {
  place: string;
  message: string;
  operation: string;
  ticket: string | null;
  at: number;
}

/** As which operation a platform's message was passed on. */
export interface RelaysTable {
  place: string;
  message: string;
  operation: string;
  ticket: string;
  event: string;
  to: string;
}

export interface AttachmentsTable {
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
