import type { Diagnosis } from './diagnosis.ts';
import type { PlaceId } from './event.ts';
import type { FormName } from './form.ts';
import type { Person } from './ticket.ts';

/** The question intents; registry, files and `ask --json` bear exactly these names. */
export const INTENT_NAMES = [
  'provider-settings',
  'wrong-server-address',
  'imap-vs-pop3',
  'check-tls',
  'what-is-server-address',
  'find-server-address',
  'why-it-matters',
  'autoconfig',
  'client-setup',
  'ports-and-encryption',
  'auth-failure',
  'connection-error',
  'send-receive-problem',
  'sync-or-missing-mail',
  'talk-to-human',
  'smalltalk',
  'out-of-scope',
] as const;
export type IntentName = (typeof INTENT_NAMES)[number];

export type Protocol = 'imap' | 'pop3' | 'smtp';

/** What a message names. Absent slots are absent. */
export interface Slots {
  /** Id in the provider database. */
  provider?: string;
  email?: string;
  domain?: string;
  /** As typed, lower case, typos kept. */
  hosts?: string[];
  ports?: number[];
  protocols?: Protocol[];
  client?: string;
  platform?: string;
  /** As asked for: ssl, tls, starttls, none. */
  security?: string;
  /** As quoted: a code or a well-known phrase. */
  error?: string;
  /** Id in data/errors.yaml. */
  errorId?: string;
  passwordKind?: string;
}
export type SlotName = keyof Slots;

/** A question with its slots: what an utterance, a command or a button means. */
export interface QuestionIntent {
  name: IntentName;
  slots: Slots;
  /** A sub-topic chosen by a button (a topic id, or `details`, `steps`, …), where the intent has several answers. */
  topic?: string;
}

/** Files that set a mail program up: Apple's configuration profile, Thunderbird's autoconfig. */
export type ConfigFormat = 'mobileconfig' | 'autoconfig';

/** What only buttons and commands say. */
export type ControlIntent =
  | { name: 'show-more'; of: string; page: number }
  /** What only the person saw, for all who read in a place. */
  | { name: 'show-openly'; of: string; in: PlaceId }
  /** `redraw`: pressed on the person's home page, which then speaks the new language. */
  | { name: 'set-language'; language: string; redraw?: 'home' }
  | { name: 'choose-language' }
  | { name: 'help' }
  /** Asks for a form to write in; `form` names it. */
  | { name: 'open-form'; form: string }
  /** `ask`: whether everything is to be erased; `erase`: it is. */
  | { name: 'privacy'; step?: 'ask' | 'erase' }
  | { name: 'helped'; yes: boolean; intent: IntentName }
  | { name: 'check-server'; host: string; port?: number }
  | { name: 'check-details'; job: string; host: string }
  | { name: 'discover'; domain: string }
  /** `fact`: which of them, once that was asked. */
  | { name: 'wrong-fact'; provider: string; fact?: Protocol | 'username' | 'password' | 'access' | 'other' }
  /** A file that sets a mail program up; without a format it asks which program. */
  | { name: 'config-file'; provider: string; format?: ConfigFormat; domain?: string }
  | { name: 'resume-assistant' }
  /** A topic of the operator's own, by its id. */
  | { name: 'own-topic'; topic: string }
  | DeskIntent
  | AgentIntent;

/** What is done with one ticket. The asker may `close-ticket`, `ticket-form` (`reply`) and `rate-ticket`; all else is the desk's. */
export type DeskIntent =
  | { name: 'claim-ticket'; ticket: string }
  | { name: 'release-ticket'; ticket: string }
  /** To another queue, or to an agent. */
  | { name: 'hand-ticket'; ticket: string; queue?: string; agent?: Person; note?: string }
  | { name: 'snooze-ticket'; ticket: string; span: SnoozeSpan }
  | { name: 'wake-ticket'; ticket: string }
  | { name: 'resolve-ticket'; ticket: string }
  | { name: 'close-ticket'; ticket: string }
  | { name: 'reopen-ticket'; ticket: string }
  | { name: 'send-draft'; ticket: string; draft: string }
  | { name: 'keep-note'; ticket: string; draft: string }
  | { name: 'send-text'; ticket: string; text: string }
  | { name: 'note-text'; ticket: string; text: string }
  | { name: 'send-canned'; ticket: string; canned: string }
  /** A known answer that fits: a topic, or a provider's settings. */
  | { name: 'send-topic'; ticket: string; topic: string }
  | { name: 'send-settings'; ticket: string; provider: string }
  | { name: 'direct-relay'; ticket: string; on: boolean }
  | { name: 'retry-delivery'; ticket: string; operation: string }
  | { name: 'block-asker'; ticket: string; on: boolean }
  | { name: 'rate-ticket'; ticket: string; helped: boolean }
  /** Answered at once with a `show-form`. */
  | { name: 'ticket-form'; ticket: string; form: FormName };

/** In business time: an hour, the next morning, three days of work, a week. */
export type SnoozeSpan = 'hour' | 'morning' | 'three-days' | 'week';

/** What an agent does that belongs to no single ticket. */
export type AgentIntent =
  | { name: 'list-tickets'; which: 'mine' | 'queue' }
  | { name: 'hand-over-all'; to?: Person }
  | { name: 'set-presence'; away: boolean }
  /** Answered at once with a `show-form`. */
  | { name: 'agent-form'; form: FormName };

export type Intent = QuestionIntent | ControlIntent;

export type Zone = 'answer' | 'ask' | 'not-mine';

export interface SlotSpan {
  slot: SlotName;
  /** Offsets in the normalised text, end exclusive. */
  start: number;
  end: number;
  value: string;
}

/** What was understood of one message, explainable. */
export interface Understanding {
  intent: IntentName;
  /** 0…1, calibrated. */
  confidence: number;
  zone: Zone;
  alternatives: { intent: IntentName; confidence: number }[];
  /** Slots of this message alone. */
  slots: Slots;
  spans: SlotSpan[];
  /** Slots taken over from earlier turns. */
  carried: SlotName[];
  /** BCP 47 tag of the message's language. */
  language: string;
  /** Rule id where a rule decided. */
  rule?: string;
  /** Findings of pasted settings or a pasted error. */
  diagnosis?: Diagnosis;
  /** The text carried control or bidi characters, or a homograph. */
  suspicious?: 'hidden-characters' | 'homograph';
  damaged?: boolean;
  /** Id of the operator's own topic that it asks for; the intent is then `out-of-scope`. */
  ownTopic?: string;
}
