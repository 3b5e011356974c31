import type { ChatAdapter } from '../core/index.ts';
import { backoff } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { Engine } from './engine.ts';
import type { Events } from './events.ts';
import type { Part } from './roles.ts';

const WAITS = { first: 2000, longest: 120_000 };

/** A chat adapter that is started (or signed in, where it only delivers) again and again until it works, while everything else goes on. */
export interface Supervised {
  adapter: ChatAdapter;
  part: Part;
  /** Resolves when the first attempt has ended, well or not. */
  begun: Promise<void>;
  stop(): Promise<void>;
}

export function supervise(
  adapter: ChatAdapter,
  parts: { engine: Engine; clock: Clock; events: Pick<Events, 'adapterConnected' | 'adapterUnreachable'> },
  part: Part = { hears: true, delivers: true },
): Supervised {
  const { engine, clock, events } = parts;
  let stopped = false;
  let cancel = (): void => {};

  async function attempt(failures: number): Promise<void> {
    try {
      await (part.hears ? adapter.start(engine.receive) : adapter.signIn?.());
      events.adapterConnected(adapter.name);
      if (part.delivers) engine.deliverTo(adapter);
      if (part.hears) engine.lookBackIn(adapter);
    } catch (error) {
      const wait = 1 + backoff(clock, failures, WAITS);
      events.adapterUnreachable(adapter.name, wait, error);
      if (!stopped) cancel = clock.after(wait, () => void attempt(failures + 1));
    }
  }

  return {
    adapter,
    part,
    begun: attempt(0),
    async stop() {
      stopped = true;
      cancel();
      await adapter.stop();
    },
  };
}
