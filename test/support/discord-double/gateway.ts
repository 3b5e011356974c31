import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Double } from './double.ts';
import { number, record, text, type Json } from './json.ts';
import { channelPayload, isThread, userPayload } from './payloads.ts';
import { dispatchTo, sendTo, visible, type Session } from './sessions.ts';
import { BOT, GUILD, TOKEN } from './world.ts';

const KNOWN_INTENTS = 0x3_ff_ff_ff;

export interface GatewayOptions {
  heartbeatMs: number;
  /** Whether the portal has the Message Content intent switched on. */
  messageContent: boolean;
}

export interface Gateway {
  dispatch(type: string, data: object): void;
  /** A frame as it is, numbered: for payloads that Discord would never send. */
  dispatchRaw(type: unknown, data: unknown): void;
  /** Closes every socket with a code; 1006 breaks the line. */
  disconnect(code: number): void;
  /** Op 7. */
  askReconnect(): void;
  /** Op 9, for every session; one that is not resumable is forgotten. */
  invalidate(resumable: boolean): void;
  readonly counts: { identifies: number; resumes: number };
  readonly closeCodes: number[];
  readonly connected: number;
  close(): void;
}

export function createGateway(server: Server, double: Double, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const sessions = new Map<string, Session>();
  const counts = { identifies: 0, resumes: 0 };
  const closeCodes: number[] = [];

  const ready = (session: Session): void => {
    dispatchTo(session, 'READY', readyPayload(double, session.id), double.faults);
    dispatchTo(session, 'GUILD_CREATE', guildPayload(double), double.faults);
    double.changed();
  };

  const identify = (socket: WebSocket, data: Json): void => {
    counts.identifies += 1;
    double.starts.remaining -= 1;
    const intents = number(data['intents']);
    if (data['token'] !== TOKEN) return socket.close(GatewayCloseCodes.AuthenticationFailed);
    if ((intents & ~KNOWN_INTENTS) !== 0) return socket.close(GatewayCloseCodes.InvalidIntents);
    const privileged = (intents & GatewayIntentBits.MessageContent) !== 0;
    if (privileged && !options.messageContent) return socket.close(GatewayCloseCodes.DisallowedIntents);
    const session: Session = { id: `session-${double.world.nextId()}`, intents, sequence: 0, sent: [], socket };
    sessions.set(session.id, session);
    return ready(session);
  };

  const resume = (socket: WebSocket, data: Json): void => {
    counts.resumes += 1;
    const session = sessions.get(text(data['session_id']) ?? '');
    const from = number(data['seq']);
    if (data['token'] !== TOKEN) return socket.close(GatewayCloseCodes.AuthenticationFailed);
    if (!session) return sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    if (from > session.sequence) return socket.close(GatewayCloseCodes.InvalidSeq);
    session.socket = socket;
    for (const payload of session.sent.slice(from)) sendTo(socket, payload);
    dispatchTo(session, 'RESUMED', { _trace: [] }, double.faults);
    return double.changed();
  };

  const greeted = (socket: WebSocket): Session | undefined =>
    [...sessions.values()].find((session) => session.socket === socket);

  const take = (socket: WebSocket, { op, d }: Json): void => {
    if (op === GatewayOpcodes.Heartbeat) return sendTo(socket, { op: GatewayOpcodes.HeartbeatAck });
    const again = op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume;
    if (again && greeted(socket)) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
    if (op === GatewayOpcodes.Identify) return identify(socket, record(d));
    if (op === GatewayOpcodes.Resume) return resume(socket, record(d));
    return socket.close(GatewayCloseCodes.UnknownOpcode);
  };

  /** 1000 and 1001 end the session; any other code leaves it to be resumed. */
  const gone = (socket: WebSocket, code: number): void => {
    closeCodes.push(code);
    const session = greeted(socket);
    if (session) delete session.socket;
    if (session && (code === 1_000 || code === 1_001)) sessions.delete(session.id);
    double.changed();
  };

  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url ?? '', 'ws://double').searchParams;
    if (query.get('v') !== '10') return socket.close(GatewayCloseCodes.InvalidAPIVersion);
    socket.on('message', (frame: Buffer) => take(socket, record(JSON.parse(frame.toString()))));
    socket.on('close', (code) => gone(socket, code));
    return sendTo(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: options.heartbeatMs } });
  });

  const live = (): Session[] => [...sessions.values()];

  return {
    counts,
    closeCodes,
    get connected() {
      return live().filter(({ socket }) => socket !== undefined).length;
    },
    dispatch(type, data) {
      for (const session of live()) {
        const seen = visible(double.world, session, type, data);
        if (seen) dispatchTo(session, type, seen, double.faults);
      }
    },
    dispatchRaw(type, data) {
      for (const session of live()) dispatchTo(session, String(type), data, double.faults);
    },
    disconnect(code) {
      for (const socket of sockets.clients) {
        if (code === 1_006) socket.terminate();
        else socket.close(code);
      }
    },
    askReconnect() {
      for (const socket of sockets.clients) sendTo(socket, { op: GatewayOpcodes.Reconnect, d: null });
    },
    invalidate(resumable) {
      if (!resumable) sessions.clear();
      for (const socket of sockets.clients) sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: resumable });
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function readyPayload(double: Double, session: string): object {
  return {
    v: 10,
    user: userPayload(double.world.user(BOT)),
    guilds: [{ id: GUILD, unavailable: true }],
    session_id: session,
    resume_gateway_url: double.gatewayUrl(),
    application: { id: BOT, flags: 0 },
  };
}

function guildPayload({ world }: Double): object {
  const own = [...world.channels.values()].filter(({ guild_id }) => guild_id === GUILD);
  return {
    id: GUILD,
    name: 'Double',
    channels: own.filter((channel) => !isThread(channel)).map((channel) => channelPayload(channel)),
    threads: own.filter((channel) => isThread(channel)).map((channel) => channelPayload(channel)),
  };
}
