import type { PlaceId, PlaceToCheck } from '../../core/index.ts';
import type { Queries } from './tables.ts';

/** Looked through for places, newest first: bounds the work on a busy store. */
const EVENTS_LOOKED_AT = 10_000;

/** Stands for the time of the first look at a place that was only heard of. */
const NEVER = 0;

/** Open tickets' places, then where somebody spoke since `since`, and `others`; least recently checked first. */
export async function placesToCheck(
  db: Queries,
  adapter: string,
  since: number,
  others: readonly PlaceId[],
  limit: number,
): Promise<PlaceToCheck[]> {
  const urgent = new Set(await ticketPlaces(db));
  const checks = await checksOf(db, adapter);
  const heard = [...checks].flatMap(([place, check]) => (check.checkedAt === undefined ? [place] : []));
  const places = new Set([...urgent, ...heard, ...(await recentPlaces(db, since)), ...others]);
  const checkedAt = (place: string): number => checks.get(place)?.checkedAt ?? 0;
  return [...places]
    .filter((place) => place.startsWith(`${adapter}:`))
    .sort((a, b) => Number(urgent.has(b)) - Number(urgent.has(a)) || checkedAt(a) - checkedAt(b))
    .slice(0, limit)
    .map((place) => ({
      place: place as PlaceId,
      checkedAt: undefined,
      ...checks.get(place),
      ...(urgent.has(place) && { urgent: true as const }),
    }));
}

async function ticketPlaces(db: Queries): Promise<string[]> {
  const rows = await db.selectFrom('tickets').select(['place', 'desk']).where('open', '=', 1).execute();
  return rows.flatMap(({ place, desk }) => (desk === null ? [place] : [desk, place]));
}

async function recentPlaces(db: Queries, since: number): Promise<string[]> {
  const last = await db.selectFrom('inbox').select('sequence').orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  const rows = await db
    .selectFrom('inbox')
    .select('place')
    .where('sequence', '>', (last?.sequence ?? 0) - EVENTS_LOOKED_AT)
    .where('at', '>', since)
    .where('place', 'is not', null)
    .groupBy('place')
    .orderBy((order) => order.fn.min('sequence'))
    .execute();
  return rows.map(({ place }) => place ?? '');
}

type Check = Pick<PlaceToCheck, 'checkedAt' | 'seenUntil'>;

async function checksOf(db: Queries, adapter: string): Promise<Map<string, Check>> {
  const rows = await db.selectFrom('place_checks').selectAll().where('place', 'like', `${adapter}:%`).execute();
  return new Map(
    rows.map(({ place, checked_at: at, seen_until: seenUntil }) => [
      place,
      { checkedAt: at === NEVER ? undefined : at, ...(seenUntil !== null && { seenUntil }) },
    ]),
  );
}

/** Older notes are dropped: nothing that old is made up for. */
export async function placeChecked(
  tx: Queries,
  place: PlaceId,
  { at, seenUntil }: { at: number; seenUntil?: number | undefined },
  forgetBefore: number,
): Promise<void> {
  const seen = seenUntil === undefined ? {} : { seen_until: seenUntil };
  await tx
    .insertInto('place_checks')
    .values({ place, checked_at: at, ...seen })
    .onConflict((conflict) => conflict.column('place').doUpdateSet({ checked_at: at, ...seen }))
    .execute();
  await tx.deleteFrom('place_checks').where('checked_at', '<', forgetBefore).where('checked_at', '>', NEVER).execute();
}

export async function placeHeard(tx: Queries, place: PlaceId): Promise<void> {
  await tx
    .insertInto('place_checks')
    .values({ place, checked_at: NEVER })
    .onConflict((conflict) => conflict.column('place').doNothing())
    .execute();
}
