import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Issued } from './authority.ts';

export type Page = (request: IncomingMessage, response: ServerResponse) => void;

export interface WebDouble {
  port: number;
  /** `https://host/path?query` of every request. */
  asked: string[];
  close(): Promise<void>;
}

/** An https server with pages by full URL; 404 for the rest. */
export async function startWeb(
  credentials: Pick<Issued, 'cert' | 'key'>,
  pages: Record<string, Page>,
): Promise<WebDouble> {
  const asked: string[] = [];
  const server = createServer({ cert: credentials.cert, key: credentials.key }, (request, response) => {
    const url = `https://${request.headers.host}${request.url}`;
    asked.push(url);
    const page = pages[url];
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function page(body: string | Buffer, headers: Record<string, string> = {}): Page {
  return (_, response) => void response.writeHead(200, { 'content-type': 'application/xml', ...headers }).end(body);
}

export function redirect(to: string): Page {
  return (_, response) => void response.writeHead(302, { location: to }).end();
}

/** Writes until the other side has had enough. */
export const endlessPage: Page = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/xml' });
  const pour = (): void => {
    while (!response.destroyed && response.write('<clientConfig>'.repeat(512)));
  };
  response.on('drain', pour);
  pour();
};

export interface AutoconfigServer {
  type: 'imap' | 'pop3' | 'smtp';
  hostname: string;
  port: number | string;
  socketType: string;
}

/** An autoconfig file as providers publish it. */
export function autoconfig(servers: readonly AutoconfigServer[]): string {
  const elements = servers.map(({ type, hostname, port, socketType }) => {
    const tag = type === 'smtp' ? 'outgoingServer' : 'incomingServer';
    return `<${tag} type="${type}"><hostname>${hostname}</hostname><port>${port}</port>
      <socketType>${socketType}</socketType><username>%EMAILADDRESS%</username></${tag}>`;
  });
  return `<?xml version="1.0"?><!-- made by hand --><clientConfig version="1.1"><emailProvider id="example.org">
    <domain>example.org</domain><displayName>Zoo</displayName>${elements.join('')}</emailProvider></clientConfig>`;
}
