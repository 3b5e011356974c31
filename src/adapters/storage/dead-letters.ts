import type { Queries } from './tables.ts';
import { reviveOperations } from './receipts.ts';

/** What could not be answered (`event`) or delivered (`operation`). Its text is not part of it. */
export interface DeadLetter {
  what: 'event' | 'operation';
  id: string;
  /** Which event it is, or which operation. */
  kind: string;
  at: number;
  reason: string;
  place: string;
  /** Whether its text is still kept, so that it can be tried again. */
  canBeRetried: boolean;
}

/** The newest first. */
export async function deadLetters(db: Queries, limit: number): Promise<DeadLetter[]> {
  const letters = [...(await deadEvents(db, limit)), ...(await deadOperations(db, limit))];
  return letters.sort((one, other) => other.at - one.at).slice(0, limit);
}

async function deadEvents(db: Queries, limit: number): Promise<DeadLetter[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'ended_at', 'reason', 'place', 'event'])
    .where('state', '=', 'dead')
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, ended_at: at, reason, place, event }) => ({
    what: 'event',
    id,
    kind: event === null ? '' : (JSON.parse(event) as { type: string }).type,
    at: at ?? 0,
    reason: reason ?? '',
    place: place ?? '',
    canBeRetried: event !== null,
  }));
}

async function deadOperations(db: Queries, limit: number): Promise<DeadLetter[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'kind', 'ended_at', 'reason', 'lane', 'operation'])
    .where('state', '=', 'dead')
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ key, kind, ended_at: at, reason, lane, operation }) => ({
    what: 'operation',
    id: key,
    kind,
    at: at ?? 0,
    reason: reason ?? '',
    place: lane,
    canBeRetried: operation !== '',
  }));
}

/** Tries it once more, with what could not be sent because of it. False when there is no such dead letter any more. */
export async function retryDeadLetter(tx: Queries, id: string, now: number): Promise<boolean> {
  const event = await tx
    .updateTable('inbox')
    .set({ state: 'pending', reason: null, ended_at: null })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .where('event', 'is not', null)
    .executeTakeFirst();
  if (event.numUpdatedRows > 0n) return true;
  const keys = await withFollowers(tx, id);
  await reviveOperations(tx, keys, now);
  return keys.length > 0;
}

async function withFollowers(tx: Queries, key: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select('key')
    .where('state', '=', 'dead')
    .where('operation', '<>', '')
    .where((where) => where.or([where('key', '=', key), where('awaits', '=', key)]))
    .execute();
  return rows.some((row) => row.key === key) ? rows.map((row) => row.key) : [];
}
