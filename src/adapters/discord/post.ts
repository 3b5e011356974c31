import { Routes } from 'discord-api-types/v10';
import type { Operation, OutboxRow, Receipt, Reply, Target } from '../../core/index.ts';
import { answerInteraction } from './answer.ts';
import { userOf, type DeliveryKit } from './delivery-kit.ts';
import { Refusal, isDirectClosed, isExpired } from './faults.ts';
import { parseHandle, type Handle } from './handle.ts';
import { placeId, snowflakeOf } from './ids.ts';
import { id, record } from './json.ts';
import { inBestForm, newForms, nonceOf, withBody } from './message-body.ts';
import { postPointer } from './pointer.ts';
import { findSent } from './reconcile.ts';
import type { RenderOptions } from './render.ts';

type Post = Extract<Operation, { kind: 'post' }>;

function receiptOf(channel: string, message: unknown): Receipt {
  return { place: placeId(channel), messageId: id(record(message)['id']) ?? '' };
}

export interface Message {
  reply: Reply;
  options: RenderOptions;
  /** The message that it replies to. */
  answers?: string;
}

/** Posts once: what an earlier attempt posted is found, or recognised by its nonce. */
export async function postMessage(
  kit: DeliveryKit,
  row: OutboxRow,
  channel: string,
  message: Message,
): Promise<Receipt> {
  const found = await findSent(kit, row, channel);
  if (found) return receiptOf(channel, found);
  const { reply, options, answers } = message;
  const nonce = nonceOf(options.key);
  const reference =
    answers === undefined ? {} : { message_reference: { message_id: answers, fail_if_not_exists: false } };
  const sent = await inBestForm(newForms(reply, options, kit.intents), (call, form) => {
    const once = { nonce: form === 0 ? nonce : `${nonce}${form}`, enforce_nonce: true };
    return kit.api.call('POST', Routes.channelMessages(channel), withBody(call, { ...once, ...reference }));
  });
  return receiptOf(channel, sent);
}

/** What only one person should see, told in their DM. */
export async function postDirect(
  kit: DeliveryKit,
  row: OutboxRow,
  user: string | undefined,
  message: Message,
): Promise<Receipt> {
  if (user === undefined) throw new Refusal('expired', 'nobody to tell it quietly');
  const { answers: _, ...rest } = message;
  return postMessage(kit, row, await kit.channels.direct(user), rest);
}

/** By direct message; to somebody who takes none, the channel says that it is there. */
async function postQuietly(kit: DeliveryKit, row: OutboxRow, post: Post, message: Message): Promise<Receipt> {
  const user = userOf(post.audience);
  try {
    return await postDirect(kit, row, user, message);
  } catch (error) {
    if (user === undefined || !isDirectClosed(error)) throw error;
    const { key, reply } = post;
    return await postPointer(kit, row, placeOf(post.to, row), { user, of: key, language: reply.language });
  }
}

function handleOf(row: OutboxRow): Handle | undefined {
  return row.handle === undefined ? undefined : parseHandle(row.handle);
}

/** The channel of a place that is known, or that was opened before. */
export function placeOf(to: Target, row: OutboxRow): string {
  const place = 'opened' in to ? row.target?.place : 'place' in to ? to.place : undefined;
  const channel = place && snowflakeOf(place);
  if (channel === undefined) throw new Refusal('place-gone', 'no such channel');
  return channel;
}

/** The message that is answered; an interaction is none. */
function answeredMessage({ answers }: Post): string | undefined {
  return /^discord:(\d+)$/.exec(answers ?? '')?.[1];
}

function messageOf(post: Post): Message {
  const answers = answeredMessage(post);
  return {
    reply: post.reply,
    options: { key: post.key, page: post.page ?? 0 },
    ...(answers !== undefined && { answers }),
  };
}

/**
 * Through the interaction while it lives; then a quiet answer goes by DM. What was said in the open is answered there:
 * Discord can show a message to one person only behind an interaction.
 */
async function postInPlace(kit: DeliveryKit, row: OutboxRow, post: Post): Promise<Receipt> {
  const message = messageOf(post);
  const handle = handleOf(row);
  const found = handle && !post.reply.quiet ? await findSent(kit, row, placeOf(post.to, row)) : undefined;
  if (found) return receiptOf(placeOf(post.to, row), found);
  try {
    if (handle) return await answerInteraction(kit, row, handle, message, userOf(post.audience));
  } catch (error) {
    if (!isExpired(error)) throw error;
  }
  if (post.reply.quiet && message.answers === undefined) return postQuietly(kit, row, post, message);
  return postMessage(kit, row, placeOf(post.to, row), message);
}

export async function deliverPost(kit: DeliveryKit, row: OutboxRow, post: Post): Promise<Receipt> {
  if ('direct' in post.to) return postDirect(kit, row, userOf(post.to.direct), messageOf(post));
  return postInPlace(kit, row, post);
}
