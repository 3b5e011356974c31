const DAY = 24 * 3_600_000;

/** How long what people said is kept, ms, counted from when it was over. */
export interface Retention {
  /** Texts in the inbox and the outbox. */
  messages: number;
  /** What is remembered of a conversation and its person, since they last spoke. */
  conversations: number;
  /** Files, since their ticket was closed. */
  attachments: number;
  /** Tickets with all that was said in them, since they were closed. */
  tickets: number;
  /** Questions that nobody answered well, and whether answers helped. */
  gaps: number;
  /** The log, where it is a file. */
  logs: number;
}

export const RETENTION: Retention = {
  messages: 7 * DAY,
  conversations: 30 * DAY,
  attachments: 30 * DAY,
  tickets: 180 * DAY,
  gaps: 90 * DAY,
  logs: 14 * DAY,
};
