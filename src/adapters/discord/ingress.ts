import type { AdapterLog, Incoming, Receive } from '../../core/index.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import { callbackOf, ownCallback, sendCallback } from './answer-now.ts';
import type { DiscordApi } from './api.ts';
import { record } from './json.ts';
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

export interface Ingress {
  take(dispatch: Dispatch): void;
  /** Takes nothing more, waits for what is in hand. */
  stop(): Promise<void>;
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
export function createIngress(options: IngressOptions): Ingress {
  const { api, log, seen, context, acknowledgements } = options;
  const stopping = new AbortController();
  const lanes = new Map<string, Promise<void>>();
  const storing = { receive: options.receive, log, stopping: stopping.signal };

  const store = async (
    event: Incoming,
    interaction: InteractionHead | undefined,
    settle: () => void,
  ): Promise<void> => {
    const stored = await storeEvent(storing, event, interaction !== undefined);
    if (stored !== 'stopped') settle();
    if (typeof stored === 'string' || !interaction) return;
    await sendCallback(api, interaction, callbackOf(stored, interaction), log);
  };

  const inLane = (lane: string, work: () => Promise<void>): void => {
    const before = lanes.get(lane);
    const running = (before ? before.then(work) : work())
      .catch((error: unknown) =>
        log.error('discord-ingress-failed', { error: error instanceof Error ? error.name : '' }),
      )
      .finally(() => {
        if (lanes.get(lane) === running) lanes.delete(lane);
      });
    lanes.set(lane, running);
  };

  const pass = (event: Incoming, interaction: InteractionHead | undefined, settle: () => void): void => {
    seen.passedOn(event);
    if (!interaction) {
      inLane(event.conversation, () => store(event, undefined, settle));
      return;
    }
    inLane(event.id, () => acknowledgements.track(interaction.token, () => store(event, interaction, settle)));
  };

  const handle = (outcome: Read, settle: () => void): void => {
    if (outcome.kind === 'event') {
      pass(outcome.event, outcome.interaction, settle);
      return;
    }
    settle();
    if (outcome.kind === 'unreadable') log.warn('discord-unreadable', { type: outcome.type });
    if (outcome.kind !== 'own') return;
    const { interaction, answer } = outcome;
    inLane(interaction.id, () => sendCallback(api, interaction, ownCallback(answer, interaction), log));
  };

  return {
    take({ type, data, settle }) {
      if (stopping.signal.aborted) return;
      seen.look(type, data);
      handle(readSafely(type, data, context), settle);
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(lanes.values());
    },
  };
}

/** A payload that defeats the reader must not stop those behind it. */
function readSafely(type: string, data: unknown, context: ReadContext): Read {
  try {
    return read(type, data, context, Date.now());
  } catch {
    return { kind: 'unreadable', type: `${type} ${String(record(data)['id'])}` };
  }
}
