import type { PersonId, TicketEvent } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import { withoutNulls } from './rows.ts';
import type { Queries } from './tables.ts';

/** Append-only; an id that is there already is left alone. */
export async function appendTicketEvents(
  tx: Queries,
  context: StorageContext,
  events: readonly TicketEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    sequence: context.nextSequence(),
    id: event.id,
    ticket: event.ticket,
    at: event.at,
    kind: event.kind,
    by_id: event.by.id,
    by_name: event.by.name,
    text: event.text ?? null,
    draft: event.draft ?? null,
  }));
  await tx
    .insertInto('ticket_events')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The newest `limit` (all, when absent), oldest first. */
export async function ticketEvents(db: Queries, ticket: string, limit?: number): Promise<TicketEvent[]> {
  let query = db.selectFrom('ticket_events').selectAll().where('ticket', '=', ticket).orderBy('sequence', 'desc');
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.execute();
  return rows.reverse().map((row) =>
    withoutNulls<TicketEvent>({
      id: row.id,
      ticket: row.ticket,
      at: row.at,
      kind: row.kind as TicketEvent['kind'],
      by: { id: row.by_id as PersonId, name: row.by_name },
      text: row.text,
      draft: row.draft,
    }),
  );
}
