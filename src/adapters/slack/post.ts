import type { webApi } from '@slack/bolt';
import type { OutboxRow, Receipt, Reply } from '../../core/index.ts';
import { maybeDelivered, sendInBestStyle, threadArgument, type DeliveryKit, type Destination } from './delivery-kit.ts';
import { sendFiles } from './files.ts';
import { placeId } from './ids.ts';
import { findPosted, metadataOf } from './reconcile.ts';
import type { RenderOptions, SlackMessage } from './render.ts';

/** Links stay links: no previews, and no names turned into mentions. */
const SILENT = { unfurl_links: false, unfurl_media: false, link_names: false } as const;

/** One message for everyone in the place; `key` tells it from others when it is looked for. */
export async function say(
  kit: DeliveryKit,
  to: Destination,
  message: SlackMessage,
  key: string,
): Promise<webApi.ChatPostMessageResponse> {
  const { postMessage: send } = kit.client.chat;
  await kit.paced(to.channel);
  const content = { channel: to.channel, ...threadArgument(to), ...message, ...SILENT, metadata: metadataOf(key) };
  return kit.guarded(`chat.postMessage/${to.channel}`, () => send(content));
}

async function sayReply(kit: DeliveryKit, to: Destination, reply: Reply, options: RenderOptions): Promise<string> {
  const { key } = options;
  // Only when the last one is found again everything has arrived.
  const { ts } = await sendInBestStyle(kit, reply, options, (message, { last }) =>
    say(kit, to, message, last ? key : `${key}/part`),
  );
  if (ts === undefined) throw new Error('chat.postMessage named no ts');
  return ts;
}

/** Posts where everyone in the place can read, once: what may have arrived is looked for first. */
export async function postMessage(
  kit: DeliveryKit,
  row: OutboxRow,
  to: Destination,
  reply: Reply,
  options: RenderOptions,
): Promise<Receipt> {
  const found = maybeDelivered(row) ? await findPosted(kit, to, row) : undefined;
  const messageId = found ?? (await sayReply(kit, to, reply, options));
  await sendFiles(kit, to, row, reply);
  const { team = '' } = await kit.identity.ask();
  return { place: placeId({ team, ...to }), messageId };
}
