import type { DeliveryEvent, Event, Operation, Receipt, RefusalCode } from '../../core/index.ts';
import type { Selectable } from 'kysely';
import type { StorageContext } from './context.ts';
import { acceptEvent } from './inbox.ts';
import { awaitedBy, openedLane } from './outbox.ts';
import type { OutboxTable, Queries } from './tables.ts';
import { setDesk } from './tickets.ts';

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
  if (row.kind === 'open-place') await placeOpened(tx, row, receipt);
  if (row.report) await report(tx, context, row, { outcome: 'sent' }, now);
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
  if (row.ticket !== null) await setDesk(tx, row.ticket, row.key, receipt.place);
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
    id: `delivery:${operation}/${end.outcome}`,
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
