import type { DeliveryResult, Operation, OutboxRow, Receipt, Reply } from '../../core/index.ts';
import { sendInBestStyle, type DeliveryKit, type Destination } from './delivery-kit.ts';
import { edit, remove } from './change.ts';
import { destinationOf, placeDestination } from './destination.ts';
import { failureOf, refused, retry, slackCode } from './errors.ts';
import { isDirect, isMessageEvent, placeId, userOf } from './ids.ts';
import { postMessage } from './post.ts';
import { publish } from './publish.ts';
import { postQuietly } from './quiet.ts';
import type { RenderOptions } from './render.ts';
import { sendFile } from './send-file.ts';
import { react, setState } from './signs.ts';
import { respondByUrl } from './response-url.ts';

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

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

/**
 * Who alone shall see a reply; undefined when everyone in the place may. What somebody said in a channel is answered
 * there, in its thread, for all: an ephemeral answer would be gone with the next reload. Buttons and commands are
 * answered to whoever used them, and so is an agent at the desk.
 */
function quietUser(kit: DeliveryKit, row: OutboxRow, operation: Of<'post'>, to: Destination): string | undefined {
  const { reply, audience, answers } = operation;
  if (!reply.quiet || audience === undefined) return undefined;
  const ownDirect = isDirect(to.channel) && (row.handle === undefined || kit.people.isOwnDirect(to.channel));
  if (ownDirect) return undefined;
  const saidAloud = answers !== undefined && isMessageEvent(answers) && !kit.isDesk(to.channel);
  return saidAloud ? undefined : userOf(audience);
}

async function post(kit: DeliveryKit, row: OutboxRow, operation: Of<'post'>): Promise<DeliveryResult> {
  const to = await destinationOf(kit, operation.to, row);
  if (to === undefined) return 'opened' in operation.to ? retry('target-awaited') : refused('place-gone', 'not-slack');
  const { reply, key, page } = operation;
  const options = { key, ...(page !== undefined && { page }) };
  const user = quietUser(kit, row, operation, to);
  if (user !== undefined) return { ok: true, receipt: await postQuietly(kit, { row, to, user, reply, options }) };
  try {
    return { ok: true, receipt: await postMessage(kit, row, to, reply, options) };
  } catch (error) {
    const outside = ['not_in_channel', 'channel_not_found'].includes(slackCode(error) ?? '');
    if (!outside || row.handle === undefined) throw error;
    return { ok: true, receipt: await postByHandle(kit, row, to, reply, options) };
  }
}

/** A desk's thread: its first message stands in the channel, and the thread hangs from it. */
async function openPlace(kit: DeliveryKit, row: OutboxRow, operation: Of<'open-place'>): Promise<DeliveryResult> {
  if (operation.audience !== undefined) return refused('rejected', 'a thread of Slack is never private');
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
    case 'publish':
      return publish(kit, operation);
    case 'file':
      return sendFile(kit, row, operation);
    case 'react':
      return react(kit, operation);
    case 'set-state':
      return setState(kit, row, operation);
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
