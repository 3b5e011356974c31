import type { SessionInfo } from '@discordjs/ws';
import { keepsSession } from './close-codes.ts';
import type { Sessions } from './session.ts';

/** A resume address that could not be reached this often is given up for the common one. */
const RESUME_TRIES = 3;

type State = 'opening' | 'greeted' | 'up' | { closed: number };

/** What the client says of its sockets, and what its session hooks make of it. */
export interface Line {
  readonly connected: boolean;
  /** How long no dispatch could come, ms; 0 while all shards are up. */
  awayFor(): number;
  expect(shards: readonly number[], url: string): void;
  greeted(shard: number): void;
  up(shard: number): void;
  closed(shard: number, code: number): void;
  /** Parks the client: one that wakes up after it was destroyed would open a second connection. */
  end(): void;
  retrieve(shard: number): SessionInfo | null | Promise<never>;
  update(shard: number, session: SessionInfo | null): void;
}

export function createLine(sessions: Sessions, now: () => number = Date.now): Line {
  const states = new Map<number, State>();
  const failures = new Map<number, number>();
  let common: string | undefined;
  let awaySince = now();
  let over = false;

  const connected = (): boolean => states.size > 0 && [...states.values()].every((state) => state === 'up');

  /** The client drops a session also when a line broke; what it may drop is one that Discord ended. */
  const mayForget = (shard: number): boolean => {
    const state = states.get(shard);
    if (over || state === undefined || state === 'opening') return false;
    return typeof state === 'string' || !keepsSession(state.closed);
  };

  const retrieve = (shard: number): SessionInfo | null => {
    const session = sessions.current(shard);
    const lost = (failures.get(shard) ?? 0) >= RESUME_TRIES;
    return session && lost && common !== undefined ? { ...session, resumeURL: common } : session;
  };

  return {
    get connected() {
      return connected();
    },
    awayFor: () => (connected() ? 0 : now() - awaySince),
    expect(shards, url) {
      common = url;
      for (const shard of shards) states.set(shard, 'opening');
    },
    greeted(shard) {
      states.set(shard, 'greeted');
      failures.delete(shard);
    },
    up(shard) {
      states.set(shard, 'up');
    },
    closed(shard, code) {
      if (connected()) awaySince = now();
      if (typeof states.get(shard) === 'object' || states.get(shard) === 'opening') {
        failures.set(shard, (failures.get(shard) ?? 0) + 1);
      }
      states.set(shard, { closed: code });
    },
    end() {
      over = true;
    },
    retrieve: (shard) => (over ? new Promise<never>(() => {}) : retrieve(shard)),
    update(shard, session) {
      if (over) return;
      if (session) sessions.update(session);
      else if (mayForget(shard)) sessions.forget(shard);
    },
  };
}
