import { plainText, type Reply } from '../../core/index.ts';
import { cut } from './cut.ts';
import type { DeliveryKit, Destination } from './delivery-kit.ts';
import { failureOf } from './errors.ts';
import { LIMITS } from './limits.ts';

async function set(kit: DeliveryKit, channel: string, thread: string, status: string): Promise<void> {
  try {
    await kit.guarded('assistant.threads.setStatus', () =>
      kit.client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status }),
    );
  } catch (error) {
    kit.log.warn('slack-status-not-shown', { reason: failureOf(error, kit.log).reason });
  }
}

/**
 * How far we are, below a thread, while a check runs; taken away when it is done. Only threads have a status; the message
 * that is edited says the same everywhere, so a status that fails is no loss. Slack drops one by itself after two minutes.
 * https://docs.slack.dev/reference/methods/assistant.threads.setStatus
 */
export async function showStatus(kit: DeliveryKit, to: Destination, reply: Reply, passing: boolean): Promise<void> {
  const { channel, thread } = to;
  if (thread === undefined) return;
  const at = `status/${channel}/${thread}`;
  const shown = kit.signs.get(at) ?? '';
  const status = passing
    ? cut(
        plainText(reply.blocks)
          .replaceAll('\n', ' ')
          .replaceAll(/\*\*|`/g, ''),
        LIMITS.status,
      )
    : '';
  if (status === shown) return;
  kit.signs.set(at, status);
  await set(kit, channel, thread, status);
}
