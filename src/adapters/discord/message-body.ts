import { createHash } from 'node:crypto';
import type { MessageFlags } from 'discord-api-types/v10';
import type { Reply } from '../../core/index.ts';
import type { Call } from './api.ts';
import { renderClassic } from './classic.ts';
import { Refusal, isInvalidForm } from './faults.ts';
import type { KeptIntents } from './kept-intents.ts';
import { LIMITS } from './limits.ts';
import { renderPlain } from './plain.ts';
import { render, renderText, type Attachment, type RenderOptions } from './render.ts';

/** The same for every attempt of an operation: Discord then posts it once. */
export function nonceOf(key: string): string {
  return createHash('sha256')
    .update(key)
    .digest('base64url')
    .slice(0, LIMITS.nonce - 1);
}

const SILENT = { allowed_mentions: { parse: [] } };
/** An edit takes away what stood there in an older form; Discord refuses both together. */
const CLEARED = { content: null, embeds: [] };

function checkSizes(files: readonly Attachment[]): void {
  const large = files.some(({ content }) => Buffer.byteLength(content) > LIMITS.file);
  if (large) throw new Refusal('too-large', 'file too large');
}

function withFiles(body: object, files: readonly Attachment[]): Call {
  checkSizes(files);
  const attachments = files.map(({ name }, index) => ({ id: index, filename: name }));
  return { body: { ...SILENT, ...body, ...(files.length > 0 && { attachments }) }, files };
}

/** The ways to say a reply, the best one first; the next is tried where Discord refuses the form of one. */
export type Forms = readonly (() => Promise<Call>)[];

/** Long intents are kept before their button is sent, so that no button is ever without one. */
async function richCall(reply: Reply, options: RenderOptions, intents: KeptIntents, extra: object): Promise<Call> {
  const { flags, components, files, kept } = render(reply, options);
  if (kept.length > 0) await intents.keep(kept);
  return withFiles({ ...extra, flags: flags | flagsOf(extra), components }, files);
}

async function classicCall(reply: Reply, options: RenderOptions, intents: KeptIntents, extra: object): Promise<Call> {
  const { embeds, components, files, kept } = renderClassic(reply, options);
  if (kept.length > 0) await intents.keep(kept);
  return withFiles({ ...extra, embeds, components }, files);
}

function flagsOf(extra: object): number {
  return 'flags' in extra && typeof extra.flags === 'number' ? extra.flags : 0;
}

/** For a new message: Components V2, else an embed with buttons, else plain words. */
export function newForms(
  reply: Reply,
  options: RenderOptions,
  intents: KeptIntents,
  flags: MessageFlags | 0 = 0,
): Forms {
  const extra = flags === 0 ? {} : { flags };
  return [
    () => richCall(reply, options, intents, extra),
    () => classicCall(reply, options, intents, extra),
    () => Promise.resolve({ body: { ...SILENT, ...extra, content: renderPlain(reply) } }),
  ];
}

/** For a message that stands: one in Components V2 stays so for ever, an older one can become so. */
export function changedForms(reply: Reply, options: RenderOptions, intents: KeptIntents): Forms {
  return [
    () => richCall(reply, options, intents, CLEARED),
    () => Promise.resolve(withFiles({ ...CLEARED, ...renderText(renderPlain(reply), options.key) }, [])),
    () => Promise.resolve({ body: { ...SILENT, content: renderPlain(reply) } }),
  ];
}

/** Sends in the best form that Discord takes. `form` is the number of the one that is tried. */
export async function inBestForm(forms: Forms, send: (call: Call, form: number) => Promise<unknown>): Promise<unknown> {
  for (const [form, call] of forms.entries()) {
    try {
      return await send(await call(), form);
    } catch (error) {
      if (!isInvalidForm(error) || form === forms.length - 1) throw error;
    }
  }
  throw new Refusal('rejected', 'nothing to send');
}

/** Adds to the body of a call. */
export function withBody(call: Call, extra: object): Call {
  return { ...call, body: { ...(typeof call.body === 'object' ? call.body : {}), ...extra } };
}
