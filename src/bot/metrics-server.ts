import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Secret } from './secret.ts';

export interface MetricsParts {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Asked for as a bearer token, for `/metrics` alone. */
  token?: Secret;
  /** Whether work goes on: a process that stands still must be started anew. */
  alive: () => boolean;
  /** Whether the store answers and all that is on is connected. */
  ready: () => Promise<boolean>;
  page: () => Promise<string>;
}

export interface MetricsServer {
  port: number;
  close(): Promise<void>;
}

const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';

/** `/healthz`: this process lives, and works. `/readyz`: it can do its work. `/metrics`: for Prometheus. */
export async function serveMetrics(parts: MetricsParts): Promise<MetricsServer> {
  const server = createServer((request, response) => void answer(parts, request, response));
  server.listen(parts.port, parts.host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

async function answer(parts: MetricsParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const [status, type, body] = await answerTo(parts, request);
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
  } catch {
    response.writeHead(503).end();
  }
}

async function answerTo(parts: MetricsParts, request: IncomingMessage): Promise<[number, string, string]> {
  const path = (request.url ?? '').split('?')[0];
  if (request.method !== 'GET') return [405, 'text/plain', ''];
  if (path === '/healthz') {
    const alive = parts.alive();
    return [alive ? 200 : 503, 'application/json', JSON.stringify({ status: alive ? 'ok' : 'hangs' })];
  }
  if (path === '/readyz') {
    const ready = await parts.ready();
    return [ready ? 200 : 503, 'application/json', JSON.stringify({ ready })];
  }
  if (path !== '/metrics') return [404, 'text/plain', ''];
  if (!mayRead(parts.token, request.headers.authorization)) return [401, 'text/plain', ''];
  return [200, PROMETHEUS, await parts.page()];
}

function mayRead(token: Secret | undefined, given = ''): boolean {
  if (!token) return true;
  return timingSafeEqual(digest(given), digest(`Bearer ${token.reveal()}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
