import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError, type Call, type Json } from './call.ts';
import type { Fault, Faults } from './faults.ts';
import { checkContent } from './methods-chat.ts';
import { checkArguments } from './known-arguments.ts';
import { METHODS, scopesFor } from './methods.ts';
import { blank, BOT_ID, BOT_USER, type World } from './world.ts';

export interface ServerOptions {
  world: World;
  faults: Faults;
  botToken: string;
  appToken: string;
  /** Bot scopes that the token has. */
  scopes: () => ReadonlySet<string>;
  /** Address of a fresh socket. */
  socketTicket: () => string;
  echo: Call['echo'];
  /** Told of every call, for tests of what the app asks for. */
  called: (method: string, args: Json) => void;
}

const MOST_USES = 5;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function argumentsOf(request: IncomingMessage, body: string): Json {
  const json = (request.headers['content-type'] ?? '').startsWith('application/json');
  return json ? (JSON.parse(body || '{}') as Json) : Object.fromEntries(new URLSearchParams(body));
}

function answer(
  response: ServerResponse,
  status: number,
  body: Json | string,
  headers: Record<string, string> = {},
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(text);
}

function baseUrl(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
}

function checkToken(options: ServerOptions, name: string, request: IncomingMessage): void {
  const wanted = name === 'apps.connections.open' ? options.appToken : options.botToken;
  const given = request.headers.authorization;
  if (given === undefined) throw new ApiError('not_authed');
  if (given !== `Bearer ${wanted}`) throw new ApiError('invalid_auth');
}

function checkScopes(options: ServerOptions, needed: readonly string[]): void {
  const missing = needed.filter((scope) => !options.scopes().has(scope));
  if (missing.length === 0) return;
  throw new ApiError('missing_scope', { needed: missing.join(','), provided: [...options.scopes()].join(',') });
}

function perform(options: ServerOptions, url: string, name: string, args: Json): Json {
  if (name === 'apps.connections.open') {
    return { url: `${url.replace('http', 'ws')}link?ticket=${options.socketTicket()}` };
  }
  const known = METHODS[name];
  if (known === undefined) throw new ApiError('unknown_method');
  checkScopes(options, scopesFor(options.world, name, args));
  checkArguments(name, args);
  return known.method({ world: options.world, url, args, echo: options.echo });
}

/** True when the fault is the whole answer. */
function failFirst(fault: Fault | undefined, response: ServerResponse): boolean {
  if (fault?.kind === 'rate-limit') {
    answer(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfter) });
  } else if (fault?.kind === 'error') answer(response, 200, { ok: false, error: fault.code });
  else if (fault?.kind === 'error-500') answer(response, 500, 'something went wrong');
  else return false;
  return true;
}

function finish(
  fault: Fault | undefined,
  response: ServerResponse,
  result: Json,
  headers: Record<string, string> = {},
): void {
  if (fault?.kind === 'error-500-after') answer(response, 500, 'something went wrong');
  else if (fault?.kind === 'drop-response') response.destroy();
  else answer(response, 200, { ok: true, ...result }, headers);
}

async function api(
  options: ServerOptions,
  url: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const args = argumentsOf(request, await bodyOf(request));
  options.called(name, args);
  const fault = options.faults.take(name);
  if (failFirst(fault, response)) return;
  try {
    checkToken(options, name, request);
    const result = perform(options, url, name, args);
    finish(fault, response, result, { 'x-oauth-scopes': [...options.scopes()].join(',') });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    answer(response, 200, { ok: false, error: error.code, ...error.extra });
  }
  options.world.changed();
}

/** An answer through a `response_url`. */
async function respond(
  options: ServerOptions,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, faults } = options;
  const args = argumentsOf(request, await bodyOf(request));
  const fault = faults.take('response_url');
  if (failFirst(fault, response)) return;
  const slot = world.responses.get(id);
  if (slot === undefined) return answer(response, 404, { ok: false, error: 'expired_url' });
  if (slot.uses >= MOST_USES) return answer(response, 404, { ok: false, error: 'used_url' });
  slot.uses += 1;
  try {
    const content = checkContent(args);
    const thread = typeof args['thread_ts'] === 'string' ? { threadTs: args['thread_ts'] } : {};
    const place = { channel: slot.channel, ts: world.nextTs(), ...thread };
    if (args['response_type'] === 'in_channel') {
      world.messages.push({ ...blank(), ...content, ...place, user: BOT_USER, botId: BOT_ID });
    } else world.ephemerals.push({ ...content, ...place, user: slot.user });
    finish(fault, response, {});
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    answer(response, 400, { ok: false, error: error.code });
  }
  world.changed();
}

async function upload(world: World, id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = world.files.get(id);
  if (file === undefined) return answer(response, 404, 'no such upload');
  file.content = await bodyOf(request);
  answer(response, 200, `OK - ${file.content.length}`);
}

/** Who shows no good token gets the page to sign in, with a 200. */
function download(options: ServerOptions, id: string, request: IncomingMessage, response: ServerResponse): void {
  if (failFirst(options.faults.take('download'), response)) return;
  const file = options.world.files.get(id);
  const allowed = request.headers.authorization === `Bearer ${options.botToken}` && options.scopes().has('files:read');
  if (!allowed) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Sign in</html>');
  else if (file === undefined) answer(response, 404, 'no such file');
  else response.writeHead(200, { 'content-type': file.mime }).end(file.content);
}

export interface RunningServer {
  server: Server;
  url: string;
  close(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const [, kind = '', name = ''] = (request.url ?? '').split('/');
    const url = baseUrl(server);
    if (kind === 'files') return download(options, name, request, response);
    const work =
      kind === 'api'
        ? api(options, url, name, request, response)
        : kind === 'response'
          ? respond(options, name, request, response)
          : upload(options.world, name, request, response);
    work.catch((error: unknown) => answer(response, 500, String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server,
    url: baseUrl(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
