import type {
  Action,
  Block,
  ConversationState,
  Finding,
  IntentName,
  JobTask,
  Server,
  SlotName,
  Slots,
  Zone,
} from '../model.ts';
import type { Texts } from '../locales/index.ts';
import type { Remark } from '../nlu/remarks.ts';
import type { Addresses } from '../nlu/slots/addresses.ts';
import type { Knowledge } from '../ports.ts';

/** What an intent is asked: the slots as the conversation now stands, and the words they came in. */
export interface Question {
  intent: IntentName;
  slots: Slots;
  /** Slots of this message alone. */
  fresh: Slots;
  /** Normalised text; empty for a pressed button. */
  text: string;
  /** Names of hosts and addresses in it; absent for a pressed button. */
  addresses?: Addresses;
  /** As written, secrets hidden. */
  raw: string;
  /** A sub-topic chosen by a button. */
  topic?: string;
  /** One of the locales. */
  language: string;
  texts: Texts;
  knowledge: Knowledge;
  conversation: ConversationState;
  /** What was said in passing, and is not in `text`. */
  remark?: Remark;
  /** The person says that it still does not work. */
  stillNot: boolean;
  /** How the provider's name was typed, where we read it as a misspelling. */
  providerTypo?: string;
  /** The person stands by a domain that looks like a misspelling. */
  typoDenied?: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The part of a question that decides how a provider is shown. */
export type Asking = Pick<Question, 'texts' | 'language' | 'slots' | 'text' | 'topic' | 'now'>;

/** What an intent answers. The turn around it adds warnings, feedback buttons and the hand-over. */
export interface Answer {
  blocks: Block[];
  zone: Zone;
  /** The slot that we ask for. */
  asked?: SlotName;
  /** What a bare "yes" or "no" to it tells. */
  yesNo?: NonNullable<ConversationState['yesNo']>;
  /** A job whose result will edit this answer. */
  task?: JobTask;
  handover?: boolean;
  /** Tells how something stands: it is said again as often as it is asked. */
  status?: boolean;
  /** We spoke of an authorization code or app password: a lone token may follow. */
  expectsSecret?: boolean;
  /** Servers recommended here, for `ask --json`. */
  servers?: Server[];
  findings?: Finding[];
}

export interface IntentHandler {
  name: IntentName;
  answer(question: Question): Answer;
}

export function text(markdown: string): Block {
  return { kind: 'text', text: markdown };
}

export function actions(...list: (Action | undefined)[]): Block[] {
  const present = list.filter((action) => action !== undefined);
  return present.length > 0 ? [{ kind: 'actions', actions: present }] : [];
}

/** Sub-topic of a button that widens a question to all protocols. */
export const ALL = 'all';

/** A button that asks a question, with what is known so far. */
export function ask(label: string, name: IntentName, slots: Slots, topic?: string): Action {
  return { label, intent: { name, slots: compact(slots), ...(topic !== undefined && { topic }) } };
}

/** What a button needs to carry: platform limits are tight, and the conversation remembers the rest. */
function compact({ provider, domain, protocols, client }: Slots): Slots {
  return {
    ...(provider !== undefined && { provider }),
    ...(domain !== undefined && { domain }),
    ...(protocols !== undefined && { protocols }),
    ...(client !== undefined && { client }),
  };
}
