import { RESTJSONErrorCodes as Codes, Routes } from 'discord-api-types/v10';
import type { Operation, OutboxRow, Receipt } from '../../core/index.ts';
import type { Call } from './api.ts';
import { parseQuietId, type DeliveryKit } from './delivery-kit.ts';
import { Refusal, faultOf, hasCode, isDirectClosed } from './faults.ts';
import { parseHandle, type Handle } from './handle.ts';
import { snowflakeOf } from './ids.ts';
import { changedForms, inBestForm } from './message-body.ts';
import { pointedBy, postPointer } from './pointer.ts';
import { postDirect } from './post.ts';
import { awake } from './threads.ts';

type Edit = Extract<Operation, { kind: 'edit' }>;

interface Target {
  receipt: Receipt;
  channel: string;
  message: string;
  /** It only says that an answer is there. */
  points: boolean;
  /** The one person who sees it. */
  quietFor: string | undefined;
  handle: Handle | undefined;
}

function targetOf(kit: DeliveryKit, row: OutboxRow): Target {
  const receipt = row.target;
  const channel = receipt && snowflakeOf(receipt.place);
  if (!receipt || channel === undefined) throw new Refusal('place-gone', 'nothing to change');
  const quiet = parseQuietId(receipt.messageId);
  const pointer = pointedBy(receipt.messageId);
  const message = quiet?.message ?? pointer ?? receipt.messageId;
  const lent = quiet && row.handle !== undefined ? parseHandle(row.handle) : undefined;
  const handle = kit.handles.get(message) ?? lent;
  return { receipt, channel, message, points: pointer !== undefined, quietFor: quiet?.user, handle };
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

/** What a quiet message would say goes by DM; to somebody who takes none, the channel says that it is there. */
async function sayInstead(kit: DeliveryKit, row: OutboxRow, target: Target, edit: Edit): Promise<Receipt> {
  const { quietFor: user = '', channel } = target;
  const { reply, key, of } = edit;
  try {
    return await postDirect(kit, row, user, { reply, options: { key } });
  } catch (error) {
    if (!isDirectClosed(error)) throw error;
    return await postPointer(kit, row, channel, { user, of, language: reply.language });
  }
}

/** A quiet message can be changed for 15 minutes. One that points at an answer shows whatever that says when it is asked. */
export async function deliverEdit(kit: DeliveryKit, row: OutboxRow, edit: Edit): Promise<Receipt> {
  const target = targetOf(kit, row);
  if (target.points) return target.receipt;
  if (await editByHandle(kit, target, edit)) return target.receipt;
  const { reply } = edit;
  if (target.quietFor !== undefined && edit.passing) return target.receipt;
  if (target.quietFor !== undefined) return sayInstead(kit, row, target, edit);
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
