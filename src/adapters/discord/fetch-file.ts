import type { FileBytes, FileRef } from '../../core/index.ts';
import type { DiscordApi } from './api.ts';
import { record, records, text } from './json.ts';

/** Where Discord keeps files; nothing else is asked for one. https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
const GONE: ReadonlySet<number> = new Set([401, 403, 404, 410]);

function isDiscords(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { host, protocol } = new URL(url);
  if (apiUrl !== undefined && host === new URL(apiUrl).host) return true;
  return protocol === 'https:' && HOSTS.has(host);
}

/** Addresses are signed for a day; a later one is signed anew. */
async function freshUrl(api: DiscordApi, url: string): Promise<string | undefined> {
  const answer = record(await api.call('POST', '/attachments/refresh-urls', { body: { attachment_urls: [url] } }));
  return text(records(answer['refreshed_urls'])[0]?.['refreshed']);
}

async function bytesOf(response: Response, limit: number): Promise<Uint8Array | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function read(response: Response, limit: number): Promise<FileBytes> {
  if (!response.ok) throw new Error(`a file was answered with ${response.status}`);
  const bytes = await bytesOf(response, limit);
  return bytes ? { ok: true, bytes } : { ok: false, refusal: 'too-large' };
}

/** The bytes of an attachment, at most `limit`. Throws for faults that may pass. */
export async function fetchFile(
  api: DiscordApi,
  apiUrl: string | undefined,
  { url }: FileRef,
  limit: number,
  signal: AbortSignal,
): Promise<FileBytes> {
  if (url === undefined || !isDiscords(url, apiUrl)) return { ok: false, refusal: 'gone' };
  const first = await fetch(url, { signal, redirect: 'error' });
  if (!GONE.has(first.status)) return read(first, limit);
  await first.body?.cancel();
  const fresh = await freshUrl(api, url);
  if (fresh === undefined || !isDiscords(fresh, apiUrl)) return { ok: false, refusal: 'gone' };
  const second = await fetch(fresh, { signal, redirect: 'error' });
  if (!GONE.has(second.status)) return read(second, limit);
  await second.body?.cancel();
  return { ok: false, refusal: 'gone' };
}
