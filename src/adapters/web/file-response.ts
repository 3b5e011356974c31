import type { Context } from 'hono';
import { type Block, fileBytes } from '../../core/index.ts';
import type { Shown } from './timeline.ts';

type FileBlock = Extract<Block, { kind: 'file' }>;

/** A file that was really shown there. */
export function shownFile(shown: readonly Shown[], asked: { of: string; block: number }): FileBlock | undefined {
  const message = shown.find((one) => one.from === 'assistant' && one.key === asked.of);
  const block = message?.from === 'assistant' ? message.reply.blocks[asked.block] : undefined;
  return block?.kind === 'file' ? block : undefined;
}

/** Plain name for old browsers, and the real one (RFC 6266, RFC 8187). */
function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** Always a download: its type is never shown as a page of ours. */
export function fileResponse(c: Context, file: FileBlock): Response {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.mime) ? file.mime : 'application/octet-stream';
  return c.body(fileBytes(file), 200, {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'Content-Disposition': disposition(file.name),
  });
}
