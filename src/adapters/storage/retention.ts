import { sql } from 'kysely';
import type { Retention } from '../../core/index.ts';
import type { Queries } from './tables.ts';

/** Rows of each kind that one call erases: a moment's work. */
const BATCH = 200;
/** What was learnt of a person's rights is good for minutes only, ms. */
const MEMBERSHIPS = 24 * 3_600_000;

type Eraser = (tx: Queries, now: number, keep: Retention) => Promise<number>;

/** Erases what has been kept for long enough, a little of each kind. True when there may be more. */
export async function eraseOld(tx: Queries, now: number, keep: Retention): Promise<boolean> {
  let most = 0;
  for (const erase of ERASERS) most = Math.max(most, await erase(tx, now, keep));
  return most >= BATCH;
}

/** Texts go first; the row stays as long as a late repetition of the event, or an edit of our answer, may refer to it. */
const ERASERS: readonly Eraser[] = [
  eraseInboxTexts,
  eraseOutboxTexts,
  eraseInbox,
  eraseOutbox,
  eraseJobs,
  eraseConversations,
  erasePersons,
  eraseFiles,
  eraseUnclaimedFiles,
  eraseTickets,
  eraseLinks,
  eraseGaps,
  eraseFeedback,
  eraseMemberships,
  eraseButtons,
];

async function eraseInboxTexts(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = tx
    .selectFrom('inbox')
    .select('sequence')
    .where('ended_at', '<', now - keep.messages)
    .where('event', 'is not', null)
    .limit(BATCH);
  return changed(tx.updateTable('inbox').set({ event: null, handle: null }).where('sequence', 'in', old));
}

async function eraseOutboxTexts(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = tx
    .selectFrom('outbox')
    .select('sequence')
    .where('ended_at', '<', now - keep.messages)
    .where('operation', '<>', '')
    .limit(BATCH);
  return changed(tx.updateTable('outbox').set({ operation: '' }).where('sequence', 'in', old));
}

async function eraseInbox(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = tx
    .selectFrom('inbox')
    .select('sequence')
    .where('ended_at', '<', now - keep.conversations)
    .limit(BATCH);
  return changed(tx.deleteFrom('inbox').where('sequence', 'in', old));
}

async function eraseOutbox(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = tx
    .selectFrom('outbox')
    .select('sequence')
    .where('ended_at', '<', now - keep.conversations)
    .where((where) => where.not(where.exists(ticketNamed(tx, 'outbox.ticket'))))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('outbox as follower')
            .select(sql<number>`1`.as('found'))
            .whereRef('follower.awaits', '=', 'outbox.key')
            .where('follower.ended_at', 'is', null),
        ),
      ),
    )
    .limit(BATCH);
  return changed(tx.deleteFrom('outbox').where('sequence', 'in', old));
}

async function eraseJobs(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = tx
    .selectFrom('jobs')
    .select('sequence')
    .where('state', '=', 'done')
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '<', now - keep.messages)]))
    .limit(BATCH);
  return changed(tx.deleteFrom('jobs').where('sequence', 'in', old));
}

async function eraseConversations(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = tx
    .selectFrom('conversations')
    .select('id')
    .where('touched_at', '<', now - keep.conversations)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('tickets')
            .select(sql<number>`1`.as('found'))
            .whereRef('tickets.conversation', '=', 'conversations.id')
            .where('tickets.closed_at', 'is', null),
        ),
      ),
    )
    .limit(BATCH);
  return changed(tx.deleteFrom('conversations').where('id', 'in', old));
}

/** Whoever is blocked stays blocked. */
async function erasePersons(tx: Queries, now: number, keep: Retention): Promise<number> {
  const found = sql<number>`1`.as('found');
  const old = tx
    .selectFrom('persons')
    .select('id')
    .where((where) => where.or([where('touched_at', 'is', null), where('touched_at', '<', now - keep.conversations)]))
    .where('blocked', '=', 0)
    .where((where) =>
      where.and([
        where.not(
          where.exists(
            where.selectFrom('conversations').select(found).whereRef('conversations.person', '=', 'persons.id'),
          ),
        ),
        where.not(where.exists(where.selectFrom('tickets').select(found).whereRef('tickets.asker', '=', 'persons.id'))),
      ]),
    )
    .limit(BATCH);
  return changed(tx.deleteFrom('persons').where('id', 'in', old));
}

async function eraseFiles(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = tx
    .selectFrom('attachments')
    .innerJoin('tickets', 'tickets.id', 'attachments.ticket')
    .select('attachments.id')
    .where('attachments.content', 'is not', null)
    .where('tickets.closed_at', '<', now - keep.attachments)
    .limit(BATCH);
  return changed(tx.updateTable('attachments').set({ content: null }).where('id', 'in', old));
}

async function eraseUnclaimedFiles(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = tx
    .selectFrom('attachments')
    .select('id')
    .where('ticket', 'is', null)
    .where('at', '<', now - keep.messages)
    .limit(BATCH);
  return changed(tx.deleteFrom('attachments').where('id', 'in', old));
}

async function eraseTickets(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = await tx
    .selectFrom('tickets')
    .select('id')
    .where('closed_at', '<', now - keep.tickets)
    .limit(BATCH / 10)
    .execute();
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  for (const table of ['ticket_events', 'attachments', 'relays', 'message_links', 'timers'] as const) {
    await tx.deleteFrom(table).where('ticket', 'in', ids).execute();
  }
  await tx.deleteFrom('tickets').where('id', 'in', ids).execute();
  return ids.length * 10;
}

async function eraseLinks(tx: Queries, now: number, keep: Retention): Promise<number> {
  return changed(
    tx
      .deleteFrom('message_links')
      .where('at', '<', now - keep.conversations)
      .where((where) => where.not(where.exists(ticketNamed(tx, 'message_links.ticket')))),
  );
}

async function eraseGaps(tx: Queries, now: number, keep: Retention): Promise<number> {
  return changed(tx.deleteFrom('gaps').where('at', '<', now - keep.gaps));
}

async function eraseFeedback(tx: Queries, now: number, keep: Retention): Promise<number> {
  return changed(tx.deleteFrom('feedback').where('at', '<', now - keep.gaps));
}

async function eraseMemberships(tx: Queries, now: number): Promise<number> {
  return changed(tx.deleteFrom('memberships').where('checked_at', '<', now - MEMBERSHIPS));
}

async function eraseButtons(tx: Queries, now: number, keep: Retention): Promise<number> {
  const old = tx
    .selectFrom('kept_buttons')
    .select('key')
    .where('kept_at', '<', now - keep.conversations)
    .limit(BATCH);
  return changed(tx.deleteFrom('kept_buttons').where('key', 'in', old));
}

function ticketNamed(tx: Queries, column: 'outbox.ticket' | 'message_links.ticket') {
  return tx
    .selectFrom('tickets')
    .select(sql<number>`1`.as('found'))
    .where('tickets.id', '=', sql.ref<string>(column));
}

interface Change {
  executeTakeFirst(): Promise<{ numUpdatedRows?: bigint; numDeletedRows?: bigint } | undefined>;
}

async function changed(change: Change): Promise<number> {
  const result = await change.executeTakeFirst();
  return Number(result?.numUpdatedRows ?? result?.numDeletedRows ?? 0n);
}
