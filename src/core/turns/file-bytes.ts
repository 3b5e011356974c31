import type { Block } from '../model.ts';

/** What a file holds, as it is sent or written. */
export function fileBytes({ content, encoding }: Pick<Extract<Block, { kind: 'file' }>, 'content' | 'encoding'>) {
  if (encoding === undefined) return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
}
