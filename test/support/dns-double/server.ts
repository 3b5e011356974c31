import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { readQuery, RCODE, writeReply, type DnsRecord, type Query } from './wire.ts';

/** How one question is answered; a question not in the zone gets NXDOMAIN. */
export interface DnsReply {
  records?: readonly DnsRecord[];
  rcode?: number;
  delayMs?: number;
  /** Over UDP only the "truncated" bit comes; TCP gives all. */
  truncated?: boolean;
  wrongId?: boolean;
  silent?: boolean;
}

/** By `name TYPE`. */
export type Zone = Record<string, DnsReply>;

export interface DnsDouble {
  /** `host:port` for a resolver. */
  server: string;
  /** Questions asked, as `name TYPE`. */
  asked: string[];
  close(): Promise<void>;
}

/** A name server on loopback, UDP and TCP on the same port. */
export async function startDns(zone: Zone): Promise<DnsDouble> {
  const asked: string[] = [];
  const replyTo = (query: Query): DnsReply => {
    asked.push(`${query.name} ${query.type}`);
    return zone[`${query.name} ${query.type}`] ?? { rcode: RCODE.noSuchName };
  };
  const tcp = createServer((socket) => answerTcp(socket, replyTo));
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', (packet, from) => {
    const query = readQuery(packet);
    const reply = replyTo(query);
    if (reply.silent) return;
    setTimeout(() => udp.send(encode(query, reply, reply.truncated ?? false), from.port, from.address), reply.delayMs);
  });
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    server: `127.0.0.1:${port}`,
    asked,
    close: async () => {
      udp.close();
      tcp.close();
      await once(tcp, 'close');
    },
  };
}

function answerTcp(socket: Socket, replyTo: (query: Query) => DnsReply): void {
  socket
    .on('error', () => undefined)
    .on('data', (chunk: Buffer) => {
      const query = readQuery(chunk.subarray(2));
      const packet = encode(query, replyTo(query), false);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(packet.length);
      socket.end(Buffer.concat([length, packet]));
    });
}

function encode(query: Query, reply: DnsReply, truncated: boolean): Buffer {
  const id = reply.wrongId ? query.id ^ 0xffff : query.id;
  const records = truncated ? [] : (reply.records ?? []);
  return writeReply({
    id,
    question: query.question,
    rcode: reply.rcode ?? RCODE.ok,
    truncated,
    owner: query.name,
    records,
  });
}
