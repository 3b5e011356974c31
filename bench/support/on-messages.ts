import type { Incoming, Knowledge } from '../../src/core/index.ts';
import { type BenchStore, onEachStore } from './bench-stores.ts';
import type { Row } from './figures.ts';
import { currentKnowledge } from './sources.ts';
import { conversationsOf } from './traffic.ts';

/** What is said, and the knowledge that answers it. */
export interface Messages {
  messages: Incoming[];
  knowledge: Knowledge;
}

/** Measures on each store with so many messages. */
export async function onMessages(
  what: string,
  count: number,
  measure: (store: BenchStore, messages: Messages) => Promise<Row[]>,
): Promise<Row[]> {
  const knowledge = await currentKnowledge();
  try {
    const messages = conversationsOf(count, knowledge);
    return await onEachStore(what, (store) => measure(store, { messages, knowledge }));
  } finally {
    knowledge.close();
  }
}
