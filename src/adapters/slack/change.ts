import type { DeliveryResult, Operation, OutboxRow } from '../../core/index.ts';
import { sendInBestStyle, type DeliveryKit, type Destination } from './delivery-kit.ts';
import { placeDestination } from './destination.ts';
import { refused, retry, slackCode } from './errors.ts';
import { sendFiles } from './files.ts';
import { say } from './post.ts';
import type { SlackMessage } from './render.ts';
import { showStatus } from './status.ts';
import { fileOfReceipt } from './send-file.ts';
import { postQuietly, quietAudience } from './quiet.ts';

type EditOperation = Extract<Operation, { kind: 'edit' }>;

async function update(kit: DeliveryKit, { channel }: Destination, ts: string, message: SlackMessage): Promise<void> {
  await kit.guarded('chat.update', () => kit.client.chat.update({ channel, ts, ...message, link_names: false }));
}

/** In place; what only one person saw is said to them again. */
export async function edit(kit: DeliveryKit, row: OutboxRow, operation: EditOperation): Promise<DeliveryResult> {
  if (row.target === undefined) return retry('target-awaited');
  const { reply, key, of } = operation;
  const receipt = row.target;
  const to = await placeDestination(kit, receipt.place);
  if (to === undefined) return refused('place-gone', 'not-slack');
  const options = { key, on: of };
  const user = quietAudience(receipt.messageId);
  if (user !== undefined && operation.passing) return { ok: true, receipt };
  if (user !== undefined) return { ok: true, receipt: await postQuietly(kit, { row, to, user, reply, options }) };
  await sendInBestStyle(kit, reply, options, async (message, { first }) => {
    if (first) await update(kit, to, receipt.messageId, message);
    else await say(kit, to, message, `${key}/part`);
  });
  await sendFiles(kit, to, row, reply);
  await showStatus(kit, to, reply, operation.passing === true);
  return { ok: true, receipt };
}

const GONE = new Set(['message_not_found', 'file_not_found', 'file_deleted']);

/** What is gone already counts as deleted; a quiet message is left to vanish. */
export async function remove(kit: DeliveryKit, row: OutboxRow): Promise<DeliveryResult> {
  const receipt = row.target;
  if (receipt === undefined) return retry('target-awaited');
  const to = await placeDestination(kit, receipt.place);
  if (to === undefined) return refused('place-gone', 'not-slack');
  if (quietAudience(receipt.messageId) !== undefined) return { ok: true, receipt };
  const file = fileOfReceipt(receipt.messageId);
  try {
    if (file !== undefined) await kit.guarded('files.delete', () => kit.client.files.delete({ file }));
    else await kit.guarded('chat.delete', () => kit.client.chat.delete({ channel: to.channel, ts: receipt.messageId }));
  } catch (error) {
    if (!GONE.has(slackCode(error) ?? '')) throw error;
  }
  return { ok: true, receipt };
}
