import type { Incoming } from '../../core/index.ts';
import { id, record, records } from './json.ts';
import { createMemory } from './memory.ts';
import type { KnownMessage } from './read-context.ts';

const MOST_MESSAGES = 10_000;
const MOST_THREADS = 10_000;

/** What passing dispatches tell, and later ones leave out: which channels are threads, and who wrote a message. */
export interface Seen {
  look(type: string, data: unknown): void;
  passedOn(event: Incoming): void;
  isThread(channel: string): boolean;
  messageById(message: string): KnownMessage | undefined;
}

function threadsOf(type: string, data: unknown): unknown[] {
  const payload = record(data);
  if (type === 'THREAD_CREATE' || type === 'THREAD_UPDATE') return [payload['id']];
  const lists = type === 'GUILD_CREATE' || type === 'THREAD_LIST_SYNC';
  return lists ? records(payload['threads']).map((thread) => thread['id']) : [];
}

export function createSeen(): Seen {
  const threads = createMemory<true>(MOST_THREADS);
  const messages = createMemory<KnownMessage>(MOST_MESSAGES);
  return {
    look(type, data) {
      for (const thread of threadsOf(type, data)) {
        const snowflake = id(thread);
        if (snowflake !== undefined) threads.set(snowflake, true);
      }
    },
    passedOn(event) {
      if (event.type !== 'message' || event.messageId === undefined) return;
      const { author, conversation, place } = event;
      messages.set(event.messageId, { author, conversation, place, private: event.private });
    },
    isThread: (channel) => threads.get(channel) === true,
    messageById: (message) => messages.get(message),
  };
}
