import { VersionConflict } from '../../core/index.ts';
import type { Author, PersonState } from '../../core/index.ts';
import { bit, withoutNulls } from './rows.ts';
import type { Queries } from './tables.ts';

/** The stored state, or an empty one of version 0. */
export async function personOf(db: Queries, author: Author): Promise<PersonState> {
  const row = await db.selectFrom('persons').selectAll().where('id', '=', author.id).executeTakeFirst();
  if (!row) return { id: author.id, version: 0, name: author.name, blocked: false };
  return withoutNulls<PersonState>({ ...row, id: author.id, blocked: row.blocked === 1 });
}

/** `person.version` is the version that was loaded; the stored one is one more. */
export async function savePerson(tx: Queries, person: PersonState): Promise<void> {
  const row = {
    version: person.version + 1,
    name: person.name,
    language: person.language ?? null,
    blocked: bit(person.blocked),
  };
  const changed = person.version === 0 ? await insert(tx, person.id, row) : await update(tx, person, row);
  if (!changed) throw new VersionConflict();
}

type Row = { version: number; name: string; language: string | null; blocked: number };

async function insert(tx: Queries, id: string, row: Row): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('persons')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

async function update(tx: Queries, person: PersonState, row: Row): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('persons')
    .set(row)
    .where('id', '=', person.id)
    .where('version', '=', person.version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
