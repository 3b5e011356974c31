import { EventEmitter, once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls';
import type { Protocol } from '../../../src/core/index.ts';
import { answer, MANNERS, type Manners } from './conversation.ts';

/** What a server does with each connection. `heard` gathers all lines it was told. */
export type Behaviour = (socket: Socket, heard: string[]) => void;

export interface Cage {
  port: number;
  heard: string[];
  /** Connections taken so far. */
  visits(): number;
  /** Resolves at the first connection. */
  visited(): Promise<void>;
  /** Resolves when no connection is open. */
  left(): Promise<void>;
  close(): Promise<void>;
}

/** Runs a behaviour on a free loopback port. */
export async function keep(behaviour: Behaviour, host = '127.0.0.1'): Promise<Cage> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const events = new EventEmitter();
  let visits = 0;
  const server: Server = createServer({ noDelay: true }, (socket) => {
    visits += 1;
    sockets.add(socket);
    socket
      .on('error', () => undefined)
      .on('close', () => {
        sockets.delete(socket);
        events.emit('left');
      });
    events.emit('visited');
    behaviour(socket, heard);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    heard,
    visits: () => visits,
    visited: async () => void (visits > 0 || (await once(events, 'visited'))),
    left: async () => {
      while (sockets.size > 0) await once(events, 'left');
    },
    close: () => closeAll(server, sockets),
  };
}

async function closeAll(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, 'close');
}

export interface MailServer {
  protocol: Protocol;
  credentials: SecureContextOptions;
  /** TLS from the first byte. */
  implicit?: boolean;
  manners?: Partial<Manners>;
  requestCert?: boolean;
}

/** A server that keeps to its protocol; hostile ones change one thing of it. */
export function mailServer({ protocol, credentials, implicit = false, manners, requestCert }: MailServer): Behaviour {
  const own = { ...MANNERS[protocol], ...manners };
  const secureContext = createSecureContext(credentials);
  const encrypt = (socket: Socket): TLSSocket =>
    new TLSSocket(socket, {
      isServer: true,
      secureContext,
      ...(requestCert && { requestCert, rejectUnauthorized: true }),
    });

  return (socket, heard) => {
    const first = implicit ? encrypt(socket) : socket;
    first.on('error', () => undefined);
    const greet = (): void => void first.write(`${own.greeting}\r\n`);
    if (implicit) first.once('secure', greet);
    else greet();
    converse(first, implicit ? own.encrypted : own.plain);

    function converse(talking: Socket, capabilities: readonly string[]): void {
      onLines(talking, (line) => {
        heard.push(line);
        const { text, startTls, hangUp } = answer(protocol, line, capabilities);
        if (startTls) talking.removeAllListeners('data');
        talking.write(text);
        if (hangUp) talking.end();
        if (startTls)
          converse(
            encrypt(talking).on('error', () => undefined),
            own.encrypted,
          );
      });
    }
  };
}

export function onLines(socket: Socket, handle: (line: string) => void): void {
  let rest = '';
  socket.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) handle(line);
  });
}
