import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import type { Double } from './double.ts';
import type { RestFault } from './faults.ts';
import { record, records } from './json.ts';
import type { Upload } from './messages.ts';
import { findRoute, type Found, type Request } from './routes.ts';
import { TOKEN } from './world.ts';

const PREFIX = '/api/v10';
const FILES = '/files/';

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function parts(type: string, bytes: Buffer): Promise<{ value: unknown; files: Upload[] }> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: Upload[] = [];
  for (const [name, part] of form) {
    if (typeof part === 'string' || !name.startsWith('files[')) continue;
    files.push({ name: part.name, size: part.size, content: await part.text() });
  }
  const payload = form.get('payload_json');
  return { value: typeof payload === 'string' ? JSON.parse(payload) : {}, files };
}

async function requestOf(request: IncomingMessage, query: URLSearchParams): Promise<Request> {
  const bytes = await bytesOf(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/')) {
    const { value, files } = await parts(type, bytes);
    return { body: record(value), list: [], files, query };
  }
  const value: unknown = bytes.length === 0 ? {} : JSON.parse(bytes.toString());
  return { body: record(value), list: records(value), files: [], query };
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  if (body === undefined) {
    response.writeHead(204, headers).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function sendError(response: ServerResponse, error: unknown): void {
  if (!(error instanceof ApiError)) {
    send(response, 500, { message: error instanceof Error ? error.message : 'broken', code: 0 });
    return;
  }
  const { status, code, message, errors } = error;
  send(response, status, { code, message, ...(errors && { errors }) });
}

function rateLimit(response: ServerResponse, { retryAfter = 1, global = false }: RestFault): void {
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global };
  send(response, 429, body, {
    'retry-after': String(retryAfter),
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global && { 'x-ratelimit-global': 'true' }),
  });
}

/** True where the fault took the place of the answer. */
function failBefore(fault: RestFault | undefined, response: ServerResponse): boolean {
  switch (fault?.kind) {
    case 'rate-limit':
      rateLimit(response, fault);
      return true;
    case 'error':
      send(response, 500, { message: 'Internal Server Error', code: 0 });
      return true;
    case 'refuse':
      send(response, fault.status ?? 400, { code: fault.code ?? 0, message: 'refused' });
      return true;
    case 'drop':
      response.destroy();
      return true;
    case 'error-after':
    case 'drop-after':
    case undefined:
      return false;
  }
}

function authorize({ route }: Found, authorization: string | undefined): void {
  if (route.open !== true && authorization !== `Bot ${TOKEN}`) throw new ApiError(401, 0, '401: Unauthorized');
}

/** A file of the world; its signature may have expired. */
function sendFile(double: Double, url: URL, response: ServerResponse): void {
  const file = double.world.files.get(url.pathname.slice(FILES.length));
  if (!file) response.writeHead(404).end('gone');
  else if (Number(url.searchParams.get('ex')) !== file.signature)
    response.writeHead(403).end('This content is no longer available.');
  else response.writeHead(200, { 'content-type': file.mime }).end(file.bytes);
}

export interface RestServer {
  readonly server: Server;
  /** "POST /channels/2001/messages", oldest first. */
  readonly requests: string[];
}

/** The REST side, on loopback. */
export function createRestServer(double: Double): RestServer {
  const requests: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://double');
    if (url.pathname.startsWith(FILES)) {
      const name = `GET ${url.pathname}`;
      requests.push(name);
      if (!failBefore(double.faults.rest(name), response)) sendFile(double, url, response);
      return;
    }
    const path = url.pathname.slice(PREFIX.length);
    const name = `${request.method} ${path}`;
    const found = url.pathname.startsWith(PREFIX) ? findRoute(request.method ?? '', path) : undefined;
    const parsed = await requestOf(request, url.searchParams);
    requests.push(name);
    double.changed();
    if (!found) throw new ApiError(404, 0, '404: Not Found');
    authorize(found, request.headers.authorization);
    const fault = double.faults.rest(name);
    if (failBefore(fault, response)) return;
    const result = found.route.run(double, found.params, parsed);
    if (fault?.kind === 'error-after') send(response, 500, { message: 'Internal Server Error', code: 0 });
    else if (fault?.kind === 'drop-after') response.destroy();
    else send(response, 200, result);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sendError(response, error));
  });
  return { server, requests };
}
