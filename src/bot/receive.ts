import {
  type Event,
  type Immediate,
  type Incoming,
  type Knowledge,
  NotYetKnown,
  type Receive,
  type Settings,
  type Store,
} from '../core/index.ts';
import { type Clock, sleep } from './clock.ts';
import type { Core } from './core-functions.ts';
import type { Events } from './events.ts';
import { InTurn } from './in-turn.ts';

export interface ReceiveParts {
  store: Pick<Store, 'accept' | 'acceptIdOnly' | 'concerns' | 'secretExpected' | 'situation'>;
  core: Core;
  knowledge: Knowledge;
  clock: Clock;
  settings: () => Settings;
  events: Pick<Events, 'answerNowFailed' | 'eventReceived'>;
  /** Something new is in the inbox. */
  wake: () => void;
}

const ACK: Immediate = { kind: 'ack' };

/** Platforms give us 3 s; ms. */
const PATIENCE = 2000;
const LOOK_AGAIN = 20;

/** Whose acknowledgement may carry more than "received". */
const ANSWERED_IN_ACK: ReadonlySet<Incoming['type']> = new Set(['action', 'command', 'submission']);

/**
 * The one door: redacts, stores durably and once only, then resolves with what the acknowledgement must carry.
 * Rejects, with nothing stored, when the store refuses, and with NotYetKnown: then nothing may be acknowledged.
 */
export function createReceive(parts: ReceiveParts): Receive {
  const inTurn = new InTurn();
  return async (incoming) => {
    // Bots are never answered: what comes again is left out again, and each answer's own echo would cost a write.
    if (incoming.author.bot) return ACK;
    // Looking something up takes one event longer than another: none overtakes an earlier one of its conversation.
    return inTurn.run(incoming.conversation, () => keep(parts, incoming));
  };
}

async function keep(parts: ReceiveParts, incoming: Incoming): Promise<Immediate> {
  if (!(await isOurs(parts, incoming))) {
    await parts.store.acceptIdOnly(incoming.id, incoming.at);
    return ACK;
  }
  const event = await redact(parts, incoming);
  const immediate = ANSWERED_IN_ACK.has(event.type) ? await answerNow(parts, event) : ACK;
  if (mayChange(event, immediate)) return immediate;
  if (await parts.store.accept(event)) {
    parts.events.eventReceived(event);
    parts.wake();
  }
  return immediate;
}

const NOT_SAID_YET: ReadonlySet<Immediate['kind']> = new Set(['options', 'field-errors', 'open-form', 'show-form']);

/** Still being typed, or to be filled in: nothing to store yet. */
function mayChange(event: Event, immediate: Immediate): boolean {
  const typing = event.type === 'command' && event.typing === true;
  return typing || NOT_SAID_YET.has(immediate.kind);
}

/** Not ours: what people say to each other where we talk with neither of them. */
async function isOurs(parts: ReceiveParts, incoming: Incoming): Promise<boolean> {
  const overheard =
    incoming.type === 'edited' ||
    incoming.type === 'deleted' ||
    (incoming.type === 'message' && incoming.addressed === 'thread');
  return !overheard || concerns(parts, incoming);
}

/**
 * Somebody may write in a thread before we have heard that it was opened for us: that is waited for, and what cannot be
 * decided in time must come again. Put aside as not ours, it would never be looked at again.
 */
async function concerns({ store, clock }: ReceiveParts, { conversation, place }: Incoming): Promise<boolean> {
  for (let waited = 0; ; waited += LOOK_AGAIN) {
    const concern = await store.concerns(conversation, place);
    if (concern !== 'opening') return concern !== undefined;
    if (waited >= PATIENCE) throw new NotYetKnown();
    await sleep(clock, LOOK_AGAIN);
  }
}

async function redact({ store, core, knowledge, clock }: ReceiveParts, incoming: Incoming): Promise<Event> {
  const secretExpected = await store.secretExpected(incoming.conversation, clock.now());
  return core.redactEvent(incoming, { secretExpected, knowledge });
}

async function answerNow(parts: ReceiveParts, event: Event): Promise<Immediate> {
  const situation = { ...(await parts.store.situation(event)), settings: parts.settings() };
  try {
    return parts.core.answerNow(event, situation, parts.knowledge);
  } catch (error) {
    parts.events.answerNowFailed(event.id, error);
    return ACK;
  }
}
