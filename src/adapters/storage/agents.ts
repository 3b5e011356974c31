import type { AgentInfo, Membership, PersonId, PlaceId } from '../../core/index.ts';
import { bit } from './rows.ts';
import type { Queries } from './tables.ts';

export async function setMembership(tx: Queries, desk: PlaceId, person: PersonId, now: Membership): Promise<void> {
  const row = { member: bit(now.member), checked_at: now.checkedAt };
  await tx
    .insertInto('memberships')
    .values({ desk, person, ...row })
    .onConflict((conflict) => conflict.columns(['desk', 'person']).doUpdateSet(row))
    .execute();
}

export async function membershipOf(db: Queries, desk: PlaceId, person: PersonId): Promise<Membership | undefined> {
  const row = await db
    .selectFrom('memberships')
    .select(['member', 'checked_at'])
    .where('desk', '=', desk)
    .where('person', '=', person)
    .executeTakeFirst();
  return row && { member: row.member === 1, checkedAt: row.checked_at };
}

/** Who was seen at a desk, and whether they are away. */
export async function setPresence(
  tx: Queries,
  presence: readonly { person: PersonId; name: string; away: boolean }[],
): Promise<void> {
  for (const { person, name, away } of presence) {
    const row = { name, away: bit(away) };
    await tx
      .insertInto('presence')
      .values({ person, ...row })
      .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
      .execute();
  }
}

export async function agentsSeen(db: Queries): Promise<AgentInfo[]> {
  const rows = await db.selectFrom('presence').selectAll().orderBy('name').execute();
  return rows.map(({ person, name, away }) => ({ id: person as PersonId, name, away: away === 1 }));
}
