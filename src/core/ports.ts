import type {
  Attachment,
  CheckStep,
  ConversationId,
  Discovery,
  Event,
  EventId,
  FileRef,
  Immediate,
  Incoming,
  IntentName,
  JobRequest,
  Visit,
  VisitLimit,
  Membership,
  Operation,
  PersonId,
  PlaceId,
  Provider,
  Receipt,
  Retention,
  RefusalCode,
  ServerCheck,
  Situation,
  Source,
  Ticket,
  TicketEvent,
  Timer,
  Turn,
} from './model.ts';
import type { ClassifierModel } from './nlu/classifier-model.ts';
import type { OwnTopics } from './own-topics/model.ts';
import type { NameHeads } from './nlu/slots/names.ts';

/** How a domain, name or host was matched. `typo` names the known spelling. */
export interface ProviderMatch {
  provider: Provider;
  via: 'domain' | 'subdomain' | 'alias' | 'host' | 'retired-host' | 'mx' | 'typo';
  /** The known domain, alias or host that matched. */
  matched: string;
}

export interface AliasHit {
  provider: string;
  /** The name is also an everyday word, or a program: it counts only with "@", a mail word, or as the answer to "which provider?". */
  weak: boolean;
}

/** One FAQ topic in one language; texts are small Markdown. */
export interface Topic {
  id: string;
  intent: IntentName;
  /** Short answer, and what stands behind "more". */
  answer: string;
  details?: string;
  steps?: string[];
  sources: Source[];
}

export interface ErrorEntry {
  id: string;
  intent: IntentName;
  /** Finding code that the entry stands for. */
  finding?: string;
  /** Provider it is specific to. */
  provider?: string;
  meaning: string;
  todo: string[];
  sources: Source[];
}

export interface ErrorPattern {
  /** Id of the entry it stands for. */
  id: string;
  pattern: RegExp;
  intent: IntentName;
}

export interface ClientGuide {
  id: string;
  name: string;
  platform?: string;
  version?: string;
  /** Where the server settings are, in menu words of the language. */
  steps: string[];
  sources: Source[];
}

/** Read-only, synchronous look-ups; built from `data/`. */
export interface Knowledge {
  /** Content hash of the sources it was built from. */
  readonly hash: string;
  /** Traditional Chinese to simplified, words too (伺服器 → 服务器); other text unchanged. */
  simplify(text: string): string;
  /** `mail.example.co.uk` → `example.co.uk`; undefined without a public suffix (single labels, `.local`, IP literals). */
  registrableDomain(host: string): string | undefined;
  provider(id: string): Provider | undefined;
  providerByDomain(domain: string): ProviderMatch | undefined;
  /** Also retired hosts. */
  providerByHost(host: string): ProviderMatch | undefined;
  /** Longest suffix over all hosts, on a label boundary. */
  providerByMx(hosts: readonly string[]): { provider: Provider; certain: boolean } | { gateway: string } | undefined;
  /** `name` is normalised: simplified, lower case, single spaces. */
  aliases(name: string): readonly AliasHit[];
  /** How the aliases begin: most places of a text begin none. */
  readonly aliasHeads: NameHeads;
  /** Known spellings within an optimal-string-alignment distance of 1 (short) or 2, nearest and most used first. */
  nearestDomains(domain: string, limit: number): readonly ProviderMatch[];
  nearestHosts(host: string, limit: number): readonly ProviderMatch[];
  nearestAliases(name: string, limit: number): readonly ProviderMatch[];
  /** For type-ahead: providers whose name or alias begins with or contains the text; most used first. */
  suggest(text: string, language: string, limit: number): readonly { id: string; name: string }[];
  topics(intent: IntentName, language: string): readonly Topic[];
  topic(id: string, language: string): Topic | undefined;
  error(id: string, language: string): ErrorEntry | undefined;
  /** Codes and phrases that name an error, most specific first. */
  readonly errorPatterns: readonly ErrorPattern[];
  client(id: string, language: string): ClientGuide | undefined;
  readonly clientNames: readonly { id: string; names: readonly string[]; alsoProvider: boolean }[];
  readonly classifier: ClassifierModel;
  /** Messages that the classifier was trained on, secret-free; read anew at each call. */
  examples(): readonly { text: string; intent: IntentName; language: string }[];
  /** An operator's own topics, where there are any. */
  readonly ownTopics?: OwnTopics;
}

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

/** `checkedAt` (ms): all said there before has been received. */
export interface PlaceToCheck {
  place: PlaceId;
  checkedAt: number | undefined;
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
  deadLetterEvent(id: EventId, reason: string, now: number): Promise<void>;

  /** Ready rows (of one adapter, when named), in order, at most one for each target place; marks them `sending`. */
  takeOutbox(now: number, limit: number, adapter?: string): Promise<OutboxRow[]>;
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
  /** All said there before `at` (ms) has been received. Notes from before `forgetBefore` (ms) are dropped. */
  placeChecked(place: PlaceId, at: number, forgetBefore: number): Promise<void>;
  counts(): Promise<Record<'events' | 'outbox' | 'deadEvents' | 'deadOutbox' | 'jobs' | 'tickets', number>>;
  /** Rows that wait or are on their way, by adapter. */
  outboxDepths(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export type HistoryEntry =
  | { from: 'assistant'; sequence: number; operation: Operation; at: number }
  | { from: 'asker'; sequence: number; text: string; at: number };

/** Who asks the mail network is asked back. */
export interface Watcher {
  /** Asked before a registrable domain is looked at anew; not for results that are still kept. All may be looked at without it. */
  admit?: (target: string) => Promise<VisitLimit | undefined>;
  /** Told how far a check is; a step may be told more than once. */
  step?: (step: CheckStep) => void;
}

/** The only code that opens connections to mail servers. Never throws: failures are values. */
export interface MailNetwork {
  check(host: string, port: number | undefined, signal: AbortSignal, watcher?: Watcher): Promise<ServerCheck>;
  discover(domain: string, signal: AbortSignal, watcher?: Pick<Watcher, 'admit'>): Promise<Discovery>;
}

/** What an adapter tells the operator: event names in kebab-case; never a person's text, never a secret. */
export interface AdapterLog {
  info(event: string, facts?: Record<string, string | number | boolean>): void;
  warn(event: string, facts?: Record<string, string | number | boolean>): void;
  error(event: string, facts?: Record<string, string | number | boolean>): void;
}

/** A delivery that did not happen. `retry` may be tried again (after `afterMs`); `refused` never. */
export type DeliveryResult =
  | { ok: true; receipt: Receipt }
  | { ok: false; kind: 'retry'; afterMs?: number; reason: string }
  | { ok: false; kind: 'refused'; code: RefusalCode; reason: string };

/** What a look into a place's history gave, oldest first. `retry` may be asked again (after `afterMs`); `refused` never. */
export type BackfillResult =
  | { ok: true; events: Incoming[] }
  | { ok: false; kind: 'retry' | 'refused'; afterMs?: number; reason: string };

/** What a platform gave of a file. */
export type FileBytes = { ok: true; bytes: Uint8Array; mime?: string } | { ok: false; refusal: 'too-large' | 'gone' };

export type Receive = (incoming: Incoming) => Promise<Immediate>;

/** One chat platform. Reads, renders and delivers; knows nothing of mail. */
export interface ChatAdapter {
  readonly name: string;
  /** Where tickets are posted, when this platform is the desk. */
  readonly desk?: PlaceId;
  /** A channel or a person, as an operator names it in a file, as our ids have it. Absent where both are the same. */
  scoped?(id: string): string;
  /** Resolves when it listens or has begun to connect; goes on reconnecting by itself. `receive` rejects when nothing was stored: do not acknowledge. */
  start(receive: Receive): Promise<void>;
  /** For a process that delivers and never starts: learns who we are there. Rejects where the platform cannot be asked. */
  signIn?(): Promise<void>;
  /** Throws nothing for faults of the platform: they are results. */
  deliver(row: OutboxRow): Promise<DeliveryResult>;
  /**
   * What was said in a place after `since` (ms), as the events that would have come live, under the same ids, marked
   * `late`. Absent where there is no history to look into. Throws nothing for faults of the platform.
   */
  backfill?(place: PlaceId, since: number): Promise<BackfillResult>;
  /** Places that may hold questions although nobody has spoken with us there yet: the channels that we are in. */
  places?(): Promise<PlaceId[]>;
  /**
   * The bytes of a file that came with a message, at most `limit` of them. Absent where files come with their bytes or
   * not at all. Throws for faults that may pass.
   */
  fetchFile?(file: FileRef, limit: number, signal: AbortSignal): Promise<FileBytes>;
  /** Whether a person may act at a desk. Absent where the place itself tells. Throws when it cannot be told now. */
  isAgent?(desk: PlaceId, person: PersonId): Promise<boolean>;
  /** Stops taking events, waits for those in hand. */
  stop(): Promise<void>;
  /**
   * A line for the log and `doctor`: what is on, and whether it is connected. `missedUntil` (ms): the platform said that
   * it drops what happens before then; it is found by looking back.
   */
  health(): { connected: boolean; detail: string; missedUntil?: number };
}
