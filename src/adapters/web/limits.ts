/** What one request, one page and one visitor may take. Times in milliseconds. */
export const LIMITS = {
  /** Bytes of a request's body. */
  body: 64 * 1024,
  /** Of one with files. */
  bodyWithFiles: 12 * 1024 * 1024,
  /** Files of one message. */
  uploads: 5,
  ticketsLookedAt: 1_000,
  /** Entries that a page shows before "Show earlier messages". */
  pageEntries: 100,
  /** Entries asked of the store: what is older can be neither seen nor pressed. */
  historyEntries: 1_000,
  /** Characters of an answer that are shown before "…more". */
  answer: 1_500,
  /** Open event streams of one place: a person has few tabs. */
  streamsPerPlace: 8,
  /** How often a stream says that it lives, and looks for what it may have missed. */
  heartbeat: 15_000,
  /** How long a page without script waits for the answer before it is shown. */
  answerWait: 1_500,
  visitorCookie: 180 * 24 * 60 * 60 * 1000,
  deskSession: 12 * 60 * 60 * 1000,
  deskSessions: 200,
  /** Open requests in the list. */
  tickets: 500,
  agentName: 60,
  /** Characters of one field of a form. */
  formField: 10_000,
} as const;

/** `burst` at once, then one more every `every` milliseconds. */
export const RATES = {
  messages: { burst: 12, every: 2_000 },
  /** Wrong desk tokens from one address: 5, then 3 an hour. */
  signIns: { burst: 5, every: 20 * 60 * 1000 },
} as const;
