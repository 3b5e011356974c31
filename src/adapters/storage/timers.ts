import type { Timer, TimerKind } from '../../core/index.ts';
import { withoutNulls } from './rows.ts';
import type { Queries } from './tables.ts';
import type { TimersTable } from './tables/work.ts';

/** A timer set again with the same id is moved. */
export async function setTimers(tx: Queries, timers: readonly Timer[]): Promise<void> {
  for (const timer of timers) {
    const { id, dueAt, conversation, place, person, ticket = null, kind = null } = timer;
    await tx
      .insertInto('timers')
      .values({ id, due_at: dueAt, conversation, place, person, ticket, kind })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ due_at: dueAt }))
      .execute();
  }
}

export async function stopTimers(tx: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('timers').where('id', 'in', ids).execute();
}

/** Those that are due, the longest overdue first. */
export async function dueTimers(db: Queries, now: number, limit: number): Promise<Timer[]> {
  const rows = await db
    .selectFrom('timers')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  return rows.map(timerFrom);
}

function timerFrom(row: TimersTable): Timer {
  return withoutNulls<Timer>({
    id: row.id,
    dueAt: row.due_at,
    conversation: row.conversation as Timer['conversation'],
    place: row.place as Timer['place'],
    person: row.person as Timer['person'],
    ticket: row.ticket,
    kind: row.kind as TimerKind | null,
  });
}

/** False when it has fired before, or was moved to another time than the one that it was found with. */
export async function endTimer(tx: Queries, id: string, dueAt: number | undefined): Promise<boolean> {
  let query = tx.deleteFrom('timers').where('id', '=', id);
  if (dueAt !== undefined) query = query.where('due_at', '=', dueAt);
  const { numDeletedRows } = await query.executeTakeFirst();
  return numDeletedRows > 0n;
}
