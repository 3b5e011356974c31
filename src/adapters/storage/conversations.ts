import { VersionConflict } from '../../core/index.ts';
import type { ConversationId, ConversationState, Event } from '../../core/index.ts';
import type { Queries } from './tables.ts';

/** The stored state, or an empty one of version 0. */
export async function conversationOf(db: Queries, event: Event): Promise<ConversationState> {
  const row = await db
    .selectFrom('conversations')
    .select(['version', 'state'])
    .where('id', '=', event.conversation)
    .executeTakeFirst();
  return row ? { ...(JSON.parse(row.state) as ConversationState), version: row.version } : fresh(event);
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
export async function saveConversation(tx: Queries, state: ConversationState): Promise<void> {
  const row = {
    version: state.version + 1,
    place: state.place,
    secret_expected_until: state.secretExpectedUntil ?? 0,
    state: JSON.stringify(state),
  };
  const { changed } = state.version === 0 ? await insert(tx, state.id, row) : await update(tx, state, row);
  if (!changed) throw new VersionConflict();
}

type Row = { version: number; place: string; secret_expected_until: number; state: string };

async function insert(tx: Queries, id: ConversationId, row: Row): Promise<{ changed: boolean }> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('conversations')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return { changed: Number(numInsertedOrUpdatedRows) > 0 };
}

async function update(tx: Queries, state: ConversationState, row: Row): Promise<{ changed: boolean }> {
  const { numUpdatedRows } = await tx
    .updateTable('conversations')
    .set(row)
    .where('id', '=', state.id)
    .where('version', '=', state.version)
    .executeTakeFirst();
  return { changed: numUpdatedRows > 0n };
}

export async function isConversation(db: Queries, id: ConversationId): Promise<boolean> {
  const row = await db.selectFrom('conversations').select('version').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

export async function secretExpected(db: Queries, id: ConversationId, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('conversations')
    .select('secret_expected_until')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined && row.secret_expected_until > now;
}
