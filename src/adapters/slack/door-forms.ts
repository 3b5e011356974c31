import type { SlackClient } from './client.ts';
import { failureOf } from './errors.ts';
import { formView, type FormOrigin } from './forms.ts';
import type { AdapterLog } from '../../core/index.ts';

function triggerOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('trigger_id' in body)) return undefined;
  return typeof body.trigger_id === 'string' ? body.trigger_id : undefined;
}

export interface FormRequest {
  form: string;
  /** The payload that asked for it: its trigger is good for 3 s. */
  body: unknown;
  origin: FormOrigin;
  locale: string | undefined;
}

/** Opens a form. One that fails to open loses nothing: the person sees that nothing happened. */
export async function openForm(client: SlackClient, log: AdapterLog, request: FormRequest): Promise<void> {
  const trigger = triggerOf(request.body);
  if (trigger === undefined) return;
  try {
    await client.views.open({ trigger_id: trigger, view: formView(request.form, request.origin, request.locale) });
  } catch (error) {
    log.warn('slack-form-not-opened', { reason: failureOf(error, log).reason });
  }
}
