import { Routes } from 'discord-api-types/v10';
import type { Operation, OutboxRow, Receipt } from '../../core/index.ts';
import type { Call } from './api.ts';
import { parseQuietId, type DeliveryKit } from './delivery-kit.ts';
import { Refusal, faultOf, isExpired } from './faults.ts';
import { parseHandle, type Handle } from './handle.ts';
import { snowflakeOf } from './ids.ts';
import { inBestForm, plainCall, richCall } from './message-body.ts';
import { postDirect } from './post.ts';

type Edit = Extract<Operation, { kind: 'edit' }>;

interface Target {
  receipt: Receipt;
  channel: string;
  message: string;
  /** The one person who sees it. */
  quietFor: string | undefined;
  handle: Handle | undefined;
}

function targetOf(kit: DeliveryKit, row: OutboxRow): Target {
  const receipt = row.target;
  const channel = receipt && snowflakeOf(receipt.place);
  if (!receipt || channel === undefined) throw new Refusal('place-gone', 'nothing to change');
  const quiet = parseQuietId(receipt.messageId);
  const message = quiet?.message ?? receipt.messageId;
  const handle = kit.handles.get(message) ?? (row.handle === undefined ? undefined : parseHandle(row.handle));
  return { receipt, channel, message, quietFor: quiet?.user, handle: quiet ? handle : undefined };
}

async function editByHandle(kit: DeliveryKit, target: Target, handle: Handle, edit: Edit): Promise<Receipt> {
  const { application, token } = handle;
  const publish = handle.scope === 'public';
  await inBestForm(
    richCall(edit.reply, { key: edit.of, publish }, kit.intents),
    () => plainCall(edit.reply),
    (call) =>
      kit.api.call('PATCH', Routes.webhookMessage(application, token, target.message), { ...call, withoutToken: true }),
  );
  return target.receipt;
}

/** A quiet message can be changed for 15 minutes; then what it would say goes by DM. */
async function editQuiet(kit: DeliveryKit, row: OutboxRow, target: Target, edit: Edit): Promise<Receipt> {
  try {
    if (target.handle) return await editByHandle(kit, target, target.handle, edit);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind !== 'refused' || !['expired', 'place-gone'].includes(fault.code)) throw error;
  }
  return postDirect(kit, row, target.quietFor, { reply: edit.reply, options: { key: edit.key } });
}

export async function deliverEdit(kit: DeliveryKit, row: OutboxRow, edit: Edit): Promise<Receipt> {
  const target = targetOf(kit, row);
  if (target.quietFor !== undefined) return editQuiet(kit, row, target, edit);
  const patch = (call: Call): Promise<unknown> =>
    kit.api.call('PATCH', Routes.channelMessage(target.channel, target.message), call);
  await inBestForm(richCall(edit.reply, { key: edit.of }, kit.intents), () => plainCall(edit.reply), patch);
  return target.receipt;
}

/** Gone already is as good as deleted; so is a quiet message that can no longer be reached: it vanishes by itself. */
export async function deliverDelete(kit: DeliveryKit, row: OutboxRow): Promise<Receipt> {
  const { receipt, channel, message, quietFor, handle } = targetOf(kit, row);
  const route = handle
    ? Routes.webhookMessage(handle.application, handle.token, message)
    : Routes.channelMessage(channel, message);
  if (quietFor !== undefined && !handle) return receipt;
  try {
    await kit.api.call('DELETE', route, handle ? { withoutToken: true } : {});
  } catch (error) {
    const fault = faultOf(error);
    const gone = isExpired(error) || (fault.kind === 'refused' && fault.code === 'place-gone');
    if (!gone) throw error;
  }
  return receipt;
}
