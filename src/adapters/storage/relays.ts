import type { MessageRef, PlaceId, Relay } from '../../core/index.ts';
import type { Queries } from './tables.ts';

/** What was passed on as what; the same pair again is no fault. */
export async function recordRelays(tx: Queries, relays: readonly Relay[]): Promise<void> {
  for (const { source, operation, ticket, event, to } of relays) {
    await tx
      .insertInto('relays')
      .values({ place: source.place, message: source.messageId, operation, ticket, event, to })
      .onConflict((conflict) => conflict.columns(['place', 'message', 'operation']).doNothing())
      .execute();
  }
}

/** As which operations a message was passed on, of those that are still known. */
export async function relaysOf(db: Queries, source: MessageRef): Promise<Relay[]> {
  const rows = await db
    .selectFrom('relays')
    .innerJoin('outbox', 'outbox.key', 'relays.operation')
    .selectAll('relays')
    .where('relays.place', '=', source.place)
    .where('relays.message', '=', source.messageId)
    .orderBy('outbox.sequence')
    .execute();
  return rows.map(relayFrom);
}

/** Which messages an operation passed on. */
export async function relaysBy(db: Queries, operation: string): Promise<Relay[]> {
  const rows = await db.selectFrom('relays').selectAll().where('operation', '=', operation).execute();
  return rows.map(relayFrom);
}

function relayFrom(row: {
  place: string;
  message: string;
  operation: string;
  ticket: string;
  event: string;
  to: string;
}): Relay {
  const { operation, ticket, event } = row;
  const source = { place: row.place as PlaceId, messageId: row.message };
  return { source, operation, ticket, event, to: row.to === 'desk' ? 'desk' : 'asker' };
}
