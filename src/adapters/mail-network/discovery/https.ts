import { once } from 'node:events';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { Client, type Dispatcher } from 'undici';
import type { HostAddress } from '../dns.ts';
import type { Guard, Vetting } from '../guard/guard.ts';
import type { Dial } from '../options.ts';
import { connect } from '../sockets/connect.ts';
import type { TlsContexts } from '../sockets/tls-contexts.ts';

/** `nothing`: the server has no such page. `refused`: something we do not take: another scheme, an address, too much. */
export type Fetched = { status: 'ok'; body: string } | { status: 'nothing' | 'refused' | 'failed' };
export type FetchText = (url: string, signal: AbortSignal) => Promise<Fetched>;

interface HttpsParts {
  guard: Guard;
  dial: Dial;
  connectMs: number;
  contexts: Pick<TlsContexts, 'strict'>;
}

const HTTPS_PORT = 443;
const MOST_REDIRECTS = 3;
const MOST_BYTES = 65_536;
const MOST_HEADER_BYTES = 16_384;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

type Step = Fetched | { status: 'redirect'; to: string };

/** Gets a small text over https. Every host, of redirects too, is vetted, and only its vetted addresses are dialled. Never throws. */
export function createHttps(parts: HttpsParts): FetchText {
  return async (url, signal) => {
    let next = url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const step = await fetchOnce(next, parts, signal);
      if (step.status !== 'redirect') return step;
      next = step.to;
    }
    return { status: 'refused' };
  };
}

async function fetchOnce(text: string, parts: HttpsParts, signal: AbortSignal): Promise<Step> {
  const url = plainHttpsUrl(text);
  if (!url) return { status: 'refused' };
  const vetting = await parts.guard.vet(url.hostname, signal);
  if (vetting.status === 'refused') return { status: 'refused' };
  if (vetting.status !== 'vetted') return { status: vetting.status === 'name-not-found' ? 'nothing' : 'failed' };
  return fetchFrom(url, vetting, parts, signal).catch(() => ({ status: 'failed' }));
}

async function fetchFrom(
  url: URL,
  { host, addresses }: Extract<Vetting, { status: 'vetted' }>,
  parts: HttpsParts,
  signal: AbortSignal,
): Promise<Step> {
  const socket = await dialTls(host, addresses, parts, signal);
  const client = new Client(url.origin, {
    // The client is still busy asking when it asks: an answer within the call would be lost.
    connect: (_, callback) => queueMicrotask(() => callback(null, socket)),
    maxHeaderSize: MOST_HEADER_BYTES,
  });
  try {
    return await readAnswer(await client.request(request(url, signal)), url);
  } finally {
    await client.destroy();
  }
}

/** No other scheme or port, no user name: a redirect may ask for anything. */
function plainHttpsUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' ? url : undefined;
}

function request(url: URL, signal: AbortSignal): Dispatcher.RequestOptions {
  const headers = { accept: 'application/xml, text/xml', 'accept-encoding': 'identity', 'user-agent': 'postilion' };
  return { path: url.pathname + url.search, method: 'GET', headers, signal };
}

async function dialTls(
  host: string,
  addresses: readonly HostAddress[],
  { dial, connectMs, contexts }: HttpsParts,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const connected = await connect(addresses, { dial, port: HTTPS_PORT, connectMs, signal }).first;
  if (typeof connected === 'string') throw new Error(connected);
  const tls = connectTls({ socket: connected.socket, servername: host, secureContext: contexts.strict() });
  try {
    await once(tls, 'secureConnect', { signal });
    return tls;
  } catch (error) {
    tls.on('error', () => undefined).destroy();
    throw error;
  }
}

async function readAnswer({ statusCode, headers, body }: Dispatcher.ResponseData, url: URL): Promise<Step> {
  const location = headers['location'];
  if (REDIRECTS.has(statusCode) && typeof location === 'string') {
    return URL.canParse(location, url.href)
      ? { status: 'redirect', to: new URL(location, url).href }
      : { status: 'refused' };
  }
  if (statusCode !== 200) return { status: 'nothing' };
  // We asked for none: a compressed answer could unpack into anything.
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') {
    return { status: 'refused' };
  }
  return readBody(body);
}

async function readBody(body: AsyncIterable<Buffer>): Promise<Fetched> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return { status: 'refused' };
    chunks.push(chunk);
  }
  return { status: 'ok', body: Buffer.concat(chunks).toString('utf8') };
}
