import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError } from '@discordjs/rest';
import type { AdapterLog } from '../../core/index.ts';
import type { Connection } from './connection.ts';
import { faultOf } from './faults.ts';

const DEFAULT_WAITS = { first: 1_000, longest: 60_000 };
/** A wrong token answers 401, and too many of those ban the address. */
const TOKEN_REFUSED_WAIT = 5 * 60_000;
const UNAUTHORIZED = 401;

export interface SupervisorOptions {
  log: AdapterLog;
  waits?: { first: number; longest: number };
  /** Asks Discord who we are; rejects when it cannot be asked. */
  prepare: () => Promise<void>;
  open: () => Connection;
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === UNAUTHORIZED;
}

/** Keeps one connection alive: reconnects with growing waits, and stays down only when Discord says why. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #waits: { first: number; longest: number };
  readonly #stopping = new AbortController();
  #connection: Connection | undefined;
  #running: Promise<void> = Promise.resolve();
  #detail = 'connecting';
  #tries = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#waits = options.waits ?? DEFAULT_WAITS;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    this.#detail = 'stopped';
  }

  health(): { connected: boolean; detail: string } {
    const connected = this.#connection?.connected ?? false;
    return { connected, detail: connected ? 'connected' : this.#detail };
  }

  async #run(): Promise<void> {
    let again = true;
    while (again && !this.#stopping.signal.aborted) {
      try {
        await this.#options.prepare();
        again = await this.#live();
      } catch (error) {
        await this.#wait(error);
      }
    }
  }

  /** One connection from its beginning to its end. False when there is no use in coming back. */
  async #live(): Promise<boolean> {
    if (this.#stopping.signal.aborted) return false;
    const openedAt = Date.now();
    const connection = this.#options.open();
    this.#connection = connection;
    this.#detail = 'connecting';
    const end = await Promise.race([connection.ended, this.#stopped()]);
    if (Date.now() - openedAt > this.#waits.longest) this.#tries = 0;
    await connection.close();
    this.#connection = undefined;
    if (end?.kind === 'lost') throw new Error(end.reason);
    if (end) this.#stayDown(end.advice);
    return false;
  }

  #stopped(): Promise<undefined> {
    return new Promise((resolve) => {
      this.#stopping.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
  }

  #stayDown(advice: string): void {
    this.#detail = advice;
    this.#options.log.error('discord-refused', { advice });
  }

  async #wait(cause: unknown): Promise<void> {
    const { reason } = faultOf(cause);
    const refused = isUnauthorized(cause);
    this.#detail = `cannot reach Discord: ${reason}`;
    if (refused) this.#options.log.error('discord-token-refused', { advice: 'check DISCORD_TOKEN' });
    else this.#options.log.warn('discord-unreachable', { reason, tries: this.#tries });
    const wait = refused ? TOKEN_REFUSED_WAIT : this.#nextWait();
    await sleep(wait, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => undefined);
  }

  #nextWait(): number {
    const { first, longest } = this.#waits;
    const wait = Math.min(first * 2 ** this.#tries, longest);
    this.#tries += 1;
    return wait * (0.75 + Math.random() / 2);
  }
}
