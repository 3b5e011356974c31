import { RESTJSONErrorCodes as Codes, Routes } from 'discord-api-types/v10';
import type { Operation, OutboxRow, Receipt } from '../../core/index.ts';
import type { Call } from './api.ts';
import { parseQuietId, type DeliveryKit } from './delivery-kit.ts';
import { Refusal, faultOf, hasCode } from './faults.ts';
import { parseHandle, type Handle } from './handle.ts';
import { snowflakeOf } from './ids.ts';
import { changedForms, inBestForm } from './message-body.ts';
import { postDirect } from './post.ts';
import { awake } from './threads.ts';

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
  const lent = quiet && row.handle !== undefined ? parseHandle(row.handle) : undefined;
  return { receipt, channel, message, quietFor: quiet?.user, handle: kit.handles.get(message) ?? lent };
}

function isUnreachable(error: unknown): boolean {
  const fault = faultOf(error);
  return fault.kind === 'refused' && (fault.code === 'expired' || fault.code === 'place-gone');
}

/** Its interaction changes a message also where we are not a member; false once that has expired. */
async function editByHandle(kit: DeliveryKit, target: Target, edit: Edit): Promise<boolean> {
  const { handle, message, quietFor } = target;
  if (!handle) return false;
  const { application, token, scope } = handle;
  const publish = quietFor !== undefined && scope === 'public';
  const route = Routes.webhookMessage(application, token, message);
  try {
    await inBestForm(changedForms(edit.reply, { key: edit.of, publish }, kit.intents), (call) =>
      kit.api.call('PATCH', route, { ...call, withoutToken: true }),
    );
    return true;
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    return false;
  }
}

/** A thread's first message stands in the channel that the thread hangs in, unless that is a forum. */
async function patchInPlace(kit: DeliveryKit, { channel, message }: Target, call: Call): Promise<unknown> {
  try {
    return await awake(kit, channel, () => kit.api.call('PATCH', Routes.channelMessage(channel, message), call));
  } catch (error) {
    const begins = channel === message && hasCode(error, Codes.UnknownMessage);
    const parent = begins ? (await kit.channels.facts(channel)).parent : undefined;
    if (parent === undefined) throw error;
    return kit.api.call('PATCH', Routes.channelMessage(parent, message), call);
  }
}

/** A quiet message can be changed for 15 minutes; then what it would say goes by DM. */
export async function deliverEdit(kit: DeliveryKit, row: OutboxRow, edit: Edit): Promise<Receipt> {
  const target = targetOf(kit, row);
  if (await editByHandle(kit, target, edit)) return target.receipt;
  const { reply } = edit;
  if (target.quietFor !== undefined && edit.passing) return target.receipt;
  if (target.quietFor !== undefined)
    return postDirect(kit, row, target.quietFor, { reply, options: { key: edit.key } });
  await inBestForm(changedForms(reply, { key: edit.of }, kit.intents), (call) => patchInPlace(kit, target, call));
  return target.receipt;
}

/** Gone already is as good as deleted; so is a quiet message that can no longer be reached: it vanishes by itself. */
export async function deliverDelete(kit: DeliveryKit, row: OutboxRow): Promise<Receipt> {
  const { receipt, channel, message, quietFor, handle } = targetOf(kit, row);
  if (quietFor !== undefined && !handle) return receipt;
  const byHandle = quietFor === undefined ? undefined : handle;
  const route = byHandle
    ? Routes.webhookMessage(byHandle.application, byHandle.token, message)
    : Routes.channelMessage(channel, message);
  try {
    await kit.api.call('DELETE', route, byHandle ? { withoutToken: true } : {});
  } catch (error) {
    if (!isUnreachable(error)) throw error;
  }
  return receipt;
}
