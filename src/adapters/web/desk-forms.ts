import type { Context } from 'hono';
import type { Form, FormName, Intent } from '../../core/index.ts';
import { answerFault } from './faults.tsx';
import { formPage } from './form-page.tsx';
import type { WebContext } from './options.ts';
import { readAction, readSubmission, type Speaker } from './read.ts';
import { deskForm } from './schema.ts';
import { send } from './send.ts';

/** Where a form of the desk stands, and who fills it in. */
export interface FormDesk {
  c: Context;
  context: WebContext;
  speaker: Speaker;
  language: string;
  /** What it is about; absent for what belongs to no single ticket. */
  ticket?: string;
  action: string;
  back: string;
}

const HOME = '/desk';
/** A form is asked for with a handle, as platforms lend one; nobody ever answers by it. */
const HANDLE = { value: 'page', expiresAt: 0 };

/** The form as the core has it now; undefined where there is none for this agent. */
async function formOf({ context, speaker, ticket }: FormDesk, form: FormName): Promise<Form | undefined> {
  const intent: Intent = ticket === undefined ? { name: 'agent-form', form } : { name: 'ticket-form', ticket, form };
  const asked = readAction(speaker, intent, { at: context.clock(), nonce: undefined });
  const immediate = await context.receive({ ...asked, handle: HANDLE });
  return immediate.kind === 'show-form' ? immediate.form : undefined;
}

export async function showForm(desk: FormDesk, name: FormName): Promise<Response> {
  const { c, language, action, back } = desk;
  const form = await formOf(desk, name);
  if (!form) return answerFault(c, 'not-found', { language });
  return c.html(formPage({ form, action, back, home: HOME, language }));
}

/** Taken over, or shown again with what is missing. */
export async function takeForm(desk: FormDesk, name: FormName): Promise<Response> {
  const { c, context, speaker, language, ticket, action, back } = desk;
  const read = deskForm.safeParse(await c.req.parseBody());
  if (!read.success) return answerFault(c, 'not-understood', { language });
  const { nonce, ...fields } = read.data;
  const deed = { at: context.clock(), nonce };
  const submission = readSubmission(
    speaker,
    { form: name, fields, ...(ticket !== undefined && { about: ticket }) },
    deed,
  );
  const form = await formOf(desk, name);
  const missing = form?.fields.find((field) => field.required && (fields[field.name] ?? '').trim() === '');
  if (form && missing) {
    const errors = { [missing.name]: missing.label };
    return c.html(formPage({ form, action, back, home: HOME, language, errors, values: fields }), 422);
  }
  return send(c, context, submission, { language, back });
}
