import type { DeliveryEvent, Event, Operation, Receipt, RefusalCode } from '../../core/index.ts';
import type { Selectable } from 'kysely';
import type { StorageContext } from './context.ts';
import { blankDeleted } from './deleted-messages.ts';
import { acceptEvent } from './inbox.ts';
import { awaitedBy, openedLane } from './outbox.ts';
import type { Queries } from './tables.ts';
import type { OutboxTable } from './tables/messages.ts';
import { setAskerPlace, setDesk } from './tickets.ts';

type Row = Selectable<OutboxTable>;

/** Marks a row sent, links its message, and lets go on what waited for its receipt. A second receipt changes nothing. */
export async function delivered(
  tx: Queries,
  context: StorageContext,
  key: string,
  receipt: Receipt,
  now: number,
): Promise<void> {
  const row = await endRow(tx, key, {
    state: 'sent',
    place: receipt.place,
    receipt_place: receipt.place,
    receipt_message: receipt.messageId,
    ended_at: now,
  });
  if (!row) return;
  await linkMessage(tx, row, receipt, now);
  if (row.kind === 'delete' && row.awaits !== null) await blankDeleted(tx, row.awaits);
  if (row.kind === 'open-place') await placeOpened(tx, row, receipt);
  if (row.report) await report(tx, context, row, { outcome: 'sent' }, now);
}

/** What only shows beside the words: where it cannot be, nothing is lost, and nobody need look at it. */
const SIGNS: ReadonlySet<string> = new Set(['react', 'set-state']);

async function forgetSign(tx: Queries, key: string): Promise<void> {
  await tx.updateTable('outbox').set({ state: 'replaced' }).where('key', '=', key).execute();
}

/** Puts a row, and all that can only follow it, among the dead letters. */
export async function refused(
  tx: Queries,
  context: StorageContext,
  key: string,
  code: RefusalCode,
  now: number,
): Promise<void> {
  const row = await endRow(tx, key, { state: 'dead', reason: code, ended_at: now });
  if (!row) return;
  if (SIGNS.has(row.kind)) await forgetSign(tx, key);
  if (row.report) await report(tx, context, row, { outcome: 'refused', code }, now);
  const followers = await tx
    .selectFrom('outbox')
    .select('key')
    .where('awaits', '=', key)
    .where('ended_at', 'is', null)
    .orderBy('sequence')
    .execute();
  for (const follower of followers) await refused(tx, context, follower.key, code, now);
}

/** What was queued behind a row that is dead already can never be sent. */
export async function refuseOrphans(
  tx: Queries,
  context: StorageContext,
  operations: readonly Operation[],
  now: number,
): Promise<void> {
  const waiting = operations.filter((operation) => awaitedBy(operation) !== undefined);
  for (const operation of waiting) {
    const target = await tx
      .selectFrom('outbox')
      .select('reason')
      .where('key', '=', awaitedBy(operation) ?? '')
      .where('state', '=', 'dead')
      .executeTakeFirst();
    if (target) await refused(tx, context, operation.key, target.reason as RefusalCode, now);
  }
}

/** Dead letters that somebody wants to be tried once more, with their time to live anew. */
export async function reviveOperations(tx: Queries, keys: readonly string[], now: number): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({ state: 'queued', ended_at: null, reason: null, ready_at: now, queued_at: now })
    .where('key', 'in', keys)
    .where('state', '=', 'dead')
    .where('operation', '<>', '')
    .execute();
}

function endRow(tx: Queries, key: string, end: Partial<Row>): Promise<Row | undefined> {
  return tx
    .updateTable('outbox')
    .set(end)
    .where('key', '=', key)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

async function linkMessage(tx: Queries, row: Row, receipt: Receipt, now: number): Promise<void> {
  await tx
    .insertInto('message_links')
    .values({ place: receipt.place, message: receipt.messageId, operation: row.key, ticket: row.ticket, at: now })
    .onConflict((conflict) => conflict.columns(['place', 'message']).doNothing())
    .execute();
}

async function placeOpened(tx: Queries, row: Row, receipt: Receipt): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ lane: receipt.place, place: receipt.place })
    .where('lane', '=', openedLane(row.key))
    .where('ended_at', 'is', null)
    .execute();
  if (row.ticket === null) return;
  const { audience } = JSON.parse(row.operation) as { audience?: string };
  if (audience === undefined) await setDesk(tx, row.ticket, row.key, receipt.place);
  else await setAskerPlace(tx, row.ticket, receipt.place);
}

/** Tells whoever caused the operation, where they caused it, by the same door as everything else. */
async function report(
  tx: Queries,
  context: StorageContext,
  row: Row,
  end: Pick<DeliveryEvent, 'outcome' | 'code'>,
  now: number,
): Promise<void> {
  const cause = await tx.selectFrom('inbox').select('event').where('id', '=', row.cause).executeTakeFirst();
  if (!cause?.event) return;
  const { conversation, place, private: alone, author } = JSON.parse(cause.event) as Event;
  const operation: Operation['key'] = row.key;
  await acceptEvent(tx, context, {
    // Tried once more, it may be refused once more.
    id: `delivery:${operation}/${end.outcome}${end.outcome === 'refused' ? `/${row.queued_at}` : ''}`,
    type: 'delivery',
    conversation,
    place,
    private: alone,
    author,
    at: now,
    operation,
    redactions: [],
    ...end,
  });
}
