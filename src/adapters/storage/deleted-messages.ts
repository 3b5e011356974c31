import type { DeletedEvent, EditedEvent, Event, MessageRef, Operation, Outcome, Reply } from '../../core/index.ts';
import { relaysOf } from './relays.ts';
import type { Queries } from './tables.ts';

/** What is kept of a message's words, and of its edits. */
export async function wordsOf(db: Queries, event: Event & DeletedEvent): Promise<string[]> {
  const kept = await keptOf(db, event, event.author.id);
  return kept.map(({ text }) => text);
}

/**
 * The rows stay, so that neither is taken again. What nobody has handled yet needs no answer any more: whoever has it
 * in hand changes nothing with it.
 */
export async function blankMessage(tx: Queries, message: MessageRef, author: string, now: number): Promise<void> {
  const kept = await keptOf(tx, message, author);
  const withdrawn = kept.filter(({ ended }) => !ended).map(({ sequence }) => sequence);
  if (withdrawn.length > 0) await endUnhandled(tx, withdrawn, now);
  const rows = kept.map(({ sequence }) => sequence);
  if (rows.length > 0) await tx.updateTable('inbox').set({ event: null }).where('sequence', 'in', rows).execute();
}

async function endUnhandled(tx: Queries, sequences: readonly number[], now: number): Promise<void> {
  const outcome: Outcome = { kind: 'ignored', reason: 'deleted' };
  await tx
    .updateTable('inbox')
    .set({ state: 'done', outcome: JSON.stringify(outcome), ended_at: now })
    .where('sequence', 'in', sequences)
    .where('ended_at', 'is', null)
    .execute();
}

/** What was passed on of a message says what its place says from now on; the words that it said are not kept. */
export async function blankPassedOn(tx: Queries, message: MessageRef, operations: readonly Operation[]): Promise<void> {
  const relays = await relaysOf(tx, message);
  for (const { operation: key } of relays) {
    const edit = operations.find((one) => one.kind === 'edit' && one.of === key);
    if (edit?.kind === 'edit') await sayInstead(tx, key, edit.reply);
    await blankEdits(tx, key);
  }
}

/** Not of what may have reached its platform without our knowing: it is looked for there by its words. */
async function sayInstead(tx: Queries, key: string, reply: Reply): Promise<void> {
  const row = await tx
    .selectFrom('outbox')
    .select(['operation'])
    .where('key', '=', key)
    .where('operation', '<>', '')
    .where((where) =>
      where.or([
        where('ended_at', 'is not', null),
        where.and([where('state', '=', 'queued'), where('attempts', '=', 0)]),
      ]),
    )
    .executeTakeFirst();
  if (!row) return;
  const operation = JSON.stringify({ ...(JSON.parse(row.operation) as Operation), reply });
  await tx.updateTable('outbox').set({ operation }).where('key', '=', key).execute();
}

async function blankEdits(tx: Queries, key: string): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ operation: '' })
    .where('awaits', '=', key)
    .where('kind', '=', 'edit')
    .where('ended_at', 'is not', null)
    .execute();
}

/** What was deleted on its platform is kept here no longer. */
export async function blankDeleted(tx: Queries, key: string): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ operation: '' })
    .where('key', '=', key)
    .where('ended_at', 'is not', null)
    .execute();
  await blankEdits(tx, key);
}

/** Whether a later change of the same message is known: the times are those of its platform. */
export async function isSuperseded(db: Queries, event: Event & EditedEvent): Promise<boolean> {
  const rows = await saidThere(db, event, event.author.id);
  return rows.some(({ said }) => {
    if (said.type === 'deleted') return said.messageId === event.messageId;
    return said.type === 'edited' && said.messageId === event.messageId && said.at > event.at;
  });
}

interface Kept {
  sequence: number;
  text: string;
  ended: boolean;
}

/** Only what the author of the deletion wrote. */
async function keptOf(db: Queries, message: MessageRef, author: string): Promise<Kept[]> {
  const rows = await saidThere(db, message, author);
  return rows.flatMap(({ sequence, said, ended }) => {
    if (said.type !== 'message' && said.type !== 'edited') return [];
    return said.messageId === message.messageId ? [{ sequence, text: said.text, ended }] : [];
  });
}

interface There {
  sequence: number;
  said: Event;
  ended: boolean;
}

async function saidThere(db: Queries, { place }: Pick<MessageRef, 'place'>, author: string): Promise<There[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['sequence', 'event', 'ended_at'])
    .where('author', '=', author)
    .where('place', '=', place)
    .where('event', 'is not', null)
    .orderBy('sequence')
    .execute();
  return rows.map(({ sequence, event, ended_at: endedAt }) => ({
    sequence,
    said: JSON.parse(event ?? '') as Event,
    ended: endedAt !== null,
  }));
}
