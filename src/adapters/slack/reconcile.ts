import type { OutboxRow } from '../../core/index.ts';
import type { DeliveryKit, Destination } from './delivery-kit.ts';
import { failureOf } from './errors.ts';

/** Slack has no idempotency key for messages: ours rides in their metadata. */
const METADATA_TYPE = 'postilion';

export function metadataOf(key: string): { event_type: string; event_payload: { key: string } } {
  return { event_type: METADATA_TYPE, event_payload: { key } };
}

/** A computer's clock may be far ahead of Slack's: what we sent then seems to be older than its row. */
const CLOCK_ERROR_S = 24 * 3_600;
const PAGE = 200;
const MOST_PAGES = 10;

export interface SeenMessage {
  ts?: string | undefined;
  metadata?: { event_type?: string | undefined; event_payload?: unknown } | undefined;
  files?: { name?: string | undefined }[] | undefined;
  user?: string | undefined;
}

interface Page {
  messages?: SeenMessage[];
  response_metadata?: { next_cursor?: string };
}

async function page(kit: DeliveryKit, to: Destination, oldest: string, cursor: string | undefined): Promise<Page> {
  const common = { channel: to.channel, oldest, limit: PAGE, include_all_metadata: true, ...(cursor && { cursor }) };
  const { thread } = to;
  if (thread === undefined) return kit.guarded('history', () => kit.client.conversations.history(common));
  return kit.guarded('replies', () => kit.client.conversations.replies({ ...common, ts: thread }));
}

/** Messages of a place since a row was queued. Where we may not look there is nothing to find. */
export async function messagesSince(kit: DeliveryKit, to: Destination, row: OutboxRow): Promise<SeenMessage[]> {
  const { queuedAt, causedAt = queuedAt } = row;
  const oldest = String(Math.max(0, Math.floor(Math.min(queuedAt, causedAt) / 1000) - CLOCK_ERROR_S));
  const seen: SeenMessage[] = [];
  let cursor: string | undefined;
  try {
    for (let count = 0; count < MOST_PAGES; count += 1) {
      const { messages, response_metadata: next } = await page(kit, to, oldest, cursor);
      seen.push(...(messages ?? []));
      cursor = next?.next_cursor;
      if (!cursor) break;
    }
  } catch (error) {
    const failure = failureOf(error, kit.log);
    if (failure.kind === 'retry') throw error;
    kit.log.warn('slack-history-closed', { reason: failure.reason });
  }
  return seen;
}

function keyOf({ metadata }: SeenMessage): unknown {
  const payload = metadata?.event_type === METADATA_TYPE ? metadata.event_payload : undefined;
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined;
}

/** The `ts` under which an operation already stands in its place. */
export async function findPosted(kit: DeliveryKit, to: Destination, row: OutboxRow): Promise<string | undefined> {
  const messages = await messagesSince(kit, to, row);
  const found = messages.find((message) => keyOf(message) === row.operation.key)?.ts;
  if (found !== undefined) kit.log.info('slack-already-delivered', { channel: to.channel });
  return found;
}
