import { VISIT_WINDOW, type Visit, type VisitLimit, visitLimit } from '../../core/index.ts';
import type { StorageContext } from './context.ts';
import type { Queries } from './tables.ts';

/** Counts a visit when it may happen; what has left the window is forgotten first. */
export async function admitVisit(
  tx: Queries,
  { backend }: StorageContext,
  visit: Visit,
): Promise<VisitLimit | undefined> {
  await backend.exclusively(tx, 'visits');
  await eraseOldVisits(tx, visit.at);
  const past = await tx.selectFrom('visits').select(['at', 'person', 'place', 'target']).orderBy('at').execute();
  const limit = visitLimit(past as Visit[], visit);
  if (!limit) await tx.insertInto('visits').values(visit).execute();
  return limit;
}

export async function eraseOldVisits(tx: Queries, now: number): Promise<void> {
  await tx
    .deleteFrom('visits')
    .where('at', '<=', now - VISIT_WINDOW)
    .execute();
}
