import type { types } from '@slack/bolt';
import { texts, type AdapterLog } from '../../core/index.ts';
import type { SlackClient } from './client.ts';
import { failureOf } from './errors.ts';
import { respondByUrl } from './response-url.ts';

function stringOf(body: unknown, name: string): string | undefined {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Nothing is stored before a form is sent in: whoever asked for one that does not open is told, where Slack lets us. */
async function apologise(body: unknown, language: string): Promise<void> {
  const url = stringOf(body, 'response_url');
  const channel = stringOf(body, 'channel_id') ?? '';
  if (url === undefined) return;
  const message = { text: texts(language).slack.formNotOpened, blocks: [] };
  await respondByUrl(url, { channel }, message, 'ephemeral').catch(() => undefined);
}

/** Opens a form. The trigger of the payload that asked for it is good for 3 s. */
export async function openForm(
  { client, log }: { client: SlackClient; log: AdapterLog },
  request: { view: types.ModalView; body: unknown; language: string },
): Promise<void> {
  const trigger = stringOf(request.body, 'trigger_id');
  if (trigger === undefined) return;
  try {
    await client.views.open({ trigger_id: trigger, view: request.view });
  } catch (error) {
    log.warn('slack-form-not-opened', { reason: failureOf(error, log).reason });
    await apologise(request.body, request.language);
  }
}
