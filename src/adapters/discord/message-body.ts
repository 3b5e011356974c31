import { createHash } from 'node:crypto';
import type { MessageFlags } from 'discord.js';
import type { Reply } from '../../core/index.ts';
import type { Call } from './api.ts';
import { Refusal, isInvalidForm } from './faults.ts';
import type { KeptIntents } from './kept-intents.ts';
import { LIMITS } from './limits.ts';
import { renderPlain } from './plain.ts';
import { render, type Attachment, type RenderOptions } from './render.ts';

/** The same for every attempt of an operation: Discord then posts it once. */
export function nonceOf(key: string): string {
  return createHash('sha256')
    .update(key)
    .digest('base64url')
    .slice(0, LIMITS.nonce - 1);
}

const SILENT = { allowed_mentions: { parse: [] } };

function checkSizes(files: readonly Attachment[]): void {
  const large = files.some(({ content }) => Buffer.byteLength(content) > LIMITS.file);
  if (large) throw new Refusal('too-large', 'file too large');
}

/** A page of a reply, ready to send. Its long intents are kept first, so that no button is ever without one. */
export function richCall(reply: Reply, options: RenderOptions, intents: KeptIntents, extraFlags = 0): Call {
  const { flags, components, files, kept } = render(reply, options);
  checkSizes(files);
  intents.keep(kept);
  const attachments = files.map(({ name }, index) => ({ id: index, filename: name }));
  return {
    body: { ...SILENT, flags: flags | extraFlags, components, ...(files.length > 0 && { attachments }) },
    files,
  };
}

export function plainCall(reply: Reply, extraFlags: MessageFlags | 0 = 0): Call {
  return { body: { ...SILENT, content: renderPlain(reply), ...(extraFlags !== 0 && { flags: extraFlags }) } };
}

/** Sends richly; where Discord refuses the form, once more as plain text. */
export async function inBestForm(
  rich: Call,
  plain: () => Call,
  send: (call: Call, form: 'rich' | 'plain') => Promise<unknown>,
): Promise<unknown> {
  try {
    return await send(rich, 'rich');
  } catch (error) {
    if (!isInvalidForm(error)) throw error;
    return send(plain(), 'plain');
  }
}

/** Adds to the body of a call. */
export function withBody(call: Call, extra: object): Call {
  return { ...call, body: { ...(typeof call.body === 'object' ? call.body : {}), ...extra } };
}
