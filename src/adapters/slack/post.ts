import type { OutboxRow, Receipt, Reply } from '../../core/index.ts';
import { maybeDelivered, sendInBestStyle, threadArgument, type DeliveryKit, type Destination } from './delivery-kit.ts';
import { sendFiles } from './files.ts';
import { placeId } from './ids.ts';
import { findPosted, metadataOf } from './reconcile.ts';
import type { RenderOptions } from './render.ts';

/** Links stay links: no previews, and no names turned into mentions. */
const SILENT = { unfurl_links: false, unfurl_media: false, link_names: false } as const;

async function send(kit: DeliveryKit, to: Destination, reply: Reply, options: RenderOptions): Promise<string> {
  const { postMessage: say } = kit.client.chat;
  await kit.paced(to.channel);
  const { ts } = await sendInBestStyle(kit, reply, options, (message) =>
    kit.guarded(`chat.postMessage/${to.channel}`, () =>
      say({
        channel: to.channel,
        ...threadArgument(to),
        ...message,
        ...SILENT,
        metadata: metadataOf(options.key),
      }),
    ),
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
  const messageId = found ?? (await send(kit, to, reply, options));
  await sendFiles(kit, to, row, reply);
  const { team = '' } = await kit.identity.ask();
  return { place: placeId({ team, ...to }), messageId };
}
