import type { Event, EventId, MessageEvent } from '../../core/index.ts';
import type { Queries } from './tables.ts';

/** Who said something, and where. */
export type Said = Pick<MessageEvent, 'author' | 'conversation' | 'place' | 'private'>;

/** The message that came in under this id, as long as it is kept. */
export async function messageSaid(db: Queries, id: EventId): Promise<Said | undefined> {
  const row = await db.selectFrom('inbox').select('event').where('id', '=', id).executeTakeFirst();
  const event = row?.event ? (JSON.parse(row.event) as Event) : undefined;
  if (event?.type !== 'message') return undefined;
  const { author, conversation, place, private: alone } = event;
  return { author, conversation, place, private: alone };
}
