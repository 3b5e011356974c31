import { describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/adapters/storage/index.ts';
import type { Operation, Ticket, Turn } from '../../src/core/index.ts';
import type { OpenStore } from './store.ts';
import { message, NOW, post, reply, ticket, turn } from './store-builders.ts';

const OPENS: Operation = {
  kind: 'open-place',
  key: 'thread',
  in: 'test:desk',
  title: '#1',
  reply: reply('#1'),
  ticket: 'ticket-1',
};

export function describeTickets(open: OpenStore): void {
  describe('tickets', () => {
    it('are found by their asker and by their desk', async () => {
      const store = await open();
      await commit(store, 'opens', { ticket: ticket(1, { desk: 'test:desk/1' }) });

      const stored = ticket(1, { version: 1, desk: 'test:desk/1' });
      const agent = message('a', { place: 'test:desk/1', author: { id: 'test:agent', name: 'Agent', bot: false } });
      expect(await store.situation(message('2'))).toMatchObject({ ticket: stored, nextTicketNumber: 2 });
      expect(await store.situation(agent)).toMatchObject({ deskTicket: stored });
      expect(await store.situation(agent)).not.toHaveProperty('ticket');
      expect(await store.concerns('test:desk/1/agent', 'test:desk/1')).toBe('desk');
    });

    it('are found by the button that names them', async () => {
      const store = await open();
      await commit(store, 'opens', { ticket: ticket(1) });
      const { type: _, ...base } = message('press', {
        place: 'test:elsewhere',
        author: { id: 'test:agent', name: 'Agent', bot: false },
      });
      const press = { ...base, type: 'action', intent: { name: 'claim-ticket', ticket: 'ticket-1' } } as const;

      await store.accept(press);

      expect(await store.situation(press)).toMatchObject({ deskTicket: { id: 'ticket-1' } });
      expect((await store.pendingEvents(1))[0]?.lane).toBe('ticket-1');
    });

    it('are one lane for their asker and their desk', async () => {
      const store = await open();
      await commit(store, 'opens', { ticket: ticket(1, { desk: 'test:desk/1' }) });

      await store.accept(message('asker'));
      await store.accept(message('agent', { place: 'test:desk/1', conversation: 'test:desk/1/agent' }));

      expect((await store.pendingEvents(10)).map((one) => one.lane)).toEqual(['ticket-1', 'ticket-1']);
    });

    it('are one for each asker and queue while they are open', async () => {
      const store = await open();
      await commit(store, 'opens', { ticket: ticket(1) });

      const second = await commit(store, 'again', { ticket: ticket(2) });
      const otherQueue = await commit(store, 'other-queue', { ticket: ticket(2, { queue: 'billing' }) });

      expect(second).toMatchObject({ status: 'rejected', reason: { name: 'VersionConflict' } });
      expect(otherQueue).toMatchObject({ status: 'fulfilled' });
    });

    it('can be opened and closed any number of times', async () => {
      const store = await open();

      for (let number = 1; number <= 20; number++) {
        expect(await commit(store, `open-${number}`, { ticket: ticket(number) })).toMatchObject({
          status: 'fulfilled',
        });
        const closed = ticket(number, { version: 1, state: 'closed', closedAt: NOW });
        expect(await commit(store, `close-${number}`, { ticket: closed })).toMatchObject({ status: 'fulfilled' });
      }

      expect((await store.situation(message('last'))).ticket).toBeUndefined();
      expect(await store.counts()).toMatchObject({ tickets: 0 });
    });

    it('conflict when two take the same number', async () => {
      const store = await open();
      await commit(store, 'opens', { ticket: ticket(1) });

      const bob = ticket(1, { id: 'ticket-bob', asker: 'test:bob' });

      expect(await commit(store, 'bob', { ticket: bob })).toMatchObject({ reason: { name: 'VersionConflict' } });
    });

    it('learn where their desk thread landed, which a Turn that did not know it must respect', async () => {
      const store = await open();
      await commit(store, 'opens', { ticket: ticket(1, { deskOperation: 'thread' }), operations: [OPENS] });
      await store.takeOutbox(NOW, 10);

      await store.delivered('thread', { place: 'test:desk/1', messageId: 'm1' }, NOW);

      const late = await commit(store, 'late', { ticket: ticket(1, { version: 1 }) });
      expect(late).toMatchObject({ reason: { name: 'VersionConflict' } });
      expect((await store.situation(message('2'))).ticket).toMatchObject({ desk: 'test:desk/1', version: 2 });
    });

    it('may be what a thread is for that is being opened just now', async () => {
      const store = await open();
      await commit(store, 'opens', { ticket: ticket(1, { deskOperation: 'thread' }), operations: [OPENS] });
      const asked = () => store.concerns('test:desk/1/agent', 'test:desk/1');
      expect(await asked()).toBeUndefined();

      await store.takeOutbox(NOW, 10);
      expect(await asked()).toBe('opening');
      expect(await store.concerns('other:desk/1/agent', 'other:desk/1')).toBeUndefined();

      await store.delivered('thread', { place: 'test:desk/1', messageId: 'm1' }, NOW);
      expect(await asked()).toBe('desk');
    });

    it('keep their events in order, once each', async () => {
      const store = await open();
      const events = ['opened', 'asker-message'].map((kind, at) => ({
        id: `event-${at}`,
        ticket: 'ticket-1',
        at: NOW + at,
        kind: kind as 'opened',
        by: { id: 'test:ann', name: 'Ann' } as const,
      }));
      await commit(store, 'opens', { ticket: ticket(1), ticketEvents: events });

      await commit(store, 'again', { ticketEvents: events });

      expect(await store.ticketWithEvents('ticket-1')).toEqual({ ticket: ticket(1, { version: 1 }), events });
      expect((await store.situation(message('2'))).ticketEvents).toEqual(events);
      expect(await store.ticketWithEvents('unknown')).toBeUndefined();
    });

    it('are listed by state, the newest first', async () => {
      const store = await open();
      const states: Ticket['state'][] = ['open', 'closed', 'claimed'];
      for (const [index, state] of states.entries()) {
        const one = ticket(index + 1, { state, asker: `test:asker-${index}` });
        await commit(store, `opens-${index}`, { ticket: one });
      }

      const active = await store.tickets({ states: ['open', 'claimed'], limit: 10 });

      expect(active.map((one) => one.number)).toEqual([3, 1]);
      expect(await store.tickets({ limit: 1 })).toMatchObject([{ number: 3 }]);
    });

    it('lend their lane and their situation to the report of a delivery', async () => {
      const store = await open();
      const relayed = post('relayed', { to: { place: 'test:desk/1' }, ticket: 'ticket-1', report: true });
      await commit(store, 'opens', { ticket: ticket(1), operations: [relayed] });
      await store.takeOutbox(NOW, 10);

      await store.refused('relayed', 'place-archived', NOW);

      const [pending] = await store.pendingEvents(10);
      expect(pending?.lane).toBe('ticket-1');
      expect(pending && (await store.situation(pending.event))).toMatchObject({ deskTicket: { id: 'ticket-1' } });
    });
  });
}

async function commit(store: StateStore, id: string, over: Partial<Turn>) {
  const event = message(id);
  await store.accept(event);
  const [result] = await store.commit([turn(event, over)], NOW);
  return result;
}
