import type { Event, HistoryEntry, Operation, PlaceId } from '../../core/index.ts';
import { directLane } from './outbox.ts';
import type { Queries } from './tables.ts';

/** The newest `limit` entries after a sequence, oldest first; what is still on its way is there already. */
export async function historyOf(db: Queries, place: PlaceId, after: number, limit: number): Promise<HistoryEntry[]> {
  const entries = [...(await said(db, place, after, limit)), ...(await posted(db, place, after, limit))];
  return entries.sort((one, other) => one.sequence - other.sequence).slice(-limit);
}

async function said(db: Queries, place: PlaceId, after: number, limit: number): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['sequence', 'event', 'at'])
    .where('place', '=', place)
    .where('sequence', '>', after)
    .where('event', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ sequence, event, at }) => {
    const words = wordsOf(JSON.parse(event ?? '') as Event);
    return words ? [{ from: 'asker' as const, sequence, ...words, at }] : [];
  });
}

function wordsOf(event: Event): { text: string; messageId?: string } | undefined {
  if (event.type === 'command') return { text: event.text };
  if (event.type !== 'message') return undefined;
  return { text: event.text, ...(event.messageId !== undefined && { messageId: event.messageId }) };
}

async function posted(db: Queries, place: PlaceId, after: number, limit: number): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['sequence', 'operation', 'queued_at'])
    .where((where) =>
      where.or([
        where('place', '=', place),
        where.and([where('lane', '=', directLane(place)), where('ended_at', 'is', null)]),
      ]),
    )
    .where('state', 'in', ['queued', 'sending', 'sent'])
    .where('operation', '<>', '')
    .where('sequence', '>', after)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    from: 'assistant',
    sequence: row.sequence,
    operation: JSON.parse(row.operation) as Operation,
    at: row.queued_at,
  }));
}
