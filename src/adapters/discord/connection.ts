import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents as Events } from '@discordjs/ws';
import type { GatewayDispatchPayload, GatewayIntentBits } from 'discord.js';
import type { AdapterLog } from '../../core/index.ts';
import { adviceFor, needsMoreShards } from './close-codes.ts';
import { createIdentifyThrottler } from './identify.ts';
import { Line } from './line.ts';
import type { Sessions } from './session.ts';

/** Any code but 1000 and 1001 leaves the session to be resumed. */
const KEEP_SESSION = 4_000;
const CLOSE_PATIENCE = 2_000;
/** The socket's client reconnects by itself; away this long it is built anew. */
const AWAY_LIMIT = 60_000;
const LOOK_EVERY = 5_000;

type ConnectionEnd = { kind: 'refused'; advice: string } | { kind: 'lost'; reason: string };

export interface Connection {
  readonly connected: boolean;
  /** Resolves when this connection will not come back by itself. */
  readonly ended: Promise<ConnectionEnd>;
  /** Leaves the session to be resumed. */
  close(): Promise<void>;
}

export interface ConnectionOptions {
  rest: REST;
  token: string;
  intents: GatewayIntentBits;
  sessions: Sessions;
  log: AdapterLog;
  /** As many as Discord advises when absent; asked anew for each connection. */
  shards?: { first: number; last: number; count: number };
  onDispatch: (shard: number, payload: GatewayDispatchPayload) => void;
}

type End = (how: ConnectionEnd) => void;

function ending(): [Promise<ConnectionEnd>, End] {
  let end: End = () => {};
  const ended = new Promise<ConnectionEnd>((resolve) => {
    end = resolve;
  });
  return [ended, end];
}

function createManager({ token, intents, rest, log, shards }: ConnectionOptions, line: Line): WebSocketManager {
  return new WebSocketManager({
    token,
    intents,
    rest,
    ...(shards && { shardCount: shards.count, shardIds: { start: shards.first, end: shards.last } }),
    buildIdentifyThrottler: (manager) => createIdentifyThrottler(manager, log),
    retrieveSessionInfo: (shard) => line.retrieve(shard),
    updateSessionInfo: (shard, session) => line.update(shard, session),
  });
}

function listen(manager: WebSocketManager, line: Line, options: ConnectionOptions, end: End): void {
  const { log } = options;
  const up = (shard: number, resumed: boolean): void => {
    line.up(shard);
    log.info('discord-connected', { shard, resumed });
  };
  manager.on(Events.Hello, ({ shardId }) => line.greeted(shardId));
  manager.on(Events.Ready, ({ shardId }) => up(shardId, false));
  manager.on(Events.Resumed, ({ shardId }) => up(shardId, true));
  manager.on(Events.Dispatch, ({ data, shardId }) => options.onDispatch(shardId, data));
  manager.on(Events.Error, ({ error, shardId }) => {
    log.warn('discord-socket-error', { shard: shardId, error: error.name });
  });
  manager.on(Events.Closed, ({ code, shardId }) => {
    line.closed(shardId, code);
    log.info('discord-disconnected', { shard: shardId, code });
    const advice = adviceFor(code);
    const growing = needsMoreShards(code) && options.shards === undefined;
    if (growing) end({ kind: 'lost', reason: 'more shards are needed' });
    else if (advice !== undefined) end({ kind: 'refused', advice });
  });
}

async function connect(manager: WebSocketManager, line: Line): Promise<void> {
  const info = await manager.fetchGatewayInformation();
  line.expect(await manager.getShardIds(), info.url);
  await manager.connect();
}

async function destroy(manager: WebSocketManager): Promise<void> {
  await Promise.race([
    Promise.resolve(manager.destroy({ code: KEEP_SESSION, reason: 'stopping' })),
    sleep(CLOSE_PATIENCE, undefined, { ref: false }),
  ]);
}

/** One life of the gateway client. */
export function openConnection(options: ConnectionOptions): Connection {
  const line = new Line(options.sessions);
  const [ended, end] = ending();
  const manager = createManager(options, line);
  listen(manager, line, options, end);
  const watch = setInterval(() => {
    if (line.awayFor() >= AWAY_LIMIT) end({ kind: 'lost', reason: 'away too long' });
  }, LOOK_EVERY).unref();
  void connect(manager, line).catch((error: unknown) => {
    end({ kind: 'lost', reason: error instanceof Error ? error.name : 'unknown' });
  });

  return {
    get connected() {
      return line.connected;
    },
    ended,
    async close() {
      clearInterval(watch);
      line.end();
      await destroy(manager);
    },
  };
}
