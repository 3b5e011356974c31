import type { Context } from 'hono';
import { fileBytes } from '../../core/index.ts';
import type { WebContext } from './options.ts';
import type { Shown } from './timeline.ts';

interface GivenFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** What is asked for: a file of an answer, or without `block` what somebody attached. */
interface Asked {
  of: string;
  block?: number | undefined;
}

/** Only what was really shown there is given. */
export async function shownFile(
  { fileOf }: Pick<WebContext, 'fileOf'>,
  shown: readonly Shown[],
  { of, block }: Asked,
): Promise<GivenFile | undefined> {
  const message = shown.find((one) => one.from === 'assistant' && one.key === of);
  if (message?.from !== 'assistant') return undefined;
  if (block === undefined) return message.attachment && fileOf(message.attachment.id);
  const file = message.reply.blocks[block];
  return file?.kind === 'file' ? { ...file, bytes: fileBytes(file) } : undefined;
}

/** Plain name for old browsers, and the real one (RFC 6266, RFC 8187). */
function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** Always a download: its type is never shown as a page of ours. */
export function fileResponse(c: Context, file: GivenFile): Response {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.mime) ? file.mime : 'application/octet-stream';
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'Content-Disposition': disposition(file.name),
  });
}
