import type { OutboxRow, Receipt, Reply } from '../../core/index.ts';
import { sendInBestStyle, threadArgument, type DeliveryKit, type Destination } from './delivery-kit.ts';
import { failureOf } from './errors.ts';
import { sendFiles } from './files.ts';
import { placeId } from './ids.ts';
import { postMessage } from './post.ts';
import type { RenderOptions } from './render.ts';
import { respondByUrl } from './response-url.ts';

/** A message that only one person saw: it cannot be changed later, only said again. */
const QUIET_ID = /^quiet\/([^/]+)\//;

/** The user who saw a quiet message; undefined for an ordinary one. */
export function quietAudience(messageId: string): string | undefined {
  return QUIET_ID.exec(messageId)?.[1];
}

export interface QuietPost {
  row: OutboxRow;
  to: Destination;
  user: string;
  reply: Reply;
  options: RenderOptions;
}

type Way = (kit: DeliveryKit, post: QuietPost) => Promise<Receipt>;

async function receiptOf(kit: DeliveryKit, { to, user }: QuietPost, id: string): Promise<Receipt> {
  const { team = '' } = await kit.identity.ask();
  return { place: placeId({ team, ...to }), messageId: `quiet/${user}/${id}` };
}

const byHandle: Way = async (kit, post) => {
  const { handle } = post.row;
  if (handle === undefined) throw new Error('no handle');
  await sendInBestStyle(kit, post.reply, post.options, (message) =>
    respondByUrl(handle, post.to, message, 'ephemeral'),
  );
  return receiptOf(kit, post, post.options.key);
};

const byEphemeral: Way = async (kit, post) => {
  const { to, user } = post;
  const answer = await sendInBestStyle(kit, post.reply, post.options, (message) =>
    kit.guarded(`chat.postEphemeral/${to.channel}`, () =>
      kit.client.chat.postEphemeral({ channel: to.channel, user, ...threadArgument(to), ...message }),
    ),
  );
  return receiptOf(kit, post, answer.message_ts ?? post.options.key);
};

const byDirect: Way = async (kit, post) => {
  const to = { channel: await kit.people.direct(post.user) };
  return postMessage(kit, post.row, to, post.reply, post.options);
};

/** A file cannot be shown to one person in a channel: it goes to their DM. */
async function filesByDirect(kit: DeliveryKit, { row, user, reply }: QuietPost): Promise<void> {
  if (!reply.blocks.some((block) => block.kind === 'file')) return;
  await sendFiles(kit, { channel: await kit.people.direct(user) }, row, reply);
}

/** In our DM with a person nobody else reads. */
async function openable(kit: DeliveryKit, { to }: QuietPost): Promise<Pick<RenderOptions, 'openly'>> {
  if (kit.people.isOwnDirect(to.channel) || kit.isDesk(to.channel)) return {};
  const { team = '' } = await kit.identity.ask();
  return { openly: placeId({ team, ...to }) };
}

/** Shown to one person: through the handle while it lives, else as an ephemeral message, else in their DM. */
export async function postQuietly(kit: DeliveryKit, quiet: QuietPost): Promise<Receipt> {
  const post = { ...quiet, options: { ...quiet.options, ...(await openable(kit, quiet)) } };
  const ways = [...(post.row.handle === undefined ? [] : [byHandle]), byEphemeral, byDirect];
  const attempt = async (index: number): Promise<Receipt> => {
    try {
      return await (ways[index] ?? byDirect)(kit, post);
    } catch (error) {
      const failure = failureOf(error, kit.log);
      if (failure.kind === 'retry' || index >= ways.length - 1) throw error;
      return attempt(index + 1);
    }
  };
  const receipt = await attempt(0);
  if (quietAudience(receipt.messageId) !== undefined) await filesByDirect(kit, post);
  return receipt;
}
