import type { PersonId, PlaceId } from './event.ts';

/** Spans [from, to) in ms when people are there, in order, without overlaps; known from `from` to `until`. */
export interface Schedule {
  from: number;
  until: number;
  open: readonly (readonly [number, number])[];
}

/** One step when nobody claims: after so much business time (ms) the ticket's thread, this place and these people are told. */
export interface EscalationStep {
  after: number;
  place?: PlaceId;
  people: readonly PersonId[];
}

export interface Queue {
  id: string;
  /** By language; shown to agents. */
  names: Readonly<Record<string, string>>;
  /** Channel, forum or page where its tickets are posted. */
  desk: PlaceId;
  /** Tickets that belong here; empty means any. */
  languages: readonly string[];
  intents: readonly string[];
  providers: readonly string[];
  /** Always open where absent. */
  hours?: Schedule;
  /** Targets in business time, ms; none where absent. */
  firstReply?: number;
  nextReply?: number;
  escalation: readonly EscalationStep[];
}

/** Words that agents send at a click; `{name}`, `{provider}`, `{number}` and `{agent}` are filled in. */
export interface CannedReply {
  id: string;
  title: Readonly<Record<string, string>>;
  text: Readonly<Record<string, string>>;
}

/** What a queue's people are like to the core. */
export interface AgentProfile {
  person: PersonId;
  /** The name that askers see. */
  shownAs?: string;
  languages: readonly string[];
  hours?: Schedule;
}

/** Somebody who was seen working at a desk. */
export interface AgentInfo {
  id: PersonId;
  name: string;
  away: boolean;
}

/** `real`: the agent's own name; `alias`: the profile's, else the team's; `team`: nobody's. */
export type ShownName = 'real' | 'alias' | 'team';

export interface DeskSettings {
  /** The first one takes what fits no other. */
  queues: readonly Queue[];
  canned: readonly CannedReply[];
  agents: readonly AgentProfile[];
  shownName: ShownName;
  /** Who speaks when no agent is named; the locale's word where absent. */
  teamName?: string;
  /** What an agent's message begins with to be sent at once, or to be a note. */
  sendPrefix: string;
  notePrefix: string;
  files: FileRules;
  /** Tickets that one person may open in a day. */
  ticketsPerDay: number;
}

export interface FileRules {
  maxBytes: number;
  /** `image/*`, `text/plain`, … */
  types: readonly string[];
}

/** What is known of an agent's right to act at a desk, as of `checkedAt` (ms). */
export interface Membership {
  member: boolean;
  checkedAt: number;
}
