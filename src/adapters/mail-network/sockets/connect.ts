import type { Socket } from 'node:net';
import type { PortFailure } from '../../../core/index.ts';
import type { HostAddress } from '../dns.ts';
import { deadline } from '../deadline.ts';
import type { Dial } from '../options.ts';

export type FamilyOutcome = { family: 4 | 6; outcome: 'reachable' | PortFailure };

export interface Connected {
  socket: Socket;
  address: string;
  ms: number;
  /** An earlier address of the same family did not answer. */
  firstDead: boolean;
}

export interface Connecting {
  /** The first family that connects; a failure when none does. */
  first: Promise<Connected | PortFailure>;
  /** How each family fared; the connection of the slower one is closed again. */
  families: Promise<FamilyOutcome[]>;
}

interface ConnectOptions {
  dial: Dial;
  port: number;
  connectMs: number;
  signal: AbortSignal;
}

/** More addresses than these of one family are not tried. */
const MOST_ADDRESSES = 3;

/** Tries both families side by side, within a family one address after the other: a dead server costs one socket a family. */
export function connect(addresses: readonly HostAddress[], options: ConnectOptions): Connecting {
  const families = ([4, 6] as const).filter((family) => addresses.some((entry) => entry.family === family));
  const attempts = families.map((family) => connectFamily(addresses, family, options));
  const first = firstConnected(attempts);
  return { first, families: Promise.all(attempts.map((attempt, i) => settle(attempt, first, families[i] ?? 4))) };
}

async function firstConnected(attempts: Promise<Connected | PortFailure>[]): Promise<Connected | PortFailure> {
  const connected = attempts.map(async (attempt) => {
    const result = await attempt;
    if (typeof result === 'string') throw new Error(result);
    return result;
  });
  return Promise.any(connected).catch(() => attempts[0] ?? 'unreachable');
}

async function settle(
  attempt: Promise<Connected | PortFailure>,
  first: Promise<Connected | PortFailure>,
  family: 4 | 6,
): Promise<FamilyOutcome> {
  const [result, winner] = await Promise.all([attempt, first]);
  if (typeof result === 'string') return { family, outcome: result };
  if (result !== winner) result.socket.destroy();
  return { family, outcome: 'reachable' };
}

async function connectFamily(
  addresses: readonly HostAddress[],
  family: 4 | 6,
  options: ConnectOptions,
): Promise<Connected | PortFailure> {
  const own = addresses.filter((entry) => entry.family === family).slice(0, MOST_ADDRESSES);
  const limit = Math.ceil(options.connectMs / own.length);
  let failure: PortFailure = 'unreachable';
  for (const [tried, { address }] of own.entries()) {
    const started = performance.now();
    const result = await connectOne(address, limit, options);
    if (typeof result !== 'string') {
      return { socket: result, address, ms: Math.round(performance.now() - started), firstDead: tried > 0 };
    }
    failure = result;
  }
  return failure;
}

function connectOne(address: string, ms: number, options: ConnectOptions): Promise<Socket | PortFailure> {
  const limit = deadline(ms, options.signal);
  return new Promise((resolve) => {
    const socket = options.dial(address, options.port);
    const finish = (result: Socket | PortFailure): void => {
      limit.end();
      socket.off('connect', connected).off('error', failed);
      limit.signal.removeEventListener('abort', expired);
      if (typeof result === 'string') socket.on('error', () => undefined).destroy();
      resolve(result);
    };
    const connected = (): void => finish(socket);
    const failed = (error: NodeJS.ErrnoException): void => finish(connectFailure(error.code));
    const expired = (): void => finish('timeout');
    socket.once('connect', connected).once('error', failed);
    limit.signal.addEventListener('abort', expired, { once: true });
    if (limit.signal.aborted) expired();
  });
}

function connectFailure(code: string | undefined): PortFailure {
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'reset';
  if (code === 'ETIMEDOUT') return 'timeout';
  return 'unreachable';
}
