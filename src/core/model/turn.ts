import type { ConversationId, Event, EventId, PersonId, PlaceId, TimerKind } from './event.ts';
import type { Intent, IntentName, SlotName, Slots, Understanding } from './intent.ts';
import type { JobOutcome, JobRequest } from './job.ts';
import type { KeptData } from './privacy.ts';
import type { Operation, Reply } from './reply.ts';
import type { AgentInfo, CannedReply, DeskSettings, Membership } from './desk.ts';
import type {
  Attachment,
  EarlierTicket,
  MessageRef,
  Relay,
  Ticket,
  TicketEvent,
  TicketEventKind,
  TicketLine,
} from './ticket.ts';
import type { Form } from './form.ts';

/** One line of what was said, already redacted. */
export interface TranscriptLine {
  from: 'asker' | 'assistant' | 'agent';
  at: number;
  text: string;
}

export interface ConversationState {
  id: ConversationId;
  /** 0 for one that is not stored yet; a commit against another version conflicts. */
  version: number;
  place: PlaceId;
  private: boolean;
  language?: string;
  slots: Slots;
  /** When the slots were last touched, ms; they expire after a day. */
  slotsAt: number;
  lastIntent?: IntentName;
  /** The slot that our last reply asked for. */
  asked?: SlotName;
  /** What a bare "yes" or "no" to our last reply tells: that it works now, how the web page goes, or that a person is wanted. */
  yesNo?: 'works' | 'webmail' | 'human';
  /** How often in a row the person said that it still does not work. */
  stillNot: number;
  /** Until when (ms) a lone token is taken for a secret: we mentioned a 授权码 or app password. */
  secretExpectedUntil?: number;
  /** Hash of the last replies, so that none is repeated word for word. */
  lastReply?: string;
  /** The buttons of the last reply, the first few: whoever writes what one says, or its place, means the button. */
  offered?: Offer[];
  /** The newest check or look-up that was asked for. */
  looking?: Looking;
  transcript: TranscriptLine[];
  /** What was tried in this conversation, for whoever takes over; the newest few. */
  tried?: Tried[];
}

/** A check of a server or a look-up of a domain; `found`: what was said of it when it ended. */
export interface Looking {
  kind: 'check-server' | 'discover';
  name: string;
  port?: number;
  /** When it was asked for, ms. */
  since: number;
  found?: string;
}

/** A button as the conversation remembers it. */
export interface Offer {
  label: string;
  intent: Intent;
}

/** An answer that was given, or a check that was made: what an agent need not do again. */
export type Tried =
  | { kind: 'answer'; at: number; intent: IntentName; confidence: number; helped?: boolean }
  | { kind: 'check'; at: number; host: string; verdict: string; findings: string[] }
  | { kind: 'error'; at: number; text: string };

export interface PersonState {
  id: PersonId;
  version: number;
  name: string;
  /** The person's saved choice. */
  language?: string;
  blocked: boolean;
}

export interface Settings {
  defaultLanguage: string;
  /** Where tickets go; absent when no desk is configured. */
  desk?: PlaceId;
  /** Name agents are shown under; absent shows their own. */
  agentAlias?: string;
  /** The operator's key signs Apple profiles. */
  signsFiles?: boolean;
  /** Queues and all that agents work with; without it `desk` is the one queue. */
  service?: DeskSettings;
  /** Ready-made replies where there is no `service`. */
  canned?: readonly CannedReply[];
}

/** A question that its author edits or deletes. */
export interface AnsweredQuestion {
  id: EventId;
  /** As it was first said, redacted. */
  text: string;
  /** Keys of the posts that answered it and still stand, oldest first. */
  posts: Operation['key'][];
}

/** All the state that one event can touch, loaded before respond. */
export interface Situation {
  conversation: ConversationState;
  person: PersonState;
  /** The author's open ticket. */
  ticket?: Ticket;
  /** The ticket whose desk thread this event came from, or which a desk button names. */
  deskTicket?: Ticket;
  /**
   * Events of `deskTicket` or `ticket`, oldest first: the last 200, and of the older ones those that still decide
   * something (drafts that were not settled, what is said once only).
   */
  ticketEvents: TicketEvent[];
  /** How many there are of each kind, where `ticketEvents` are not all. */
  ticketCounts?: Partial<Record<TicketEventKind, number>>;
  /** All open tickets of the author; `ticket` is the one that this event belongs to, else the newest. */
  openTickets?: Ticket[];
  /** Ended tickets of the author, newest first, at most 5, and how many they opened in the last day. */
  earlier?: EarlierTicket[];
  openedToday?: number;
  /** The last ended ticket, where it may be opened again. */
  reopenable?: Ticket;
  /** Files of `deskTicket` or `ticket`. */
  attachments?: Attachment[];
  /** For an edit, a deletion or "Send to asker": what was passed on of that message. */
  relays?: Relay[];
  /** Where a ticket may go to another desk: the conversation in which it was opened, as long as it is kept. */
  askerSide?: ConversationState;
  /** Another open ticket of the same asker and queue, where an ended one is looked at: it stands in the way of opening that again. */
  inTheWay?: Ticket;
  /** The author's right to act at the desk of this event. Absent where the platform vouches for it by the place. */
  membership?: Membership;
  /** For an agent: who else works at a desk, and the open tickets that are theirs or nobody's. */
  agents?: AgentInfo[];
  tickets?: TicketLine[];
  /** The number that a ticket opened now would get. */
  nextTicketNumber: number;
  /** For `privacy`: how much is kept about the author. */
  kept?: KeptData;
  /** For `show-more`: the whole reply that was cut. */
  shown?: Reply;
  /** For an edited or deleted message: the jobs that it asked for and that are not done. */
  asked?: Pick<JobRequest, 'id' | 'progress'>[];
  /** For an edited or deleted message: how we had answered it; absent where we had not. */
  answered?: AnsweredQuestion;
  /** For an edited message: a later change of it is known, or that it is gone. After a gap they may come in another order. */
  superseded?: boolean;
  /** For a deleted message: its words, and those of its edits, as far as they are kept. */
  said?: string[];
  /** For `check-details`: what the job found, while it is kept. */
  found?: JobOutcome;
  settings: Settings;
}

/** What nobody answered well: kept redacted, reported, turned into a topic. */
export interface Gap {
  id: string;
  at: number;
  kind: 'not-mine' | 'did-not-help' | 'wrong-fact' | 'language';
  language: string;
  text: string;
  intent?: IntentName;
  /** The fact complained of: `provider`, or `provider/fact` once the person said which. */
  fact?: string;
}

export interface Feedback {
  id: string;
  at: number;
  helped: boolean;
  intent: IntentName;
  conversation: ConversationId;
}

/** A timer set again with the same id is moved. */
export interface Timer {
  id: string;
  dueAt: number;
  ticket?: string;
  kind?: TimerKind;
  conversation: ConversationId;
  place: PlaceId;
  person: PersonId;
}

/** How an event ended: nothing stays pending. */
export type Outcome =
  | { kind: 'answered'; zone: 'answer' | 'ask' | 'not-mine' }
  | { kind: 'relayed' }
  | { kind: 'done' }
  | { kind: 'ignored'; reason: 'bot' | 'not-addressed' | 'blocked' | 'stale' | 'empty' | 'deleted' | 'nothing-to-do' };

/** All that one event changes; committed in one transaction. */
export interface Turn {
  event: Event['id'];
  outcome: Outcome;
  operations: Operation[];
  conversation?: ConversationState;
  person?: PersonState;
  ticket?: Ticket;
  ticketEvents: TicketEvent[];
  jobs: JobRequest[];
  /** Ids of jobs that nobody waits for any more: dropped, or broken off when they run. */
  cancelled?: string[];
  timers: Timer[];
  /** Ids of timers that are not to fire. */
  stopped?: string[];
  /** Further tickets that change; `ticket` is the one of this event. */
  otherTickets?: Ticket[];
  /** Further people that change: one that an agent blocks. */
  blocked?: { person: PersonId; on: boolean }[];
  relays?: Relay[];
  attachments?: Attachment[];
  presence?: { person: PersonId; name: string; away: boolean }[];
  /** Ticket events whose text is taken away, and that of their drafts: the writer deleted it. */
  blanked?: string[];
  /** A message that its writer deleted: its words are kept no longer. */
  deleted?: MessageRef;
  /** Outbox keys of dead letters that are to be tried once more. */
  retried?: string[];
  gaps: Gap[];
  feedback: Feedback[];
  /** Whose data is erased when all else is committed. */
  erased?: PersonId;
  /** Answers `ask --json` and the tests; not stored. */
  explanation?: TurnExplanation;
}

export interface TurnExplanation {
  understanding: Understanding;
  /** Slots after carrying over. */
  slots: Slots;
  settings: { protocol: string; host: string; port: number; security: string }[];
  handover: boolean;
}

/** What the platform's acknowledgement itself must carry. */
export type Immediate =
  | { kind: 'ack' }
  /** "Thinking…", answered later through the event's handle. */
  | { kind: 'defer'; quiet: boolean }
  | { kind: 'options'; options: { label: string; value: string }[] }
  | { kind: 'field-errors'; errors: Record<string, string> }
  /** A form in the person's language; nothing of the event is stored. */
  | { kind: 'open-form'; form: string; language: string }
  /** A form of the desk, as it is to be shown; nothing of the event is stored. */
  | { kind: 'show-form'; form: Form };
