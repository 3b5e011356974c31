import type { App } from '@slack/bolt';
import type { EventDoor } from './receiver.ts';

/** How events reach us: a socket that we open, or requests to a port of ours. */
export interface Transport {
  /** Resolves when it listens or has begun to connect. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** `gaps`: how often the first of its lines has come up. */
  health(): { connected: boolean; detail: string; gaps?: number };
}

/**
 * Bolt's receivers want an App, of which they use one method. Ours stores before it acknowledges; Bolt's own
 * acknowledges before any listener has run.
 */
export function asApp(door: EventDoor): App {
  const app: Pick<App, 'processEvent'> = { processEvent: (event) => door.processEvent(event) };
  return app as App;
}
