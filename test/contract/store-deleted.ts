import { describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/adapters/storage/index.ts';
import type { DeletedEvent, EditedEvent, Event, PersonId } from '../../src/core/index.ts';
import { edit, message, NOW, post, reply, ticket, turn } from './store-builders.ts';
import type { OpenStore } from './store.ts';

const AT = { place: 'test:ann-dm', messageId: 'm1' } as const;

/** The words of a message that its writer deleted. */
export function describeDeleted(open: OpenStore): void {
  describe('a message that its writer deleted', () => {
    it('loses its words and those of its edits, and is not taken again', async () => {
      const store = await asked(open);

      await store.commit([turn(await accepted(store, deletion()), { deleted: AT })], NOW);

      expect(await wordsKept(store, 'test:ann')).toEqual(['another one']);
      expect(await store.accept(message('1', { messageId: 'm1' }))).toBe(false);
    });

    it('is given with all its words before, and with none after', async () => {
      const store = await asked(open);
      const gone = await accepted(store, deletion());

      expect((await store.situation(gone)).said).toEqual(['first words', 'better words']);

      await store.commit([turn(gone, { deleted: AT })], NOW);

      expect((await store.situation(gone)).said).toEqual([]);
    });

    it('is not handled any more where nobody has handled it, even by whoever has it in hand', async () => {
      const store = await open();
      const waiting = await accepted(store, message('1', { messageId: 'm1', text: 'first words' }));
      await store.pendingEvents(10);

      await store.commit([turn(await accepted(store, deletion()), { deleted: AT })], NOW);
      await store.commit([turn(waiting, { operations: [post('answer')] })], NOW);

      expect(await store.pendingEvents(10)).toEqual([]);
      expect(await store.takeOutbox(NOW, 10)).toEqual([]);
      expect(await wordsKept(store, 'test:ann')).toEqual([]);
    });

    it('is kept in nothing that was passed on of it, sent or not', async () => {
      const store = await passedOn(open);

      const edits = [edit('gone-1', 'sent'), edit('gone-2', 'waits')];
      await store.commit([turn(await accepted(store, deletion()), { deleted: AT, operations: edits })], NOW);

      expect(await shownAt(store)).toEqual(['gone-1', 'gone-2', 'gone-1']);
    });

    it('is kept no longer once its post is deleted on the platform', async () => {
      const store = await passedOn(open);
      const takenBack = { kind: 'delete', key: 'gone', of: 'sent' } as const;
      await store.commit([turn(await accepted(store, deletion()), { deleted: AT, operations: [takenBack] })], NOW);

      await store.takeOutbox(NOW, 10);
      await store.delivered('gone', { place: 'test:desk/1', messageId: 'm' }, NOW);

      expect(JSON.stringify(await store.exportPerson('test:ann'))).not.toContain('words of sent');
    });

    it.each([
      ['another person', { author: { id: 'test:bob', name: 'Bob', bot: false } }, AT],
      ['another place', { place: 'test:other' }, { ...AT, place: 'test:other' }],
    ] as const)('is nothing to %s', async (_, over, deleted) => {
      const store = await asked(open);
      const gone = await accepted(store, deletion(over));

      expect((await store.situation(gone)).said).toEqual([]);
      await store.commit([turn(gone, { deleted })], NOW);

      expect(await wordsKept(store, 'test:ann')).toEqual(['first words', 'better words', 'another one']);
    });
  });
}

async function asked(open: OpenStore): Promise<StateStore> {
  const store = await open();
  const events = [
    message('1', { messageId: 'm1', text: 'first words' }),
    edited('m1', 'better words'),
    message('2', { messageId: 'm2', text: 'another one' }),
  ];
  for (const event of events) await store.commit([turn(await accepted(store, event))], NOW);
  return store;
}

/** The message as two posts of the desk: one is sent, the other waits. */
async function passedOn(open: OpenStore): Promise<StateStore> {
  const store = await open();
  const operations = ['sent', 'waits'].map((key) =>
    post(key, { to: { place: 'test:desk/1' }, reply: reply(`words of ${key}`), ticket: 'ticket-1' }),
  );
  const relays = ['sent', 'waits'].map((operation) => ({
    source: AT,
    operation,
    ticket: 'ticket-1',
    event: 'said',
    to: 'desk' as const,
  }));
  const event = await accepted(store, message('1', { messageId: 'm1' }));
  await store.commit([turn(event, { ticket: ticket(1), operations, relays })], NOW);
  await store.takeOutbox(NOW, 1);
  await store.delivered('sent', { place: 'test:desk/1', messageId: 'm' }, NOW);
  return store;
}

async function shownAt(store: StateStore): Promise<string[]> {
  const entries = await store.history('test:desk/1', 0, 10);
  return entries.flatMap((entry) =>
    entry.from === 'assistant' && 'reply' in entry.operation
      ? entry.operation.reply.blocks.map((block) => (block.kind === 'text' ? block.text : ''))
      : [],
  );
}

async function accepted<E extends Event>(store: StateStore, event: E): Promise<E> {
  await store.accept(event);
  return event;
}

function edited(messageId: string, text: string): Event & EditedEvent {
  const { files: _, addressed: _addressed, ...base } = message('edit');
  return { ...base, type: 'edited', messageId, text };
}

function deletion(over: Partial<Event & DeletedEvent> = {}): Event & DeletedEvent {
  const { files: _, addressed: _addressed, text: _text, ...base } = message('deletion');
  return { ...base, ...over, type: 'deleted', messageId: 'm1' };
}

async function wordsKept(store: StateStore, person: PersonId): Promise<string[]> {
  const rows = (await store.exportPerson(person))['inbox'] ?? [];
  return rows.flatMap((row) => {
    const kept = (row as { event: unknown }).event;
    const event = (typeof kept === 'string' ? JSON.parse(kept) : kept) as { text?: string } | null;
    return event?.text === undefined ? [] : [event.text];
  });
}
