import { describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/adapters/storage/index.ts';
import { RETENTION, type Turn } from '../../src/core/index.ts';
import type { OpenStore } from './store.ts';
import { conversation, job, message, NOW, person, post, ticket, turn } from './store-builders.ts';

const { messages, conversations, attachments, tickets, gaps } = RETENTION;
const GAP = { id: 'gap', at: NOW, kind: 'not-mine', language: 'en', text: 'how do I bake bread?' } as const;

export function describeRetention(open: OpenStore): void {
  describe('what was kept for long enough', () => {
    it('loses its texts first, but is still known', async () => {
      const store = await open();
      await handled(store, '1', { operations: [post('p')] });
      await deliver(store);
      expect(await store.history('test:ann-dm', 0, 10)).toHaveLength(2);

      await erase(store, NOW + messages + 1);

      expect(await store.history('test:ann-dm', 0, 10)).toEqual([]);
      expect(await store.accept(message('1'))).toBe(false);
    });

    it('keeps its texts until then', async () => {
      const store = await open();
      await handled(store, '1', { operations: [post('p')] });
      await deliver(store);

      await erase(store, NOW + messages - 1);

      expect(await store.history('test:ann-dm', 0, 10)).toHaveLength(2);
    });

    it('never loses what is still to be done', async () => {
      const store = await open();
      await handled(store, '1', { operations: [post('p')], jobs: [job('j')] });
      await store.accept(message('2'));

      await erase(store, NOW + 10 * tickets);

      expect((await store.pendingEvents(10)).map(({ event }) => event)).toEqual([message('2')]);
      expect(await store.takeOutbox(NOW, 10, 'test')).toMatchObject([{ operation: post('p') }]);
      expect(await store.takeJobs(NOW, 10, 10)).toEqual([job('j')]);
    });

    it('is forgotten with its person, when both have been silent', async () => {
      const store = await open();
      await handled(store, '1', { conversation: conversation(), person: person({ language: 'zh-Hans' }) });

      await erase(store, NOW + conversations - 1);
      expect((await store.situation(message('2'))).person.language).toBe('zh-Hans');
      await erase(store, NOW + conversations + 1);

      const { conversation: forgotten, person: nobody } = await store.situation(message('2'));
      expect([forgotten.version, nobody.version]).toEqual([0, 0]);
    });

    it('leaves alone whom the desk has shut out', async () => {
      const store = await open();
      await handled(store, '1', { person: person({ blocked: true }) });

      await erase(store, NOW + conversations + 1);

      expect((await store.situation(message('2'))).person.blocked).toBe(true);
    });

    it('leaves an open ticket and its conversation alone, and a closed one for its own time', async () => {
      const store = await open();
      const event = {
        id: 'e',
        ticket: 'ticket-1',
        at: NOW,
        kind: 'opened',
        by: { id: 'test:ann', name: 'Ann' },
      } as const;
      await handled(store, '1', { conversation: conversation(), ticket: ticket(1), ticketEvents: [event] });
      await erase(store, NOW + 10 * tickets);
      expect((await store.situation(message('2'))).ticket).toBeDefined();
      await handled(store, '3', { ticket: ticket(1, { version: 1, state: 'closed', closedAt: NOW }) });

      await erase(store, NOW + tickets - 1);
      expect(await store.ticketWithEvents('ticket-1')).toBeDefined();
      await erase(store, NOW + tickets + 1);

      expect(await store.ticketWithEvents('ticket-1')).toBeUndefined();
    });

    it('loses the files of a ticket before the ticket', async () => {
      const store = await open();
      const file = { attachment: 'a', name: 'error.png', mime: 'image/png', hash: 'h', bytes: Buffer.from('png') };
      await store.keepFile(file, NOW);
      const known = {
        id: 'a',
        ticket: 'ticket-1',
        event: 'e',
        from: 'asker',
        name: 'error.png',
        mime: 'image/png',
      } as const;
      const closed = ticket(1, { state: 'closed', closedAt: NOW });
      await handled(store, '1', { ticket: closed, attachments: [{ ...known, size: 3, state: 'kept', hash: 'h' }] });

      await erase(store, NOW + attachments - 1);
      expect(await store.fileOf('a')).toBeDefined();
      await erase(store, NOW + attachments + 1);

      expect(await store.fileOf('a')).toBeUndefined();
      expect(await store.ticketWithEvents('ticket-1')).toBeDefined();
    });

    it('is erased a little at a time, until nothing is left', async () => {
      const store = await open();
      await handled(store, '1', { gaps: [GAP] });
      for (let index = 0; index < 250; index++) await store.acceptIdOnly(`test:seen-${index}`, NOW);

      const first = await store.eraseExpired(NOW + gaps + 1, RETENTION);
      const second = await store.eraseExpired(NOW + gaps + 1, RETENTION);

      expect([first, second]).toEqual([true, false]);
      expect(await store.acceptIdOnly('test:seen-0', NOW)).toBe(true);
    });
  });
}

async function handled(store: StateStore, id: string, over: Partial<Turn>): Promise<void> {
  await store.accept(message(id));
  const [result] = await store.commit([turn(`test:${id}`, over)], NOW);
  expect(result).toEqual({ status: 'fulfilled', value: undefined });
}

async function deliver(store: StateStore): Promise<void> {
  for (const { operation } of await store.takeOutbox(NOW, 10, 'test')) {
    await store.delivered(operation.key, { place: 'test:ann-dm', messageId: operation.key }, NOW);
  }
}

async function erase(store: StateStore, now: number): Promise<void> {
  while (await store.eraseExpired(now, RETENTION));
}
