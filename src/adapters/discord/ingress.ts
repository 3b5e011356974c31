import type { AdapterLog, BackfillResult, EventId, Immediate, Incoming, PlaceId, Receive } from '../../core/index.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import { callbackOf, ownCallback, sendCallback, sendValues } from './answer-now.ts';
import type { DiscordApi } from './api.ts';
import { CatchUp } from './catch-up.ts';
import { record } from './json.ts';
import type { KeptIntents } from './kept-intents.ts';
import { Lanes } from './lanes.ts';
import { createMemory } from './memory.ts';
import type { InteractionHead, KnownMessage, Read, ReadContext } from './read-context.ts';
import { read } from './read.ts';
import type { Seen } from './seen.ts';
import { storeEvent, type Storing } from './storing.ts';

interface Dispatch {
  type: string;
  data: unknown;
  /** Call it once the dispatch is stored or was not ours. */
  settle: () => void;
}

export interface IngressOptions {
  api: DiscordApi;
  log: AdapterLog;
  receive: Receive;
  seen: Seen;
  context: ReadContext;
  acknowledgements: Acknowledgements;
  intents: KeptIntents;
  backfill: (place: PlaceId, since: number) => Promise<BackfillResult>;
  /** Keeps a place whose history is to be read. */
  heardIn: (place: PlaceId) => Promise<void>;
  /** Who said the message with this id, as long as that is kept; absent when it is not ours. */
  messageSaid: (id: EventId) => Promise<KnownMessage | undefined>;
}

const ACK: Immediate = { kind: 'ack' };
const MOST_DELETED = 1_000;

/** Calls `last` at the call number `count`. */
function countdown(count: number, last: () => void): () => void {
  let left = count;
  return () => {
    left -= 1;
    if (left === 0) last();
  };
}

/** From dispatch to inbox: stored first, then answered; in order within a conversation. */
export class Ingress {
  readonly #options: IngressOptions;
  readonly #stopping = new AbortController();
  readonly #storing: Storing;
  readonly #lanes: Lanes;
  readonly #catchUp: CatchUp;
  /** What is read of a history may be gone by the time when it is taken in. */
  readonly #deleted = createMemory<true>(MOST_DELETED);

  constructor(options: IngressOptions) {
    this.#options = options;
    const storing: Storing = { log: options.log, stopping: this.#stopping.signal };
    this.#storing = storing;
    const { backfill, heardIn, receive } = options;
    this.#catchUp = new CatchUp({
      backfill,
      heardIn,
      stopping: this.#stopping.signal,
      store: (event) => (this.#isGone(event) ? Promise.resolve() : storeEvent(storing, event, () => receive(event))),
    });
    this.#lanes = new Lanes((error) => options.log.error('discord-ingress-failed', { error }));
  }

  /** How often a session has begun: what came before it may have been missed. */
  get gaps(): number {
    return this.#catchUp.gaps;
  }

  take({ type, data, settle }: Dispatch): void {
    if (this.#stopping.signal.aborted) return;
    this.#options.seen.look(type, data);
    if (type === 'READY') this.#catchUp.gap();
    const outcome = readSafely(type, data, this.#options.context);
    if (outcome.kind === 'event') {
      this.#pass(outcome.event, outcome.interaction, settle);
      return;
    }
    if (outcome.kind === 'deleted') {
      this.#withdraw(outcome, settle);
      return;
    }
    if (outcome.kind === 'kept') {
      this.#passKept(outcome, settle);
      return;
    }
    settle();
    this.#answerOurselves(outcome);
  }

  #isGone(event: Incoming): boolean {
    return 'messageId' in event && event.messageId !== undefined && this.#deleted.get(event.messageId) === true;
  }

  /** Takes nothing more, waits for what is in hand. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#lanes.settled();
  }

  #pass(event: Incoming, interaction: InteractionHead | undefined, settle: () => void): void {
    this.#options.seen.passedOn(event);
    if (!interaction) {
      this.#lanes.add(event.conversation, async () => {
        if (await this.#catchUp.before(event)) await this.#store(event, undefined, settle);
        else this.#storing.left = true;
      });
      return;
    }
    // An interaction has three seconds: it waits for no other.
    const store = (): Promise<void> => this.#store(event, interaction, settle);
    this.#lanes.add(event.id, () => this.#options.acknowledgements.track(interaction.token, store));
  }

  #passKept({ key, event, interaction }: Extract<Read, { kind: 'kept' }>, settle: () => void): void {
    const { api, log, receive, intents, acknowledgements } = this.#options;
    const store = async (): Promise<void> => {
      const work = async (): Promise<Immediate | undefined> => {
        const intent = await intents.load(key);
        return intent && receive({ ...event, intent });
      };
      const stored = await storeEvent(this.#storing, event, work, true);
      if (stored !== 'stopped') settle();
      if (typeof stored === 'string') return;
      const callback = stored ? callbackOf(stored, interaction) : ownCallback({ kind: 'forgotten' }, interaction);
      await sendCallback(api, interaction, callback, log);
    };
    this.#lanes.add(event.id, () => acknowledgements.track(interaction.token, store));
  }

  /** Each in the order of its conversation, where that is known. */
  #withdraw({ messages, place }: Extract<Read, { kind: 'deleted' }>, settle: () => void): void {
    const at = Date.now();
    const done = countdown(messages.length, settle);
    for (const message of messages) {
      const known = this.#options.seen.messageById(message);
      this.#deleted.set(message, true);
      this.#lanes.add(known?.conversation ?? `deleted/${message}`, async () => {
        if (!known) await this.#catchUp.over(place);
        await this.#delete(message, known, at, done);
      });
    }
  }

  async #delete(message: string, known: KnownMessage | undefined, at: number, done: () => void): Promise<void> {
    const { receive, messageSaid } = this.#options;
    const id = `discord:${message}/delete` as const;
    const stored = await storeEvent(this.#storing, { id, type: 'deleted' }, async () => {
      const said = known ?? (await messageSaid(`discord:${message}`));
      return said ? receive({ ...said, type: 'deleted', id, at, messageId: message }) : ACK;
    });
    if (stored !== 'stopped') done();
  }

  async #store(event: Incoming, interaction: InteractionHead | undefined, settle: () => void): Promise<void> {
    const { api, log, receive } = this.#options;
    const stored = await storeEvent(this.#storing, event, () => receive(event), interaction !== undefined);
    if (stored !== 'stopped') settle();
    if (stored === 'given-up') this.#catchUp.forget(event.place);
    if (typeof stored === 'string' || !interaction) return;
    await sendCallback(api, interaction, callbackOf(stored, interaction), log);
  }

  #answerOurselves(outcome: Exclude<Read, { kind: 'event' | 'deleted' | 'kept' }>): void {
    const { api, log } = this.#options;
    if (outcome.kind === 'unreadable') log.warn('discord-unreadable', { type: outcome.type });
    if (outcome.kind !== 'own') return;
    const { interaction, answer } = outcome;
    this.#lanes.add(interaction.id, async () => {
      await sendCallback(api, interaction, ownCallback(answer, interaction), log);
      if (answer.kind === 'copy') await sendValues(api, interaction, answer.values?.alone ?? [], log);
    });
  }
}

/** A payload that defeats the reader must not stop those behind it. */
function readSafely(type: string, data: unknown, context: ReadContext): Read {
  try {
    return read(type, data, context);
  } catch {
    return { kind: 'unreadable', type: `${type} ${String(record(data)['id'])}` };
  }
}
