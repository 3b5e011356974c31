import { sql } from 'kysely';
import type { EventId, Operation, OutboxRow, PlaceId, Receipt } from '../../core/index.ts';
import { fileOf } from './attachments.ts';
import type { StorageContext } from './context.ts';
import type { Queries } from './tables.ts';

/** No platform lets us wait for longer, ms. */
const LONGEST_WAIT = 30 * 60_000;

/** Ready rows in order, at most one for each lane; marks them `sending`. */
export async function takeOutbox(
  tx: Queries,
  context: StorageContext,
  now: number,
  limit: number,
  adapter: string | undefined,
): Promise<OutboxRow[]> {
  if (context.backend.shared && adapter !== undefined) await takeOver(tx, context, adapter, now);
  const ready = await readyRows(tx, context, now, limit, adapter);
  if (ready.length === 0) return [];
  await tx
    .updateTable('outbox')
    .set((set) => ({
      state: 'sending',
      owner: context.owner,
      attempts: set('attempts', '+', 1),
      // What a clock that was ahead has queued is taken at once, but once only: from then on it waits like all others.
      queued_at: set
        .case()
        .when('queued_at', '>', now)
        .then(now - LONGEST_WAIT)
        .else(set.ref('queued_at'))
        .end(),
    }))
    .where(
      'sequence',
      'in',
      ready.map((row) => row.sequence),
    )
    .execute();
  const handles = await handlesOf(tx, context, ready, now);
  return Promise.all(ready.map(async (row) => withContent(tx, outboxRow(row, handles))));
}

/**
 * What the process before this one had begun to send: it is looked for first, but not before a request has arrived that
 * was on its way when that one lost its lease.
 */
async function takeOver(tx: Queries, { owner, lease }: StorageContext, adapter: string, now: number): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'queued', ready_at: now + lease })
    .where('ended_at', 'is', null)
    .where('adapter', '=', adapter)
    .where('state', '=', 'sending')
    .where('owner', '!=', owner)
    .execute();
}

/** A file leaves with its bytes, as long as they are kept. */
async function withContent(tx: Queries, row: OutboxRow): Promise<OutboxRow> {
  if (row.operation.kind !== 'file') return row;
  const file = await fileOf(tx, row.operation.attachment);
  return file ? { ...row, content: file.bytes } : row;
}

type ReadyRow = Awaited<ReturnType<typeof readyRows>>[number];

function readyRows(tx: Queries, { backend }: StorageContext, now: number, limit: number, adapter: string | undefined) {
  let query = tx
    .selectFrom('outbox as row')
    .leftJoin('outbox as target', 'target.key', 'row.awaits')
    .select(['row.sequence', 'row.operation', 'row.attempts', 'row.queued_at', 'row.place', 'row.answers'])
    .select(['target.receipt_place', 'target.receipt_message'])
    .select((select) =>
      select.selectFrom('inbox').select('inbox.at').whereRef('inbox.id', '=', 'row.cause').as('caused_at'),
    )
    .where('row.ended_at', 'is', null)
    .where('row.state', '=', 'queued')
    // A clock that was ahead may have put off what is due now.
    .where((where) =>
      where.or([
        where('row.ready_at', '<=', now),
        where('row.queued_at', '>', now),
        where('row.ready_at', '>', now + LONGEST_WAIT),
      ]),
    )
    .where((where) => where.or([where('row.awaits', 'is', null), where('target.state', '=', 'sent')]))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('outbox as earlier')
            .select(sql<number>`1`.as('found'))
            .whereRef('earlier.lane', '=', 'row.lane')
            .where('earlier.ended_at', 'is', null)
            .whereRef('earlier.sequence', '<', 'row.sequence'),
        ),
      ),
    )
    .orderBy('row.sequence')
    .limit(limit);
  if (adapter !== undefined) query = query.where('row.adapter', '=', adapter);
  return backend.skipLocked(query, 'row').execute();
}

async function handlesOf(
  tx: Queries,
  context: StorageContext,
  rows: readonly ReadyRow[],
  now: number,
): Promise<Map<string, string>> {
  const events = rows.map((row) => row.answers).filter((id) => id !== null);
  if (events.length === 0) return new Map();
  const sealed = await tx
    .selectFrom('inbox')
    .select(['id', 'handle'])
    .where('id', 'in', events)
    .where('handle_expires_at', '>', now)
    .execute();
  const opened = sealed.map((row) => [row.id, row.handle ? context.seal.open(row.handle) : undefined] as const);
  return new Map(opened.filter((entry): entry is readonly [EventId, string] => entry[1] !== undefined));
}

function outboxRow(row: ReadyRow, handles: Map<string, string>): OutboxRow {
  const target = receiptFrom(row.receipt_place, row.receipt_message);
  const handle = row.answers === null ? undefined : handles.get(row.answers);
  return {
    operation: JSON.parse(row.operation) as Operation,
    sequence: row.sequence,
    place: target?.place ?? (row.place as PlaceId | null) ?? undefined,
    attempts: row.attempts,
    state: row.attempts > 0 ? 'sending' : 'queued',
    queuedAt: row.queued_at,
    ...(row.caused_at !== null && { causedAt: row.caused_at }),
    ...(target && { target }),
    ...(handle !== undefined && { handle }),
  };
}

function receiptFrom(place: string | null, messageId: string | null): Receipt | undefined {
  return place === null || messageId === null ? undefined : { place: place as PlaceId, messageId };
}

/** By the process that is sending it; another one may have taken it over. */
export async function retryLater(
  tx: Queries,
  { owner }: StorageContext,
  key: string,
  at: number,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'queued', ready_at: at, reason })
    .where('key', '=', key)
    .where('state', '=', 'sending')
    .where('owner', '=', owner)
    .execute();
}

/** Whether another process has taken the row over. */
export async function isSentByAnother(tx: Queries, { owner }: StorageContext, key: string): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .select('key')
    .where('key', '=', key)
    .where('state', '=', 'sending')
    .where('owner', '!=', owner)
    .executeTakeFirst();
  return row !== undefined;
}
