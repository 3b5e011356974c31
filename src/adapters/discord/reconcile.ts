import { ComponentType, Routes } from 'discord-api-types/v10';
import type { OutboxRow } from '../../core/index.ts';
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

/** Whether a message is what this row sends: by nonce, by the container's mark, or word for word. */
function isOurs(message: Json, row: OutboxRow): boolean {
  const { operation } = row;
  const { key } = operation;
  if (message['nonce'] === nonceOf(key) || bears(message, markerOf(key))) return true;
  const content = text(message['content']) ?? '';
  return content !== '' && 'reply' in operation && content === renderPlain(operation.reply);
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
