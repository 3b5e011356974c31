import { ComponentType, Routes } from 'discord-api-types/v10';
import type { OutboxRow } from '../../core/index.ts';
import { renderClassic } from './classic.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { faultOf } from './faults.ts';
import { snowflakeAt } from './ids.ts';
import { id, record, records, text, type Json } from './json.ts';
import { nonceOf } from './message-body.ts';
import { renderPlain } from './plain.ts';
import { markerOf } from './render.ts';

/** What says the same by chance is not taken for ours when it is older than this before what caused it, ms. */
const CLOCK_SLACK = 5 * 60_000;
/** A computer's clock may be far ahead of Discord's: what we sent then seems to be older than its row, ms. */
const CLOCK_ERROR = 24 * 3_600_000;
const PAGE = 100;
const MOST_PAGES = 5;

/** Whether a message carries the mark of an operation. */
export function bears(message: Json, marker: number): boolean {
  return records(message['components']).some(
    (component) => component['type'] === ComponentType.Container && component['id'] === marker,
  );
}

/** In an older form a message bears no mark: its words are compared. */
function saysTheSame(message: Json, { operation }: OutboxRow): boolean {
  if (!('reply' in operation)) return false;
  const content = text(message['content']) ?? '';
  if (content !== '') return content === renderPlain(operation.reply);
  const embedded = text(records(message['embeds'])[0]?.['description']);
  const { key, reply } = operation;
  const page = operation.kind === 'post' ? (operation.page ?? 0) : 0;
  return embedded !== undefined && embedded === renderClassic(reply, { key, page }).embeds[0]?.description;
}

/** Whether a message is what this row sends: by nonce, by the container's mark, or word for word. */
function isOurs(message: Json, row: OutboxRow): boolean {
  const { key } = row.operation;
  if (message['nonce'] === nonceOf(key) || bears(message, markerOf(key))) return true;
  return isSince(message, beginOf(row) - CLOCK_SLACK) && saysTheSame(message, row);
}

/** It cannot have been sent before; our own clock alone may have been ahead when it was queued. */
function beginOf({ queuedAt, causedAt = queuedAt }: OutboxRow): number {
  return Math.min(queuedAt, causedAt);
}

function isSince(message: Json, time: number): boolean {
  return BigInt(id(message['id']) ?? 0) >= BigInt(snowflakeAt(time));
}

/** The newest messages come first: of those since then the one that fits. */
async function lookBack(
  kit: DeliveryKit,
  channel: string,
  since: number,
  fits: (message: Json) => boolean,
): Promise<Json | undefined> {
  let before: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const query = { limit: String(PAGE), ...(before !== undefined && { before }) };
    const messages = records(await kit.api.call('GET', Routes.channelMessages(channel), { query }));
    const found = messages.find((message) => fits(message));
    const oldest = messages.at(-1);
    if (found || !oldest || messages.length < PAGE || !isSince(oldest, since)) return found;
    before = id(oldest['id']);
  }
  return undefined;
}

/** A row found in `sending` may have arrived: looks among our own messages since then. */
export async function findSent(kit: DeliveryKit, row: OutboxRow, channel: string): Promise<Json | undefined> {
  if (row.state !== 'sending') return undefined;
  try {
    return await lookBack(
      kit,
      channel,
      beginOf(row) - CLOCK_ERROR,
      (message) => record(message['author'])['id'] === kit.self() && isOurs(message, row),
    );
  } catch (error) {
    // Where we may not read, the nonce alone keeps a second copy away.
    if (faultOf(error).kind === 'refused') return undefined;
    throw error;
  }
}
