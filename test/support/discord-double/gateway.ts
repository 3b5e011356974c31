import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Double } from './double.ts';
import { number, record, text, type Json } from './json.ts';
import { guildPayload, userPayload } from './payloads.ts';
import { dispatchTo, isOnShard, sendTo, visible, type Session, type Shard } from './sessions.ts';
import { BOT, TOKEN, type World } from './world.ts';

const KNOWN_INTENTS = 0x3_ff_ff_ff;
const NORMAL = 1_000;
const GOING_AWAY = 1_001;
const ABNORMAL = 1_006;

export interface GatewayOptions {
  heartbeatMs: number;
  /** Whether the portal has the Message Content intent switched on. */
  messageContent: boolean;
  /** Fewer shards than this are refused. */
  leastShards: number;
  /** One IDENTIFY for each key in this time, ms. */
  identifyMs: number;
}

/** The socket side: HELLO, IDENTIFY, HEARTBEAT, RESUME, op 7 and op 9. */
export class Gateway {
  readonly counts = { identifies: 0, resumes: 0 };
  readonly closeCodes: number[] = [];
  readonly #double: Double;
  readonly #options: GatewayOptions;
  readonly #sockets: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  /** When each concurrency key was last used. */
  readonly #identified = new Map<number, number>();
  #deaf = false;

  constructor(server: Server, double: Double, options: GatewayOptions) {
    this.#double = double;
    this.#options = options;
    this.#sockets = new WebSocketServer({ server, path: '/gateway' });
    this.#sockets.on('connection', (socket, { url = '' }) => this.#greet(socket, url));
  }

  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined).length;
  }

  get readsAll(): boolean {
    return [...this.#sessions.values()].some(({ intents }) => (intents & GatewayIntentBits.MessageContent) !== 0);
  }

  dispatch(type: string, data: object): void {
    for (const session of this.#sessions.values()) {
      const seen = visible(this.#double.world, session, type, data);
      if (seen) dispatchTo(session, type, seen, this.#double);
    }
  }

  /** A frame as it is, numbered: for payloads that Discord would never send. */
  dispatchRaw(type: unknown, data: unknown): void {
    for (const session of this.#sessions.values()) dispatchTo(session, String(type), data, this.#double);
  }

  /** Closes every socket with a code; 1006 breaks the line. */
  disconnect(code: number): void {
    for (const socket of this.#sockets.clients) {
      if (code === ABNORMAL) socket.terminate();
      else socket.close(code);
    }
  }

  /** From now on heartbeats are not answered: to the app the line seems open, and is dead. */
  goDeaf(): void {
    this.#deaf = true;
  }

  /** The next sockets are answered again. */
  hearAgain(): void {
    this.#deaf = false;
  }

  /** Op 7. */
  askReconnect(): void {
    for (const socket of this.#sockets.clients) sendTo(socket, { op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Op 9, for every session; one that is not resumable is forgotten. */
  invalidate(resumable: boolean): void {
    for (const session of this.#sessions.values()) {
      session.over = !resumable;
      delete session.socket;
    }
    if (!resumable) this.#sessions.clear();
    for (const socket of this.#sockets.clients) sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: resumable });
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }

  #greet(socket: WebSocket, url: string): void {
    if (new URL(url, 'ws://double').searchParams.get('v') !== '10') {
      socket.close(GatewayCloseCodes.InvalidAPIVersion);
      return;
    }
    socket.on('message', (frame: Buffer) => this.#take(socket, record(JSON.parse(frame.toString()))));
    socket.on('close', (code) => this.#gone(socket, code));
    sendTo(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#options.heartbeatMs } });
  }

  #take(socket: WebSocket, { op, d }: Json): void {
    const data = record(d);
    const again =
      this.#sessionOf(socket) !== undefined && (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume);
    if (op === GatewayOpcodes.Heartbeat) this.#beat(socket);
    else if (again) socket.close(GatewayCloseCodes.AlreadyAuthenticated);
    else if (op === GatewayOpcodes.Identify) this.#identify(socket, data);
    else if (op === GatewayOpcodes.Resume) this.#resume(socket, data);
    else socket.close(GatewayCloseCodes.UnknownOpcode);
  }

  #beat(socket: WebSocket): void {
    if (!this.#deaf) sendTo(socket, { op: GatewayOpcodes.HeartbeatAck });
  }

  #identify(socket: WebSocket, data: Json): void {
    this.counts.identifies += 1;
    this.#double.starts.remaining -= 1;
    const shard = shardOf(data);
    const refusal = data['token'] === TOKEN ? this.#refusalOf(data, shard) : GatewayCloseCodes.AuthenticationFailed;
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    if (!this.#mayIdentify(shard)) {
      sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    const id = `session-${this.#double.world.nextId()}`;
    const session: Session = {
      id,
      intents: number(data['intents']),
      shard,
      sequence: 0,
      sent: [],
      socket,
      since: Date.now(),
      resumedFrom: 0,
      over: false,
      abandoned: false,
    };
    for (const other of this.#sessions.values()) if (other.shard[0] === shard[0]) other.abandoned = true;
    this.#sessions.set(session.id, session);
    dispatchTo(session, 'READY', readyPayload(this.#double, session), this.#double);
    for (const guild of guildsOf(this.#double.world, session)) {
      dispatchTo(session, 'GUILD_CREATE', guildPayload(this.#double.world, guild), this.#double);
    }
    this.#double.changed();
  }

  #mayIdentify([shard]: Shard): boolean {
    const key = shard % this.#double.maxConcurrency;
    const now = Date.now();
    if (now - (this.#identified.get(key) ?? 0) < this.#options.identifyMs) return false;
    this.#identified.set(key, now);
    return true;
  }

  #refusalOf(data: Json, [shard, count]: Shard): GatewayCloseCodes | undefined {
    const intents = number(data['intents']);
    if (shard >= count) return GatewayCloseCodes.InvalidShard;
    if (count < this.#options.leastShards) return GatewayCloseCodes.ShardingRequired;
    if ((intents & ~KNOWN_INTENTS) !== 0) return GatewayCloseCodes.InvalidIntents;
    const privileged = (intents & GatewayIntentBits.MessageContent) !== 0;
    return privileged && !this.#options.messageContent ? GatewayCloseCodes.DisallowedIntents : undefined;
  }

  #resume(socket: WebSocket, data: Json): void {
    this.counts.resumes += 1;
    const session = this.#sessions.get(text(data['session_id']) ?? '');
    const from = number(data['seq']);
    if (data['token'] !== TOKEN) socket.close(GatewayCloseCodes.AuthenticationFailed);
    else if (!session) sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    else if (from > session.sequence) socket.close(GatewayCloseCodes.InvalidSeq);
    else this.#replay(socket, session, from);
  }

  #replay(socket: WebSocket, session: Session, from: number): void {
    session.socket = socket;
    session.resumedFrom = Math.max(session.resumedFrom, from);
    session.abandoned = false;
    this.#double.ledger.replayed(session, from);
    for (const payload of session.sent.slice(from)) sendTo(socket, payload);
    dispatchTo(session, 'RESUMED', { _trace: [] }, this.#double);
    this.#double.changed();
  }

  #sessionOf(socket: WebSocket): Session | undefined {
    return [...this.#sessions.values()].find((session) => session.socket === socket);
  }

  /** 1000 and 1001 end the session; any other code leaves it to be resumed. */
  #gone(socket: WebSocket, code: number): void {
    this.closeCodes.push(code);
    this.#double.ledger.lineEnded(socket, code);
    const session = this.#sessionOf(socket);
    if (session) delete session.socket;
    if (session && (code === NORMAL || code === GOING_AWAY)) {
      session.over = true;
      this.#sessions.delete(session.id);
    }
    this.#double.changed();
  }
}

/** `[0, 1]` where none is named. */
function shardOf(data: Json): Shard {
  const named: unknown = data['shard'];
  return Array.isArray(named) ? [number(named[0]), number(named[1])] : [0, 1];
}

function readyPayload(double: Double, session: Session): object {
  return {
    v: 10,
    user: userPayload(double.world.user(BOT)),
    guilds: guildsOf(double.world, session).map((id) => ({ id, unavailable: true })),
    session_id: session.id,
    shard: session.shard,
    resume_gateway_url: double.gatewayUrl(),
    application: { id: BOT, flags: 0 },
  };
}

function guildsOf(world: World, session: Session): string[] {
  return [...world.guilds.values()]
    .filter(({ member }) => member)
    .map(({ id }) => id)
    .filter((guild) => isOnShard(guild, session.shard));
}
