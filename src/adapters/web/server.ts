import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface RunningServer {
  port: number;
  /** Stops listening and waits for answers in hand; streams must have been told before. */
  close(): Promise<void>;
}

/** Rejects when the address can't be had, such as a port in use. */
export async function listen(app: Hono, host: string, port: number): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
  const answering = answersOf(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return { port: bound, close: () => close(server, answering) };
}

/** The answers that are in hand at any time. */
function answersOf(server: Server): ReadonlySet<ServerResponse> {
  const answering = new Set<ServerResponse>();
  server.on('request', (_, response: ServerResponse) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  return answering;
}

async function close(server: Server, answering: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  await Promise.all([...answering].map((response) => once(response, 'close')));
  // Browsers connect ahead of need; Node counts a connection on which nothing was asked yet as busy.
  server.closeAllConnections();
  await closed;
}
