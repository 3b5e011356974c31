import { webApi } from '@slack/bolt';
import type { FileBytes, FileRef } from '../../core/index.ts';
import type { SlackClient } from './client.ts';
import type { Guarded } from './cooldown.ts';
import { slackCode } from './errors.ts';
import { idOfFile } from './read-files.ts';

export interface FileSource {
  client: SlackClient;
  guarded: Guarded;
  /** `xoxb-…`: goes to Slack's own addresses alone. */
  botToken: string;
  apiUrl: string | undefined;
}

const SLACK_FILES = 'files.slack.com';

/** The token is shown to nobody but Slack, whatever address a message names. */
function isSlacks(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (apiUrl !== undefined && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && hostname === SLACK_FILES;
}

/** A file that was shared from another workspace names its address only when it is asked. */
async function addressOf({ client, guarded }: FileSource, { url }: FileRef): Promise<string | undefined> {
  const id = url === undefined ? undefined : idOfFile(url);
  if (id === undefined) return url;
  try {
    const { file } = await guarded('files.info', () => client.files.info({ file: id }));
    return file?.url_private_download ?? file?.url_private;
  } catch (error) {
    if (slackCode(error) === undefined || slackCode(error) === 'ratelimited') throw error;
    return undefined;
  }
}

/** The bytes, read no further than the limit. */
async function readUpTo(response: Response, limit: number): Promise<FileBytes> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > limit) return { ok: false, refusal: 'too-large' };
    parts.push(part);
  }
  const mime = response.headers.get('content-type')?.split(';', 1)[0];
  return { ok: true, bytes: Buffer.concat(parts), ...(mime !== undefined && { mime }) };
}

/** Slack answers whom it does not know with its page to sign in. */
function isSignIn(response: Response, { mime }: FileRef): boolean {
  return (response.headers.get('content-type') ?? '').startsWith('text/html') && mime !== 'text/html';
}

/** A file that somebody sent. Throws for faults that may pass. */
export async function fetchFile(
  source: FileSource,
  file: FileRef,
  limit: number,
  signal: AbortSignal,
): Promise<FileBytes> {
  const url = await addressOf(source, file);
  if (url === undefined || !isSlacks(url, source.apiUrl)) return { ok: false, refusal: 'gone' };
  const response = await fetch(url, { headers: { authorization: `Bearer ${source.botToken}` }, signal });
  if (response.status === 404 || response.status === 410) return { ok: false, refusal: 'gone' };
  if (!response.ok || isSignIn(response, file))
    throw new webApi.WebAPIHTTPError(response.status, response.statusText, {});
  return readUpTo(response, limit);
}
