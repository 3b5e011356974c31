import { describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/adapters/storage/index.ts';
import type { Event, Operation, Ticket, TicketEvent, Turn } from '../../src/core/index.ts';
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
      await store.retryLater('thread', NOW + 1000, 'it may stand there all the same');
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

    it('with a long story show its end, every draft that is not settled, and how much there was', async () => {
      const store = await open();
      const drafts = ['settled', 'changed', 'waits'].map((id) => happened(id, 'agent-draft', { text: id }));
      const decided = [
        happened('note', 'note', { draft: 'settled' }),
        happened('change', 'draft-changed', { draft: 'changed', text: 'better' }),
      ];
      const talk = Array.from({ length: 250 }, (_, index) => happened(`said-${index}`, 'asker-message'));
      await commit(store, 'opens', { ticket: ticket(1), ticketEvents: [...drafts, ...decided, ...talk] });

      const { ticketEvents, ticketCounts } = await store.situation(message('2'));

      const ids = ticketEvents.map(({ id }) => id);
      expect(ids.slice(0, 4)).toEqual(['changed', 'waits', 'change', 'said-50']);
      expect(ids).toHaveLength(203);
      expect(ticketCounts).toEqual({ 'agent-draft': 3, note: 1, 'draft-changed': 1, 'asker-message': 250 });
      const { tickets = [] } = await store.situation(lists());
      expect(tickets.map(({ unsent }) => unsent)).toEqual([2]);
    });

    it('lose the words of a message that was taken back, of the draft that it was, and its files', async () => {
      const store = await open();
      const story = [
        happened('draft', 'agent-draft', { text: 'word', files: ['file'] }),
        happened('better', 'draft-changed', { text: 'words', draft: 'draft' }),
        happened('sent', 'agent-message', { text: 'words', draft: 'draft' }),
        happened('other', 'agent-message', { text: 'other words' }),
      ];
      const file = { id: 'file', ticket: 'ticket-1', event: 'draft', from: 'agent', name: 'a.png' } as const;
      await store.keepFile({ attachment: 'file', name: 'a.png', mime: '', hash: '', bytes: Buffer.from('x') }, NOW);
      const attachments = [{ ...file, mime: 'image/png', size: 1, state: 'kept' as const }];
      await commit(store, 'opens', { ticket: ticket(1), ticketEvents: story, attachments });

      await commit(store, 'takes-back', { blanked: ['sent'] });

      const found = await store.ticketWithEvents('ticket-1');
      expect(found?.events.map(({ text }) => text)).toEqual([undefined, undefined, undefined, 'other words']);
      expect(await store.fileOf('file')).toBeUndefined();
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

function happened(id: string, kind: TicketEvent['kind'], more: Partial<TicketEvent> = {}): TicketEvent {
  return { id, ticket: 'ticket-1', at: NOW, kind, by: { id: 'test:ann', name: 'Ann' }, ...more };
}

function lists(): Event {
  const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = message('lists');
  const author = { id: 'test:kim', name: 'Kim', bot: false } as const;
  return { ...base, author, type: 'action', intent: { name: 'list-tickets', which: 'mine' } };
}

async function commit(store: StateStore, id: string, over: Partial<Turn>) {
  const event = message(id);
  await store.accept(event);
  const [result] = await store.commit([turn(event, over)], NOW);
  return result;
}
