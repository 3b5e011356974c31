import type { EventId, Operation, PlaceId, Target } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import { prepared } from './prepared.ts';
import { bit } from './rows.ts';
import type { Queries } from './tables.ts';

/** Where a row stands in line, before its target is known for certain. */
interface Address {
  adapter: string;
  lane: string;
  place: string | null;
  awaits: string | null;
}

interface NewRow extends Address {
  sequence: number;
  key: string;
  kind: string;
  operation: string;
  cause: string;
  answers: string | null;
  ticket: string | null;
  report: number;
  ready_at: number;
  queued_at: number;
}

const insert = prepared<NewRow, unknown>((db, slot) =>
  db.insertInto('outbox').values({
    state: 'queued',
    attempts: 0,
    sequence: slot('sequence'),
    key: slot('key'),
    kind: slot('kind'),
    operation: slot('operation'),
    cause: slot('cause'),
    answers: slot('answers'),
    ticket: slot('ticket'),
    report: slot('report'),
    ready_at: slot('ready_at'),
    queued_at: slot('queued_at'),
    adapter: slot('adapter'),
    lane: slot('lane'),
    place: slot('place'),
    awaits: slot('awaits'),
  }),
);

/** Queues what a Turn asked for, in its order. Throws when a key is in the outbox already, or names none that is. */
export async function queueOperations(
  tx: Queries,
  context: StorageContext,
  operations: readonly Operation[],
  cause: { event: EventId; now: number },
): Promise<void> {
  for (const operation of operations) {
    if (operation.kind === 'set-state' && !(await isKnownOperation(tx, operation.of))) continue;
    await insert(tx, {
      ...(await addressOf(tx, context, operation)),
      sequence: await context.nextSequence(tx),
      key: operation.key,
      kind: operation.kind,
      operation: JSON.stringify(operation),
      cause: cause.event,
      answers: operation.kind === 'post' ? (operation.answers ?? null) : null,
      ticket: operation.ticket ?? null,
      report: bit(operation.report ?? false),
      ready_at: await replaceUnsentEdit(tx, operation, cause.now),
      queued_at: cause.now,
    });
  }
}

function addressOf(tx: Queries, context: StorageContext, operation: Operation): Promise<Address> | Address {
  switch (operation.kind) {
    case 'open-place':
      return inPlace(operation.in);
    case 'post':
    case 'publish':
    case 'file':
      return addressOfTarget(tx, context, operation.to);
    case 'react':
      return inPlace(operation.at.place);
    default:
      return behind(tx, context, operation.of);
  }
}

function addressOfTarget(tx: Queries, context: StorageContext, to: Target): Promise<Address> | Address {
  if ('opened' in to) return behind(tx, context, to.opened);
  if ('place' in to) return inPlace(to.place);
  return { adapter: adapterOf(to.direct), lane: directLane(to.direct), place: null, awaits: null };
}

function inPlace(place: PlaceId): Address {
  return { adapter: adapterOf(place), lane: place, place, awaits: null };
}

async function isKnownOperation(tx: Queries, key: string): Promise<boolean> {
  const row = await tx.selectFrom('outbox').select('key').where('key', '=', key).executeTakeFirst();
  return row !== undefined;
}

/** In the lane of the row whose receipt is needed. A receipt that another process is writing just now is waited for: it moves all that waits. */
async function behind(tx: Queries, { backend }: StorageContext, key: string): Promise<Address> {
  const query = tx.selectFrom('outbox').select(['adapter', 'kind', 'lane', 'receipt_place']).where('key', '=', key);
  const target = await backend.holdStill(query).executeTakeFirst();
  if (!target) throw new Error(`operation "${key}" is not in the outbox`);
  const lane = target.kind === 'open-place' ? (target.receipt_place ?? openedLane(key)) : target.lane;
  return { adapter: target.adapter, lane, place: target.receipt_place, awaits: key };
}

/** An older edit of the same message that has not left yet says nothing that the new one does not. */
async function replaceUnsentEdit(tx: Queries, operation: Operation, now: number): Promise<number> {
  if (operation.kind !== 'edit' && operation.kind !== 'delete') return now;
  const replaced = await tx
    .updateTable('outbox')
    .set({ state: 'replaced', ended_at: now })
    .where('awaits', '=', operation.of)
    .where('kind', '=', 'edit')
    .where('state', '=', 'queued')
    .returning('ready_at')
    .execute();
  return Math.max(now, ...replaced.map((row) => row.ready_at));
}

/** Whether a place is being opened on the same platform, or may be open already: we learn its id only with its receipt. */
export async function isOpeningPlace(db: Queries, place: PlaceId): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('key')
    .where('adapter', '=', adapterOf(place))
    .where('ended_at', 'is', null)
    .where('kind', '=', 'open-place')
    .where('attempts', '>', 0)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Key of the row whose receipt an operation needs. */
export function awaitedBy(operation: Operation): string | undefined {
  if ('of' in operation) return operation.of;
  return 'to' in operation && 'opened' in operation.to ? operation.to.opened : undefined;
}

/** Lane of what goes into a place that is still to be opened. */
export function openedLane(key: string): string {
  return `opened:${key}`;
}

export function directLane(person: string): string {
  return `direct:${person}`;
}

function adapterOf(scoped: string): string {
  return scoped.slice(0, scoped.indexOf(':'));
}
