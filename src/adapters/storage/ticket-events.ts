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
  for (const event of events) await append(tx, await context.nextSequence(tx), event);
}

async function append(tx: Queries, sequence: number, event: TicketEvent): Promise<void> {
  await tx
    .insertInto('ticket_events')
    .values({
      sequence,
      id: event.id,
      ticket: event.ticket,
      at: event.at,
      kind: event.kind,
      by_id: event.by.id,
      by_name: event.by.name,
      text: event.text ?? null,
      draft: event.draft ?? null,
      details: detailsOf(event),
    })
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
      ...detailsFrom(row.details),
    }),
  );
}

type Details = Pick<TicketEvent, 'source' | 'files' | 'shownAs' | 'facts'>;

/** Null where there are none. */
function detailsOf({ source, files, shownAs, facts }: TicketEvent): string | null {
  const details = JSON.stringify({ source, files, shownAs, facts });
  return details === '{}' ? null : details;
}

function detailsFrom(details: string | null): Details {
  return details === null ? {} : (JSON.parse(details) as Details);
}

/** What a writer deleted is not kept; that there was something is. */
export async function blankTicketEvents(tx: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.updateTable('ticket_events').set({ text: null }).where('id', 'in', ids).execute();
}

/** Drafts about which nothing was decided. */
export async function unsentDrafts(db: Queries, ticket: string): Promise<number> {
  const events = await ticketEvents(db, ticket);
  const settled = new Set(events.filter(({ kind }) => kind !== 'draft-changed').map(({ draft }) => draft));
  return events.filter(({ kind, id }) => kind === 'agent-draft' && !settled.has(id)).length;
}
