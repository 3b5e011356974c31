import type { DeletedEvent, Event, MessageRef } from '../../core/index.ts';
import type { Queries } from './tables.ts';

/** What is kept of a message's words, and of its edits. */
export async function wordsOf(db: Queries, event: Event & DeletedEvent): Promise<string[]> {
  const kept = await keptOf(db, event, event.author.id);
  return kept.map(({ text }) => text);
}

/** The rows stay, so that neither is taken again; what has not ended yet is still to be read. */
export async function blankMessage(tx: Queries, message: MessageRef, author: string): Promise<void> {
  const kept = await keptOf(tx, message, author);
  const rows = kept.filter(({ ended }) => ended).map(({ sequence }) => sequence);
  if (rows.length > 0) await tx.updateTable('inbox').set({ event: null }).where('sequence', 'in', rows).execute();
}

interface Kept {
  sequence: number;
  text: string;
  ended: boolean;
}

/** Only what the author of the deletion wrote. */
async function keptOf(db: Queries, { place, messageId }: MessageRef, author: string): Promise<Kept[]> {
  const rows = await db
    .selectFrom('inbox')
    .select(['sequence', 'event', 'ended_at'])
    .where('author', '=', author)
    .where('place', '=', place)
    .where('event', 'is not', null)
    .orderBy('sequence')
    .execute();
  return rows.flatMap(({ sequence, event, ended_at: endedAt }) => {
    const said = JSON.parse(event ?? '') as Event;
    if (said.type !== 'message' && said.type !== 'edited') return [];
    return said.messageId === messageId ? [{ sequence, text: said.text, ended: endedAt !== null }] : [];
  });
}
