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

const find = prepared<{ id: string }, Row>((db, slot) =>
  db.selectFrom('persons').selectAll().where('id', '=', slot('id')),
);

const insert = prepared<Row, unknown>((db, slot) =>
  db
    .insertInto('persons')
    .values({
      id: slot('id'),
      version: slot('version'),
      name: slot('name'),
      language: slot('language'),
      blocked: slot('blocked'),
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

const update = prepared<Row & { loaded: number }, unknown>((db, slot) =>
  db
    .updateTable('persons')
    .set({ version: slot('version'), name: slot('name'), language: slot('language'), blocked: slot('blocked') })
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
export async function savePerson(tx: Queries, person: PersonState): Promise<void> {
  const row = {
    id: person.id,
    version: person.version + 1,
    name: person.name,
    language: person.language ?? null,
    blocked: bit(person.blocked),
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
      .values({ id: person, version: 1, name: '', language: null, blocked: bit(on) })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((set) => ({ blocked: bit(on), version: set('persons.version', '+', 1) })),
      )
      .execute();
  }
}
