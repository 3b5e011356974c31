import { VersionConflict } from '../../core/index.ts';
import type { Author, PersonId, PersonState } from '../../core/index.ts';
import { prepared, touched } from './prepared.ts';
import { bit, withoutNulls } from './rows.ts';
import type { Queries } from './tables.ts';

interface Row {
  id: string;
  version: number;
  name: string;
  language: string | null;
  blocked: number;
}

interface Saved extends Row {
  touched_at: number;
}

const find = prepared<{ id: string }, Row>((db, slot) =>
  db.selectFrom('persons').select(['id', 'version', 'name', 'language', 'blocked']).where('id', '=', slot('id')),
);

const insert = prepared<Saved, unknown>((db, slot) =>
  db
    .insertInto('persons')
    .values({
      id: slot('id'),
      version: slot('version'),
      name: slot('name'),
      language: slot('language'),
      blocked: slot('blocked'),
      touched_at: slot('touched_at'),
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

const update = prepared<Saved & { loaded: number }, unknown>((db, slot) =>
  db
    .updateTable('persons')
    .set({
      version: slot('version'),
      name: slot('name'),
      language: slot('language'),
      blocked: slot('blocked'),
      touched_at: slot('touched_at'),
    })
    .where('id', '=', slot('id'))
    .where('version', '=', slot('loaded')),
);

/** The stored state, or an empty one of version 0. */
export async function personOf(db: Queries, author: Author): Promise<PersonState> {
  const [row] = (await find(db, { id: author.id })).rows;
  if (!row) return { id: author.id, version: 0, name: author.name, blocked: false };
  return withoutNulls<PersonState>({ ...row, id: author.id, blocked: row.blocked === 1 });
}

/** `person.version` is the version that was loaded; the stored one is one more. */
export async function savePerson(tx: Queries, person: PersonState, now: number): Promise<void> {
  const row = {
    id: person.id,
    version: person.version + 1,
    name: person.name,
    language: person.language ?? null,
    blocked: bit(person.blocked),
    touched_at: now,
  };
  const loaded = person.version;
  const result = loaded === 0 ? await insert(tx, row) : await update(tx, { ...row, loaded });
  if (touched(result) === 0) throw new VersionConflict();
}

/** Shuts people out, or lets them in again, whether or not they have written to us before. */
export async function blockPersons(tx: Queries, changes: readonly { person: PersonId; on: boolean }[]): Promise<void> {
  for (const { person, on } of changes) {
    await tx
      .insertInto('persons')
      .values({ id: person, version: 1, name: '', language: null, blocked: bit(on), touched_at: null })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((set) => ({ blocked: bit(on), version: set('persons.version', '+', 1) })),
      )
      .execute();
  }
}

export async function isBlocked(db: Queries, person: PersonId): Promise<boolean> {
  const row = await db.selectFrom('persons').select('blocked').where('id', '=', person).executeTakeFirst();
  return row?.blocked === 1;
}
