import { sql } from 'kysely';
import type { Event, JobRequest } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import type { Queries } from './tables.ts';

/** Longer (ms) than any job takes. */
const LEASED = 90_000;

/** An id that is there already is left alone: a repeated respond asks for the same job. */
export async function queueJobs(tx: Queries, context: StorageContext, jobs: readonly JobRequest[]): Promise<void> {
  for (const job of jobs) {
    await tx
      .insertInto('jobs')
      .values({
        sequence: await context.nextSequence(tx),
        id: job.id,
        state: 'queued',
        person: job.person,
        request: JSON.stringify(job),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

/** In turns: nobody's second job before everybody's first; running ones count as turns taken. */
export async function takeJobs(
  tx: Queries,
  context: StorageContext,
  now: number,
  limit: number,
  perPerson: number,
): Promise<JobRequest[]> {
  const { backend, owner } = context;
  await backend.exclusively(tx, 'jobs');
  if (backend.shared) await takeOver(tx, now);
  const { rows } = await sql<{ sequence: number; request: string }>`
    select sequence, request from (
      select sequence, request, state,
        row_number() over (partition by person order by case state when 'running' then 0 else 1 end, sequence) as turn
      from jobs where state in ('queued', 'running')
    ) as waiting
    where state = 'queued' and turn <= ${perPerson} order by turn, sequence limit ${limit}`.execute(tx);
  if (rows.length === 0) return [];
  await tx
    .updateTable('jobs')
    .set({ state: 'running', owner, leased_until: now + LEASED })
    .where(
      'sequence',
      'in',
      rows.map((row) => row.sequence),
    )
    .execute();
  return rows.map((row) => JSON.parse(row.request) as JobRequest);
}

/** What a process began that is gone by now; its clock may have been ahead. */
async function takeOver(tx: Queries, now: number): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ state: 'queued' })
    .where('state', '=', 'running')
    .where((where) => where.or([where('leased_until', '<=', now), where('leased_until', '>', now + LEASED)]))
    .execute();
}

/** False when it has ended before. */
export async function endJob(tx: Queries, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({ state: 'done', ended_at: now })
    .where('id', '=', id)
    .where('state', '!=', 'done')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Those that the event's author asked for with this message, and that are not done. */
export async function jobsAskedBy(db: Queries, event: Event, message: string): Promise<JobRequest[]> {
  const rows = await db
    .selectFrom('jobs')
    .select('request')
    .where('person', '=', event.author.id)
    .where('state', 'in', ['queued', 'running'])
    .orderBy('sequence')
    .execute();
  const jobs = rows.map((row) => JSON.parse(row.request) as JobRequest);
  return jobs.filter((job) => job.message === message && job.conversation === event.conversation);
}

export async function cancelJobs(tx: Queries, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('jobs').set({ state: 'done', ended_at: now }).where('id', 'in', ids).execute();
}

export async function isRunning(db: Queries, id: string): Promise<boolean> {
  const row = await db.selectFrom('jobs').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state === 'running';
}
