import { MessageFlags, RESTJSONErrorCodes as Codes, Routes } from 'discord-api-types/v10';
import type { OutboxRow, Receipt } from '../../core/index.ts';
import type { Call } from './api.ts';
import { quietId, type DeliveryKit } from './delivery-kit.ts';
import { Refusal, TooEarly, faultOf, hasCode } from './faults.ts';
import type { Handle } from './handle.ts';
import { placeId } from './ids.ts';
import { id, number, record, type Json } from './json.ts';
import { inBestForm, newForms } from './message-body.ts';
import type { Message } from './post.ts';
import { bears } from './reconcile.ts';
import { markerOf } from './render.ts';

const ORIGINAL = '@original';

function has(message: Json, flag: MessageFlags): boolean {
  return ((number(message['flags']) ?? 0) & flag) !== 0;
}

/** As long as an interaction may be acknowledged, ms; another process may be about to. */
const ACKNOWLEDGED_WITHIN = 3_500;
const LOOK_AGAIN = 500;

/** An interaction that was not acknowledged has no message. Once its time for that is over, so is all of its time. */
async function throughHandle<Result>({ queuedAt }: OutboxRow, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const unknown = hasCode(error, Codes.UnknownWebhook, Codes.UnknownMessage);
    const age = Date.now() - queuedAt;
    if (unknown && age >= 0 && age < ACKNOWLEDGED_WITHIN) throw new TooEarly(LOOK_AGAIN);
    const fault = faultOf(error);
    if (fault.kind === 'refused' && fault.code === 'place-gone') throw new Refusal('expired', fault.reason);
    throw error;
  }
}

/** The first answer of an interaction fills what we left there; an earlier process may have filled it already. */
async function mayFillOriginal(
  kit: DeliveryKit,
  row: OutboxRow,
  { application, token, answers }: Handle,
): Promise<boolean> {
  if (answers === 'after') return false;
  const filled = kit.originals.get(token);
  if (filled !== undefined) return filled === row.operation.key;
  if (row.state === 'queued' && row.attempts === 0) return true;
  const original = record(
    await kit.api.call('GET', Routes.webhookMessage(application, token, ORIGINAL), { withoutToken: true }),
  );
  return has(original, MessageFlags.Loading) || bears(original, markerOf(row.operation.key));
}

function receiptOf(kit: DeliveryKit, handle: Handle, sent: Json, user: string | undefined): Receipt {
  const message = id(sent['id']) ?? '';
  kit.handles.set(message, handle);
  const quiet = has(sent, MessageFlags.Ephemeral) && user !== undefined;
  return { place: placeId(id(sent['channel_id']) ?? '0'), messageId: quiet ? quietId(user, message) : message };
}

/** Answers through an interaction's own token: fills the first response once, then sends further messages. */
export async function answerInteraction(
  kit: DeliveryKit,
  row: OutboxRow,
  handle: Handle,
  { reply, options }: Message,
  user: string | undefined,
): Promise<Receipt> {
  const { application, token, scope } = handle;
  await kit.acknowledgements.settled(token);
  const quiet = reply.quiet && scope === 'public';
  const flags = quiet ? MessageFlags.Ephemeral : 0;
  const fills = await throughHandle(row, () => mayFillOriginal(kit, row, handle));
  if (fills) kit.originals.set(token, row.operation.key);
  const send = (call: Call): Promise<unknown> =>
    fills
      ? kit.api.call('PATCH', Routes.webhookMessage(application, token, ORIGINAL), { ...call, withoutToken: true })
      : kit.api.call('POST', Routes.webhook(application, token), { ...call, withoutToken: true });
  // Whether the first response is quiet was settled when it was left.
  const extra = fills ? 0 : flags;
  const forms = newForms(reply, { ...options, publish: quiet }, kit.intents, extra);
  const sent = await throughHandle(row, () => inBestForm(forms, send));
  return receiptOf(kit, handle, record(sent), user);
}
