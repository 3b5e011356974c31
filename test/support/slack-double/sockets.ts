import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Json } from './call.ts';
import type { Faults } from './faults.ts';
import type { World } from './world.ts';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** What became of one delivery to the app. */
export interface Acknowledged {
  acknowledged: boolean;
  body: unknown;
}

export interface Deliverer {
  deliver(type: EnvelopeType, payload: Json): Promise<Acknowledged>;
  stop(): Promise<void>;
}

export interface Sockets extends Deliverer {
  /** A one-time address for `apps.connections.open`. */
  ticket(): string;
  /** Ends the oldest connection as Slack does at a refresh, or without a word; frozen, it stays open and is deaf and dumb. */
  disconnect(manner: 'refresh' | 'cut' | 'freeze'): void;
  count(): number;
}

interface Pending {
  id: string;
  type: EnvelopeType;
  payload: Json;
  attempt: number;
  sentOn: WebSocket | undefined;
  timer?: NodeJS.Timeout;
  settle(result: Acknowledged): void;
}

export interface Patience {
  /** Milliseconds until an event is sent again. */
  ackMs: number;
  /** How often in all. */
  sends: number;
}

export function createSockets(world: World, faults: Faults, server: Server, { ackMs, sends }: Patience): Sockets {
  /** Events come again when nobody acknowledged them; what a person pressed fails before their eyes instead. */
  const attempts: Record<EnvelopeType, number> = { events_api: sends, slash_commands: 1, interactive: 1 };
  const wss = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const pending = new Map<string, Pending>();
  let held: Pending | undefined;
  let turn = 0;

  /** Exactly one of the sockets, and a different one when it is sent again. */
  const choose = (not: WebSocket | undefined): WebSocket | undefined => {
    const others = open.filter((socket) => socket !== not);
    const among = others.length > 0 ? others : open;
    turn += 1;
    return among[turn % Math.max(among.length, 1)];
  };

  const expire = (envelope: Pending): void => {
    if (envelope.attempt < attempts[envelope.type]) return send(envelope);
    pending.delete(envelope.id);
    envelope.settle({ acknowledged: false, body: undefined });
  };

  const write = (socket: WebSocket, envelope: Pending): void => {
    const { id, type, payload, attempt } = envelope;
    const retry =
      type === 'events_api' ? { retry_attempt: attempt - 1, retry_reason: attempt > 1 ? 'timeout' : '' } : {};
    const accepts = type !== 'events_api';
    socket.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: accepts, ...retry }));
  };

  function send(envelope: Pending): void {
    const socket = choose(envelope.sentOn);
    // With no socket it waits for the next one.
    envelope.sentOn = socket;
    if (socket === undefined) return;
    envelope.attempt += 1;
    clearTimeout(envelope.timer);
    envelope.timer = setTimeout(() => expire(envelope), ackMs);
    write(socket, envelope);
  }

  /** Applies `hold` and `duplicate`. */
  const dispatch = (envelope: Pending): void => {
    const fault = envelope.type === 'events_api' ? faults.take('event') : undefined;
    if (fault?.kind === 'hold') {
      held = envelope;
      return;
    }
    send(envelope);
    const twin = fault?.kind === 'duplicate' ? choose(envelope.sentOn) : undefined;
    if (twin !== undefined) write(twin, envelope);
    if (held !== undefined) send(held);
    held = undefined;
  };

  const acknowledge = (raw: string): void => {
    const { envelope_id: id, payload } = JSON.parse(raw) as { envelope_id: string; payload?: unknown };
    const envelope = pending.get(id);
    if (envelope === undefined) return;
    pending.delete(id);
    clearTimeout(envelope.timer);
    envelope.settle({ acknowledged: true, body: payload });
  };

  const welcome = (socket: WebSocket): void => {
    open.push(socket);
    socket.on('message', (data: Buffer) => acknowledge(data.toString('utf8')));
    socket.on('close', () => {
      open.splice(open.indexOf(socket), 1);
      for (const envelope of pending.values()) if (envelope.sentOn === socket) send(envelope);
      world.changed();
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: open.length, debug_info: { host: 'double' } }));
    for (const envelope of pending.values()) if (envelope.sentOn === undefined) send(envelope);
    world.changed();
  };

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '', 'http://double').searchParams.get('ticket') ?? '';
    if (tickets.delete(ticket)) wss.handleUpgrade(request, socket, head, welcome);
    else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });

  return {
    ticket: () => {
      const ticket = world.nextId('ticket-');
      tickets.add(ticket);
      return ticket;
    },
    deliver: (type, payload) =>
      new Promise((settle) => {
        const envelope = { id: world.nextId('env-'), type, payload, attempt: 0, sentOn: undefined, settle };
        pending.set(envelope.id, envelope);
        dispatch(envelope);
      }),
    disconnect: (manner) => {
      const socket = open.find((each) => each.readyState === each.OPEN && !each.isPaused);
      if (manner === 'cut') socket?.terminate();
      else if (manner === 'freeze') socket?.pause();
      else socket?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    count: () => open.length,
    stop: () => {
      for (const envelope of pending.values()) clearTimeout(envelope.timer);
      for (const socket of open.slice()) socket.terminate();
      wss.close();
      return Promise.resolve();
    },
  };
}
