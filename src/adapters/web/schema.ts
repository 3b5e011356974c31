import * as z from 'zod';
import { ACT_NAMES } from './desk-acts.ts';
import { LIMITS } from './limits.ts';

/** Chosen by the page for each message, so that sending it twice counts once. */
const nonce = z.string().regex(/^[\w-]{8,64}$/);
const key = z.string().min(1).max(500);

export const messageForm = z.object({ text: z.string(), nonce: nonce.optional() });
export const actionForm = z.object({ on: key, action: key, nonce: nonce.optional() });
export const languageForm = z.object({ language: z.string().max(35) });
export const signInForm = z.object({
  token: z.string().max(1_000),
  name: z.string().trim().max(LIMITS.agentName),
});
export const agentMessageForm = z.object({
  text: z.string(),
  mode: z.enum(['draft', 'send']).default('draft'),
  nonce: nonce.optional(),
});
export const ticketActForm = z.object({ act: z.enum(ACT_NAMES) });
export const presenceForm = z.object({ away: z.enum(['yes', 'no']) });
/** Any fields of a form, and the nonce among them. */
export const deskForm = z.record(z.string().max(50), z.string().max(LIMITS.formField));
export const formName = z.enum(['note', 'send', 'snooze', 'hand-over', 'canned']);
/** Without `block`: the attachment of that message. */
export const fileQuery = z.object({ of: key, block: z.coerce.number().int().min(0).max(100).optional() });
export const eventsQuery = z.coerce.number().int().min(0).catch(0);
