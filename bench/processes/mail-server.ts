import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { openZoo } from '../../test/support/mail-zoo/zoo.ts';

export interface MailServerFacts {
  port: number;
  /** PEM of the authority to trust. */
  ca: string;
}

// An IMAP server with TLS from the first byte, for `mail.example.org`: on port 993 where that is allowed and free.
const zoo = await openZoo();
const behaviour = zoo.good('imap', true);
const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => undefined);
  behaviour(socket, []);
});
server.listen(993, '127.0.0.1');
await once(server, 'listening').catch(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
process.send?.({ port: (server.address() as AddressInfo).port, ca: zoo.root.cert } satisfies MailServerFacts);
