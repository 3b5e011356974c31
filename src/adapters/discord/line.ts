import type { SessionInfo } from '@discordjs/ws';
import { keepsSession } from './close-codes.ts';
import type { Sessions } from './session.ts';

/** A resume address that could not be reached this often is given up for the common one. */
const RESUME_TRIES = 3;

type State = 'opening' | 'greeted' | 'up' | { closed: number };

/** What the client says of its sockets, and what its session hooks make of it. */
export class Line {
  readonly #sessions: Sessions;
  readonly #states = new Map<number, State>();
  readonly #failures = new Map<number, number>();
  #common: string | undefined;
  #awaySince = Date.now();
  #over = false;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  get connected(): boolean {
    return this.#states.size > 0 && [...this.#states.values()].every((state) => state === 'up');
  }

  /** How long no dispatch could come, ms; 0 while all shards are up. */
  awayFor(): number {
    return this.connected ? 0 : Date.now() - this.#awaySince;
  }

  expect(shards: readonly number[], url: string): void {
    this.#common = url;
    for (const shard of shards) this.#states.set(shard, 'opening');
  }

  greeted(shard: number): void {
    this.#states.set(shard, 'greeted');
    this.#failures.delete(shard);
  }

  up(shard: number): void {
    this.#states.set(shard, 'up');
  }

  closed(shard: number, code: number): void {
    if (this.connected) this.#awaySince = Date.now();
    const state = this.#states.get(shard);
    const ungreeted = state === 'opening' || typeof state === 'object';
    if (ungreeted) this.#failures.set(shard, (this.#failures.get(shard) ?? 0) + 1);
    this.#states.set(shard, { closed: code });
  }

  /** Parks the client: one that wakes up after it was destroyed would open a second connection. */
  end(): void {
    this.#over = true;
  }

  retrieve(shard: number): SessionInfo | null | Promise<never> {
    if (this.#over) return new Promise<never>(() => {});
    const session = this.#sessions.current(shard);
    const lost = (this.#failures.get(shard) ?? 0) >= RESUME_TRIES;
    return session && lost && this.#common !== undefined ? { ...session, resumeURL: this.#common } : session;
  }

  update(shard: number, session: SessionInfo | null): void {
    if (this.#over) return;
    if (session) this.#sessions.update(session);
    else if (this.#mayForget(shard)) this.#sessions.forget(shard);
  }

  /** The client drops a session also when a line broke; what it may drop is one that Discord ended. */
  #mayForget(shard: number): boolean {
    const state = this.#states.get(shard);
    if (state === undefined || state === 'opening') return false;
    return typeof state === 'string' || !keepsSession(state.closed);
  }
}
