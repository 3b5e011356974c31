import type { StorageContext } from './context.ts';
import type { Queries } from './tables.ts';

/** Who stands still for so long (ms) may lose what it holds, unless told otherwise. Held ones are renewed in time. */
export const LEASE = 10_000;

/** Proof that a lease is still the one that was taken: it grows with every change of its owner. */
export type Token = number;

/**
 * Takes or renews leases, by one statement: those that are free, have expired, or are held by this process already.
 * Gives the ones that are held now. Names are taken in order, so that of two processes that want the same, one gets all.
 */
export async function takeLeases(
  tx: Queries,
  { owner, backend, lease }: StorageContext,
  names: readonly string[],
  now: number,
): Promise<Map<string, Token>> {
  if (names.length === 0) return new Map();
  const [token = 0] = await backend.reserveNumbers(tx, 1);
  const rows = await tx
    .insertInto('leases')
    .values([...names].sort().map((name) => ({ name, owner, token, expires_at: now + lease })))
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((set) => ({
          owner,
          token: set
            .case()
            .when('leases.owner', '=', owner)
            .then(set.ref('leases.token'))
            .else(set.ref('excluded.token'))
            .end(),
          expires_at: set.ref('excluded.expires_at'),
        }))
        .where((where) => where.or([where('leases.owner', '=', owner), where('leases.expires_at', '<=', now)])),
    )
    .returning(['name', 'token'])
    .execute();
  return new Map(rows.map((row) => [row.name, row.token]));
}

/** False when another process has taken one of them since; else nobody can, until the transaction ends. */
export async function stillHeld(tx: Queries, owner: string, held: ReadonlyMap<string, Token>): Promise<boolean> {
  for (const [name, token] of [...held].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const { numUpdatedRows } = await tx
      .updateTable('leases')
      .set({ token })
      .where('name', '=', name)
      .where('owner', '=', owner)
      .where('token', '=', token)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
  }
  return true;
}

export async function releaseLeases(tx: Queries, owner: string, names?: readonly string[]): Promise<void> {
  if (names?.length === 0) return;
  let query = tx.deleteFrom('leases').where('owner', '=', owner);
  if (names) query = query.where('name', 'in', names);
  await query.execute();
}
