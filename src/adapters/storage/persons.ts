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

/** What is stored of a person; `name` is absent only where `version` is. */
interface Stored {
  version: number;
  name: string | null;
  language: string | null;
  blocked: number | null;
}

/** The stored state, or an empty one of version 0. */
export function personFrom(row: Stored | undefined, author: Author): PersonState {
  if (!row) return { id: author.id, version: 0, name: author.name, blocked: false };
  const { version, name, language, blocked } = row;
  return withoutNulls<PersonState>({ id: author.id, version, name: name ?? '', language, blocked: blocked === 1 });
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
