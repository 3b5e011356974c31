import type { HistoryEntry, PersonId, PlaceId, Reply, Sign, Store } from '../../core/index.ts';
import { LIMITS } from './limits.ts';

/** One message as it stands now: edits are done, deleted ones are gone. */
export type Shown =
  | {
      from: 'assistant';
      key: string;
      at: number;
      reply: Reply;
      versions: Reply[];
      /** A file that somebody on the other side sent: kept in the store. */
      attachment?: { id: string; name: string };
    }
  | { from: 'asker'; sequence: number; at: number; text: string; messageId?: string; sign?: Sign }
  /** On a ticket's page: what an agent sent to the person. */
  | { from: 'agent'; id: string; at: number; text: string; name: string };
export type ShownReply = Extract<Shown, { from: 'assistant' }>;

/** What one entry changes on a page that shows the place. */
export type Change =
  | { kind: 'show'; shown: Shown }
  | { kind: 'remove'; key: string }
  /** On a message of the one who writes there: whether it was passed on. */
  | { kind: 'sign'; messageId: string; sign: Sign };

/** Everything said in a place since a sequence, oldest first; where that is very much, its beginning is left out. */
export async function readPlace(history: Store['history'], place: PlaceId, since = 0): Promise<HistoryEntry[]> {
  return history(place, since, LIMITS.historyEntries);
}

/** `viewer` sees the quiet posts meant for them, and nobody else's. */
export function changeOf(entry: HistoryEntry, viewer: PersonId): Change | undefined {
  if (entry.from === 'asker') return { kind: 'show', shown: entry };
  const { operation, at } = entry;
  switch (operation.kind) {
    case 'delete':
      return { kind: 'remove', key: operation.of };
    case 'edit':
      return { kind: 'show', shown: shownReply(operation.of, at, operation.reply) };
    case 'react':
      return { kind: 'sign', messageId: operation.at.messageId, sign: operation.sign };
    case 'publish':
    case 'set-state':
      return undefined;
    case 'file':
      return {
        kind: 'show',
        shown: {
          ...shownReply(operation.key, at, operation.reply),
          attachment: { id: operation.attachment, name: operation.name },
        },
      };
    case 'open-place':
      return { kind: 'show', shown: shownReply(operation.key, at, operation.reply) };
    default:
      if (operation.reply.quiet && operation.audience !== undefined && operation.audience !== viewer) return undefined;
      return { kind: 'show', shown: shownReply(operation.key, at, operation.reply) };
  }
}

function shownReply(key: string, at: number, reply: Reply): ShownReply {
  return { from: 'assistant', key, at, reply, versions: [reply] };
}

/** Folds entries to what a page shows: an edit replaces in place, and keeps the time of the first post. */
export function timeline(entries: readonly HistoryEntry[], viewer: PersonId): Shown[] {
  const shown = new Map<string, Shown>();
  for (const entry of entries) {
    const change = changeOf(entry, viewer);
    if (change?.kind === 'remove') shown.delete(change.key);
    if (change?.kind === 'show') add(shown, change.shown);
    if (change?.kind === 'sign') sign(shown, change);
  }
  return [...shown.values()];
}

function add(shown: Map<string, Shown>, next: Shown): void {
  if (next.from === 'asker') shown.set(`said ${next.sequence}`, next);
  if (next.from !== 'assistant') return;
  const before = shown.get(next.key);
  if (before?.from !== 'assistant') shown.set(next.key, next);
  else shown.set(next.key, { ...next, at: before.at, versions: [...before.versions, next.reply] });
}

function sign(shown: Map<string, Shown>, { messageId, sign: given }: Extract<Change, { kind: 'sign' }>): void {
  for (const [id, one] of shown) {
    if (one.from === 'asker' && one.messageId === messageId) shown.set(id, { ...one, sign: given });
  }
}

/** Highest outbox sequence: a page resumes after it. */
export function lastSequence(entries: readonly HistoryEntry[]): number {
  return entries.reduce((last, entry) => (entry.from === 'assistant' ? Math.max(last, entry.sequence) : last), 0);
}
