import { ComponentType, Routes } from 'discord-api-types/v10';
import type { OutboxRow } from '../../core/index.ts';
import { renderClassic } from './classic.ts';
import type { DeliveryKit } from './delivery-kit.ts';
import { faultOf } from './faults.ts';
import { snowflakeAt } from './ids.ts';
import { record, records, text, type Json } from './json.ts';
import { nonceOf } from './message-body.ts';
import { renderPlain } from './plain.ts';
import { markerOf } from './render.ts';

/** Discord's clock and ours may differ this much. */
const CLOCK_SLACK = 5 * 60_000;
const LOOK_BACK = 100;

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
  return message['nonce'] === nonceOf(key) || bears(message, markerOf(key)) || saysTheSame(message, row);
}

/** A row found in `sending` may have arrived: looks among our own messages since then. */
export async function findSent(kit: DeliveryKit, row: OutboxRow, channel: string): Promise<Json | undefined> {
  if (row.state !== 'sending') return undefined;
  const query = { after: snowflakeAt(row.queuedAt - CLOCK_SLACK), limit: String(LOOK_BACK) };
  try {
    const messages = records(await kit.api.call('GET', Routes.channelMessages(channel), { query }));
    return messages.find((message) => record(message['author'])['id'] === kit.self() && isOurs(message, row));
  } catch (error) {
    // Where we may not read, the nonce alone keeps a second copy away.
    if (faultOf(error).kind === 'refused') return undefined;
    throw error;
  }
}
