import type { DeliveryResult, Operation, OutboxRow, Receipt, Reply, Target } from '../../core/index.ts';
import { sendInBestStyle, type DeliveryKit, type Destination } from './delivery-kit.ts';
import { failureOf, refused, retry, slackCode } from './errors.ts';
import { sendFiles } from './files.ts';
import { isDirect, parsePlace, placeId, userOf } from './ids.ts';
import { postMessage } from './post.ts';
import { postQuietly, quietAudience } from './quiet.ts';
import type { RenderOptions } from './render.ts';
import { respondByUrl } from './response-url.ts';

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

/** Stands for a place until its DM is open, and for a person as such. */
const USER = /^[UW]/;

async function placeDestination(kit: DeliveryKit, place: string): Promise<Destination | undefined> {
  const parsed = parsePlace(place);
  if (parsed === undefined) return undefined;
  if (USER.test(parsed.channel)) return { channel: await kit.people.direct(parsed.channel) };
  return { channel: parsed.channel, ...(parsed.thread !== undefined && { thread: parsed.thread }) };
}

async function destinationOf(kit: DeliveryKit, to: Target, row: OutboxRow): Promise<Destination | undefined> {
  if ('place' in to) return placeDestination(kit, to.place);
  if ('opened' in to) return row.target === undefined ? undefined : placeDestination(kit, row.target.place);
  const user = userOf(to.direct);
  return user === undefined ? undefined : { channel: await kit.people.direct(user) };
}

/** Somebody else's DM or a channel that we are not in: Slack lets us answer there by the handle alone. */
async function postByHandle(
  kit: DeliveryKit,
  row: OutboxRow,
  to: Destination,
  reply: Reply,
  options: RenderOptions,
): Promise<Receipt> {
  const { handle = '' } = row;
  const visible = isDirect(to.channel) ? 'ephemeral' : 'in_channel';
  await sendInBestStyle(kit, reply, options, (message) => respondByUrl(handle, to, message, visible));
  const { team = '' } = await kit.identity.ask();
  return { place: placeId({ team, ...to }), messageId: `handle/${options.key}` };
}

async function post(kit: DeliveryKit, row: OutboxRow, operation: Of<'post'>): Promise<DeliveryResult> {
  const to = await destinationOf(kit, operation.to, row);
  if (to === undefined) return 'opened' in operation.to ? retry('target-awaited') : refused('place-gone', 'not-slack');
  const { reply, key, audience, page } = operation;
  const options = { key, ...(page !== undefined && { page }) };
  const user = audience === undefined ? undefined : userOf(audience);
  const everyoneReads = !isDirect(to.channel) || (row.handle !== undefined && !kit.people.isOwnDirect(to.channel));
  if (reply.quiet && user !== undefined && everyoneReads) {
    return { ok: true, receipt: await postQuietly(kit, { row, to, user, reply, options }) };
  }
  try {
    return { ok: true, receipt: await postMessage(kit, row, to, reply, options) };
  } catch (error) {
    const outside = ['not_in_channel', 'channel_not_found'].includes(slackCode(error) ?? '');
    if (!outside || row.handle === undefined) throw error;
    return { ok: true, receipt: await postByHandle(kit, row, to, reply, options) };
  }
}

async function edit(kit: DeliveryKit, row: OutboxRow, operation: Of<'edit'>): Promise<DeliveryResult> {
  if (row.target === undefined) return retry('target-awaited');
  const { reply, key, of } = operation;
  const receipt = row.target;
  const to = await placeDestination(kit, receipt.place);
  if (to === undefined) return refused('place-gone', 'not-slack');
  const options = { key, on: of };
  const user = quietAudience(receipt.messageId);
  if (user !== undefined) return { ok: true, receipt: await postQuietly(kit, { row, to, user, reply, options }) };
  await sendInBestStyle(kit, reply, options, (message) =>
    kit.guarded('chat.update', () =>
      kit.client.chat.update({ channel: to.channel, ts: receipt.messageId, ...message, link_names: false }),
    ),
  );
  await sendFiles(kit, to, row, reply);
  return { ok: true, receipt };
}

async function remove(kit: DeliveryKit, row: OutboxRow): Promise<DeliveryResult> {
  const receipt = row.target;
  if (receipt === undefined) return retry('target-awaited');
  const to = await placeDestination(kit, receipt.place);
  if (to === undefined) return refused('place-gone', 'not-slack');
  if (quietAudience(receipt.messageId) !== undefined) return { ok: true, receipt };
  try {
    await kit.guarded('chat.delete', () => kit.client.chat.delete({ channel: to.channel, ts: receipt.messageId }));
  } catch (error) {
    if (slackCode(error) !== 'message_not_found') throw error;
  }
  return { ok: true, receipt };
}

/** A desk's thread: its first message stands in the channel, and the thread hangs from it. */
async function openPlace(kit: DeliveryKit, row: OutboxRow, operation: Of<'open-place'>): Promise<DeliveryResult> {
  const { team } = await kit.identity.ask();
  if (team === undefined) return retry('not-signed-in');
  const to = await placeDestination(kit, operation.in);
  if (to === undefined) return refused('place-gone', 'not-slack');
  const heading = `**${operation.title.replaceAll(/[*\n]/g, ' ').trim()}**`;
  const blocks: Reply['blocks'] = [{ kind: 'text', text: heading }, ...operation.reply.blocks];
  const opening = { ...operation.reply, quiet: false, blocks };
  const { messageId } = await postMessage(kit, row, { channel: to.channel }, opening, { key: operation.key });
  return { ok: true, receipt: { place: placeId({ team, channel: to.channel, thread: messageId }), messageId } };
}

function perform(kit: DeliveryKit, row: OutboxRow): Promise<DeliveryResult> {
  const { operation } = row;
  switch (operation.kind) {
    case 'post':
      return post(kit, row, operation);
    case 'edit':
      return edit(kit, row, operation);
    case 'delete':
      return remove(kit, row);
    case 'open-place':
      return openPlace(kit, row, operation);
    default:
      return operation satisfies never;
  }
}

/** One row of the outbox, to Slack. Faults are results. */
export async function deliver(kit: DeliveryKit, row: OutboxRow): Promise<DeliveryResult> {
  try {
    return await perform(kit, row);
  } catch (error) {
    return failureOf(error, kit.log);
  }
}
