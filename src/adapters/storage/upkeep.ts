import type { Store } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import type { Queries } from './tables.ts';

type Recovered = Awaited<ReturnType<Store['recover']>>;
type Counts = Awaited<ReturnType<Store['counts']>>;

/** What a crash left half done becomes ready again; an outbox row keeps its attempt, so that it is looked for first. */
export async function recover(tx: Queries, { backend }: StorageContext, now: number): Promise<Recovered> {
  // Other processes are at work: what one of them leaves is taken over when its lease has ended.
  if (backend.shared) return { events: await count(tx, 'inbox', ['pending']), outbox: 0, jobs: 0 };
  const outbox = await tx
    .updateTable('outbox')
    .set({ state: 'queued', ready_at: now })
    .where('ended_at', 'is', null)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  const jobs = await tx.updateTable('jobs').set({ state: 'queued' }).where('state', '=', 'running').executeTakeFirst();
  return {
    events: await count(tx, 'inbox', ['pending']),
    outbox: Number(outbox.numUpdatedRows),
    jobs: Number(jobs.numUpdatedRows),
  };
}

/** What waits, what is dead, and how many tickets are open. */
export async function counts(db: Queries): Promise<Counts> {
  const open = await db
    .selectFrom('tickets')
    .select((select) => select.fn.countAll<number>().as('number'))
    .where('open', '=', 1)
    .executeTakeFirstOrThrow();
  return {
    events: await count(db, 'inbox', ['pending']),
    deadEvents: await count(db, 'inbox', ['dead']),
    outbox: await count(db, 'outbox', ['queued', 'sending']),
    deadOutbox: await count(db, 'outbox', ['dead']),
    jobs: await count(db, 'jobs', ['queued', 'running']),
    tickets: open.number,
  };
}

/** Adapters for which nothing waits are left out. */
export async function depths(db: Queries): ReturnType<Store['depths']> {
  return { inbox: await inboxDepths(db), outbox: await outboxDepths(db) };
}

async function inboxDepths(db: Queries): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('inbox')
    .select((select) => ['place', select.fn.countAll<number>().as('number')])
    .where('ended_at', 'is', null)
    .groupBy('place')
    .execute();
  const depths: Record<string, number> = {};
  for (const { place, number } of rows) {
    const [adapter = ''] = (place ?? '').split(':');
    depths[adapter] = (depths[adapter] ?? 0) + number;
  }
  return depths;
}

async function outboxDepths(db: Queries): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select((select) => ['adapter', select.fn.countAll<number>().as('number')])
    .where('ended_at', 'is', null)
    .where('state', 'in', ['queued', 'sending'])
    .groupBy('adapter')
    .execute();
  return Object.fromEntries(rows.map(({ adapter, number }) => [adapter, number]));
}

async function count(db: Queries, table: 'inbox' | 'outbox' | 'jobs', states: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('number'))
    .where((where) => where.or(states.map((state) => where('state', '=', state as never))))
    .executeTakeFirstOrThrow();
  return row.number;
}
