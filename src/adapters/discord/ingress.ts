import type { AdapterLog, Incoming, Receive } from '../../core/index.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import { callbackOf, ownCallback, sendCallback } from './answer-now.ts';
import type { DiscordApi } from './api.ts';
import { record } from './json.ts';
import { Lanes } from './lanes.ts';
import type { InteractionHead, Read, ReadContext } from './read-context.ts';
import { read } from './read.ts';
import type { Seen } from './seen.ts';
import { storeEvent } from './storing.ts';

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
}

/** From dispatch to inbox: stored first, then answered; in order within a conversation. */
export class Ingress {
  readonly #options: IngressOptions;
  readonly #stopping = new AbortController();
  readonly #lanes: Lanes;

  constructor(options: IngressOptions) {
    this.#options = options;
    this.#lanes = new Lanes((error) => options.log.error('discord-ingress-failed', { error }));
  }

  take({ type, data, settle }: Dispatch): void {
    if (this.#stopping.signal.aborted) return;
    this.#options.seen.look(type, data);
    const outcome = readSafely(type, data, this.#options.context);
    if (outcome.kind === 'event') {
      this.#pass(outcome.event, outcome.interaction, settle);
      return;
    }
    settle();
    this.#answerOurselves(outcome);
  }

  /** Takes nothing more, waits for what is in hand. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#lanes.settled();
  }

  #pass(event: Incoming, interaction: InteractionHead | undefined, settle: () => void): void {
    this.#options.seen.passedOn(event);
    if (!interaction) {
      this.#lanes.add(event.conversation, () => this.#store(event, undefined, settle));
      return;
    }
    // An interaction has three seconds: it waits for no other.
    const store = (): Promise<void> => this.#store(event, interaction, settle);
    this.#lanes.add(event.id, () => this.#options.acknowledgements.track(interaction.token, store));
  }

  async #store(event: Incoming, interaction: InteractionHead | undefined, settle: () => void): Promise<void> {
    const { api, log, receive } = this.#options;
    const stored = await storeEvent(
      { receive, log, stopping: this.#stopping.signal },
      event,
      interaction !== undefined,
    );
    if (stored !== 'stopped') settle();
    if (typeof stored === 'string' || !interaction) return;
    await sendCallback(api, interaction, callbackOf(stored, interaction), log);
  }

  #answerOurselves(outcome: Exclude<Read, { kind: 'event' }>): void {
    const { api, log } = this.#options;
    if (outcome.kind === 'unreadable') log.warn('discord-unreadable', { type: outcome.type });
    if (outcome.kind !== 'own') return;
    const { interaction, answer } = outcome;
    this.#lanes.add(interaction.id, () => sendCallback(api, interaction, ownCallback(answer, interaction), log));
  }
}

/** A payload that defeats the reader must not stop those behind it. */
function readSafely(type: string, data: unknown, context: ReadContext): Read {
  try {
    return read(type, data, context, Date.now());
  } catch {
    return { kind: 'unreadable', type: `${type} ${String(record(data)['id'])}` };
  }
}
