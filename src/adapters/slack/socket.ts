import { SocketModeReceiver } from '@slack/bolt';
import type { AdapterLog } from '../../core/index.ts';
import { clientOptions, libraryLogger } from './client.ts';
import { failureOf } from './errors.ts';
import type { EventDoor } from './receiver.ts';
import { asApp, type Transport } from './transport.ts';
import { aborted, pause, within } from './waiting.ts';

export interface SocketOptions {
  appToken: string;
  apiUrl?: string | undefined;
  door: EventDoor;
  log: AdapterLog;
  /** Two by default: while Slack refreshes one, the other goes on receiving. */
  connections?: number;
  /** Milliseconds: the wait after the first failure, which doubles up to `longest`. */
  backoff?: { first: number; longest: number };
  /** Milliseconds without an answer to our pings, after which a connection counts as dead. */
  pingTimeout?: number;
}

/** A receiver that is not connected after this long is thrown away and built anew. */
const CONNECT_LIMIT_MS = 60_000;
const CALL_LIMIT_MS = 10_000;
const CLOSE_LIMIT_MS = 2_000;
const BACKOFF = { first: 1_000, longest: 60_000 };

interface Line {
  connected: boolean;
  stop(): Promise<void>;
}

function buildReceiver({ appToken, apiUrl, door, log, pingTimeout }: SocketOptions): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: libraryLogger(log),
    // A reconnect that fails inside the client rejects where nobody can catch it: the loop below reconnects.
    autoReconnectEnabled: false,
    ...(pingTimeout !== undefined && { clientPingTimeout: pingTimeout }),
    installerOptions: { clientOptions: { ...clientOptions(apiUrl, log), timeout: CALL_LIMIT_MS } },
    processEventErrorHandler: ({ error }) => {
      log.warn('slack-not-acknowledged', { reason: error.name });
      return Promise.resolve(false);
    },
  });
  receiver.init(asApp(door));
  return receiver;
}

type Outcome = 'connected' | 'stopped' | 'late';

async function connect(receiver: SocketModeReceiver, stopped: Promise<void>): Promise<Outcome> {
  const started = receiver.start().then(() => 'connected' as const);
  const outcome = await within<Outcome>(
    Promise.race([started, stopped.then(() => 'stopped' as const)]),
    CONNECT_LIMIT_MS,
    'late',
  );
  // A client that was still asking for an address when it was given up connects all the same.
  if (outcome !== 'connected') void started.then(() => receiver.client.disconnect()).catch(() => undefined);
  return outcome;
}

function logFailure(error: unknown, log: AdapterLog, wait: number): number {
  const failure = error === undefined ? undefined : failureOf(error, log);
  const asked = failure?.kind === 'retry' ? (failure.afterMs ?? 0) : 0;
  const retryInMs = Math.max(wait, asked);
  log.warn('slack-unreachable', { reason: failure?.reason ?? 'closed', retryInMs });
  return retryInMs;
}

/** Keeps one connection up until it is stopped: a fresh receiver whenever the last one has ended. */
function keepLine(options: SocketOptions, number: number, connected: () => void): Line {
  const { log, backoff = BACKOFF } = options;
  const stopping = new AbortController();
  const stopped = aborted(stopping.signal);
  const line: Line = { connected: false, stop };
  let wait = backoff.first;

  /** One life of a receiver; resolves with the pause before the next, ms. */
  async function live(receiver: SocketModeReceiver): Promise<number> {
    const ended = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()));
    const outcome = await connect(receiver, stopped);
    if (outcome === 'stopped') return 0;
    if (outcome === 'late') throw new Error('connect-timeout');
    line.connected = true;
    connected();
    wait = backoff.first;
    log.info('slack-connected', { line: number });
    await Promise.race([ended, stopped]);
    line.connected = false;
    log.info('slack-disconnected', { line: number });
    return 0;
  }

  async function once(): Promise<number> {
    const receiver = buildReceiver(options);
    try {
      return await live(receiver);
    } catch (error) {
      const retryInMs = logFailure(error, log, wait);
      wait = Math.min(wait * 2, backoff.longest);
      return retryInMs;
    } finally {
      await within(receiver.client.disconnect(), CLOSE_LIMIT_MS, undefined);
    }
  }

  const running = (async (): Promise<void> => {
    while (!stopping.signal.aborted) await pause(await once(), stopping.signal);
  })();

  async function stop(): Promise<void> {
    stopping.abort();
    await running;
  }
  return line;
}

/** Events over WebSockets that we open: no public address is needed. */
export function createSocketTransport(options: SocketOptions): Transport {
  const wanted = options.connections ?? 2;
  let lines: Line[] = [];
  let gaps = 0;
  const connected = (): void => {
    if (lines.filter((line) => line.connected).length === 1) gaps += 1;
  };
  return {
    start: () => {
      lines = Array.from({ length: wanted }, (_, index) => keepLine(options, index + 1, connected));
      return Promise.resolve();
    },
    stop: async () => {
      await Promise.all(lines.map((line) => line.stop()));
      lines = [];
    },
    health: () => {
      const up = lines.filter((line) => line.connected).length;
      return { connected: up > 0, detail: `Socket Mode, ${up} of ${wanted} connections`, gaps };
    },
  };
}
