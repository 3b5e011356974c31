import { describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/adapters/storage/index.ts';
import type { Event, Turn } from '../../src/core/index.ts';
import type { OpenStore } from './store.ts';
import { conversation, job, message, NOW, person, post, reply, ticket, turn } from './store-builders.ts';

const SAID = 'my very own words';

export function describePrivacy(open: OpenStore): void {
  describe('what is kept about a person', () => {
    it('is counted for the one who asks, and for nobody else', async () => {
      const store = await open();
      await handled(store, '1', {
        conversation: conversation(),
        ticket: ticket(1, { state: 'closed', closedAt: NOW }),
      });

      const { kept } = await store.situation(asks('test:ann'));

      expect(kept).toEqual({ messages: 1, conversations: 1, tickets: 1, files: 0 });
      expect((await store.situation(asks('test:bob'))).kept).toMatchObject({ messages: 0, tickets: 0 });
      expect(await store.situation(message('2'))).not.toHaveProperty('kept');
    });

    it('is exported in full', async () => {
      const store = await open();
      const said = {
        id: 'e',
        ticket: 'ticket-1',
        at: NOW,
        kind: 'asker-message',
        by: by('test:ann'),
        text: SAID,
      } as const;
      await handled(store, '1', { conversation: conversation(), ticket: ticket(1), ticketEvents: [said] });

      const data = await store.exportPerson('test:ann');

      expect(Object.keys(data)).toEqual(expect.arrayContaining(['inbox', 'outbox', 'conversations', 'tickets']));
      expect(JSON.stringify(data)).toContain('text of 1');
      expect(data['ticket_events']).toMatchObject([{ text: SAID }]);
    });

    it('is erased: texts, names, files, what was remembered', async () => {
      const store = await open();
      await aboutAnn(store);
      await handled(
        store,
        'bob',
        {},
        { author: { id: 'test:bob', name: 'Bob', bot: false }, conversation: 'test:bob' },
      );

      await handled(store, 'erases', { erased: 'test:ann' });

      const { kept } = await store.situation(asks('test:ann'));
      expect(kept).toEqual({ messages: 0, conversations: 0, tickets: 1, files: 1 });
      expect(JSON.stringify(await store.exportPerson('test:ann'))).not.toMatch(/my very own words|Ann|error\.png/);
      expect(await store.fileOf('file')).toBeUndefined();
      expect((await store.situation(asks('test:bob'))).kept).toMatchObject({ messages: 1 });
    });

    it('leaves who did what when, and that it was erased', async () => {
      const store = await open();
      await aboutAnn(store);

      await handled(store, 'erases', { erased: 'test:ann' });

      const found = await store.ticketWithEvents('ticket-1');
      expect(found?.events.map(({ kind, text, by: author }) => [kind, text, author.id])).toEqual([
        ['asker-message', undefined, 'test:ann'],
        ['erased', undefined, ''],
      ]);
    });

    it('is deleted where we posted it, save what only the person sees', async () => {
      const store = await open();
      const quiet = post('quiet', { reply: { ...reply(SAID), quiet: true }, to: { place: 'test:channel' } });
      await handled(store, '1', { operations: [post('p'), quiet] });
      await deliver(store);

      const erasure = await store.erasePerson('test:ann', NOW);

      expect(erasure).toEqual({ posts: 1, quiet: [{ place: 'test:ann-dm', at: NOW }], openTickets: [] });
      expect(await store.takeOutbox(NOW, 10, 'test')).toMatchObject([
        { operation: { kind: 'delete', of: 'p' }, target: { place: 'test:ann-dm', messageId: 'p' } },
      ]);
    });

    it('is not deleted twice when it is erased twice', async () => {
      const store = await open();
      await handled(store, '1', { operations: [post('p')] });
      await deliver(store);
      await store.erasePerson('test:ann', NOW);

      expect(await store.erasePerson('test:ann', NOW)).toEqual({ posts: 0, quiet: [], openTickets: [] });
    });

    it('stays while a ticket is open, and what is to be sent is sent', async () => {
      const store = await open();
      await handled(store, '1', { conversation: conversation(), ticket: ticket(1), operations: [post('p')] });

      const erasure = await store.erasePerson('test:ann', NOW);

      expect(erasure.openTickets).toEqual([1]);
      expect((await store.situation(message('2'))).ticket).toMatchObject({ askerName: 'Ann' });
      expect(await store.takeOutbox(NOW, 10, 'test')).toMatchObject([{ operation: { key: 'p' } }]);
    });

    it('does not let in again whom the desk has shut out', async () => {
      const store = await open();
      await handled(store, '1', { person: person({ blocked: true, language: 'en' }) });

      await store.erasePerson('test:ann', NOW);

      const { person: left } = await store.situation(message('2'));
      expect(left).toMatchObject({ blocked: true, name: '' });
      expect(left).not.toHaveProperty('language');
    });

    it('is never taken again under the same id', async () => {
      const store = await open();
      await handled(store, '1', {});

      await store.erasePerson('test:ann', NOW);

      expect(await store.accept(message('1'))).toBe(false);
    });
  });
}

/** All that can be kept of one person, in a ticket that is closed. */
async function aboutAnn(store: StateStore): Promise<void> {
  const bytes = Buffer.from(SAID);
  await store.keepFile({ attachment: 'file', name: 'error.png', mime: 'image/png', hash: 'h', bytes }, NOW);
  const event = {
    id: 'e',
    ticket: 'ticket-1',
    at: NOW,
    kind: 'asker-message',
    by: by('test:ann'),
    text: SAID,
  } as const;
  const file = {
    id: 'file',
    ticket: 'ticket-1',
    event: 'e',
    from: 'asker',
    name: 'error.png',
    mime: 'image/png',
  } as const;
  await handled(store, '1', {
    conversation: conversation({ transcript: [{ from: 'asker', at: NOW, text: SAID }] }),
    person: person({ language: 'en' }),
    ticket: ticket(1, {
      state: 'closed',
      closedAt: NOW,
      subject: SAID,
      lastLine: { from: 'asker', at: NOW, text: SAID },
    }),
    ticketEvents: [event],
    attachments: [{ ...file, size: 1, state: 'kept', hash: 'h' }],
    gaps: [{ id: 'test:1#0', at: NOW, kind: 'not-mine', language: 'en', text: SAID }],
    operations: [post('p', { reply: reply(SAID) })],
    jobs: [job('j')],
  });
  await deliver(store);
  await store.takeJobs(NOW, 10, 10);
  await store.finishJob('j', { ...message('finished'), id: 'job:j' });
  await store.pendingEvents(10);
  await store.commit([turn('job:j')], NOW);
}

function by(id: 'test:ann') {
  return { id, name: 'Ann' };
}

function asks(author: `test:${string}`): Event {
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = message('asks');
  return { ...base, author: { id: author, name: '', bot: false }, type: 'action', intent: { name: 'privacy' } };
}

async function handled(store: StateStore, id: string, over: Partial<Turn>, event: Partial<Event> = {}): Promise<void> {
  await store.accept(message(id, event as object));
  const [result] = await store.commit([turn(`test:${id}`, over)], NOW);
  expect(result).toEqual({ status: 'fulfilled', value: undefined });
}

async function deliver(store: StateStore): Promise<void> {
  for (const { operation } of await store.takeOutbox(NOW, 10, 'test')) {
    await store.delivered(operation.key, { place: 'test:ann-dm', messageId: operation.key }, NOW);
  }
}
