import { VersionConflict } from '../../core/index.ts';
import type { ConversationId, ConversationState, Event } from '../../core/index.ts';
import { prepared, touched } from './prepared.ts';
import type { Queries } from './tables.ts';

interface Row {
  id: string;
  version: number;
  place: string;
  secret_expected_until: number;
  state: string;
  person: string | null;
  touched_at: number;
}

const find = prepared<{ id: string }, Pick<Row, 'version'>>((db, slot) =>
  db.selectFrom('conversations').select('version').where('id', '=', slot('id')),
);

const insert = prepared<Row, unknown>((db, slot) =>
  db
    .insertInto('conversations')
    .values({
      id: slot('id'),
      version: slot('version'),
      place: slot('place'),
      secret_expected_until: slot('secret_expected_until'),
      state: slot('state'),
      person: slot('person'),
      touched_at: slot('touched_at'),
    })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

const update = prepared<Row & { loaded: number }, unknown>((db, slot) =>
  db
    .updateTable('conversations')
    .set({
      version: slot('version'),
      place: slot('place'),
      secret_expected_until: slot('secret_expected_until'),
      state: slot('state'),
      person: slot('person'),
      touched_at: slot('touched_at'),
    })
    .where('id', '=', slot('id'))
    .where('version', '=', slot('loaded')),
);

const findSecretExpected = prepared<{ id: string }, { until: number }>((db, slot) =>
  db.selectFrom('conversations').select('secret_expected_until as until').where('id', '=', slot('id')),
);

/** The stored state, or an empty one of version 0. */
export function conversationFrom(version: number | null, state: string | null, event: Event): ConversationState {
  if (version === null || state === null) return fresh(event);
  return { ...(JSON.parse(state) as ConversationState), version };
}

export async function conversationById(db: Queries, id: ConversationId): Promise<ConversationState | undefined> {
  const row = await db.selectFrom('conversations').select(['version', 'state']).where('id', '=', id).executeTakeFirst();
  return row && { ...(JSON.parse(row.state) as ConversationState), version: row.version };
}

function fresh(event: Event): ConversationState {
  return {
    id: event.conversation,
    version: 0,
    place: event.place,
    private: event.private,
    slots: {},
    slotsAt: 0,
    stillNot: 0,
    transcript: [],
  };
}

/** `state.version` is the version that was loaded; the stored one is one more. */
export async function saveConversation(
  tx: Queries,
  state: ConversationState,
  { author, now }: { author: string | null; now: number },
): Promise<void> {
  const row = {
    id: state.id,
    version: state.version + 1,
    place: state.place,
    secret_expected_until: state.secretExpectedUntil ?? 0,
    state: JSON.stringify(state),
    person: author,
    touched_at: now,
  };
  const loaded = state.version;
  const result = loaded === 0 ? await insert(tx, row) : await update(tx, { ...row, loaded });
  if (touched(result) === 0) throw new VersionConflict();
}

export async function isConversation(db: Queries, id: ConversationId): Promise<boolean> {
  return (await find(db, { id })).rows.length > 0;
}

export async function secretExpected(db: Queries, id: ConversationId, now: number): Promise<boolean> {
  const [row] = (await findSecretExpected(db, { id })).rows;
  return row !== undefined && row.until > now;
}
