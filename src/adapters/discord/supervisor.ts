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

export interface Supervisor {
  start(): void;
  stop(): Promise<void>;
  health(): { connected: boolean; detail: string };
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === UNAUTHORIZED;
}

/** Keeps one connection alive: reconnects with growing waits, and stays down only when Discord says why. */
export function createSupervisor({ log, waits = DEFAULT_WAITS, prepare, open }: SupervisorOptions): Supervisor {
  const stopping = new AbortController();
  let connection: Connection | undefined;
  let running: Promise<void> = Promise.resolve();
  let detail = 'not started';
  let tries = 0;

  const pause = async (wait: number): Promise<void> => {
    await sleep(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  };

  const nextWait = (): number => {
    const wait = Math.min(waits.first * 2 ** tries, waits.longest);
    tries += 1;
    return wait * (0.75 + Math.random() / 2);
  };

  const retryLater = async (error: unknown): Promise<void> => {
    const { reason } = faultOf(error);
    detail = `cannot reach Discord: ${reason}`;
    if (isUnauthorized(error)) log.error('discord-token-refused', { advice: 'check DISCORD_TOKEN' });
    else log.warn('discord-unreachable', { reason, tries });
    await pause(isUnauthorized(error) ? TOKEN_REFUSED_WAIT : nextWait());
  };

  /** False when there is no use in coming back. */
  const live = async (): Promise<boolean> => {
    const openedAt = Date.now();
    connection = open();
    detail = 'connecting';
    const stopped = new Promise<undefined>((resolve) => {
      stopping.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const end = await Promise.race([connection.ended, stopped]);
    if (Date.now() - openedAt > waits.longest) tries = 0;
    await connection.close();
    connection = undefined;
    if (end?.kind === 'refused') {
      detail = end.advice;
      log.error('discord-refused', { advice: end.advice });
      return false;
    }
    if (end) throw new Error(end.reason);
    return false;
  };

  const run = async (): Promise<void> => {
    let again = true;
    while (again && !stopping.signal.aborted) {
      try {
        await prepare();
        again = stopping.signal.aborted ? false : await live();
      } catch (error) {
        await retryLater(error);
      }
    }
  };

  return {
    start() {
      running = run();
    },
    async stop() {
      stopping.abort();
      await running;
      detail = 'stopped';
    },
    health() {
      const connected = connection?.connected ?? false;
      return { connected, detail: connected ? 'connected' : detail };
    },
  };
}
