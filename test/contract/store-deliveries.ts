import { describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/adapters/storage/index.ts';
import { LEASE } from '../../src/adapters/storage/leases.ts';
import { type Operation, type OutboxRow, RETENTION } from '../../src/core/index.ts';
import type { OpenStore } from './store.ts';
import { edit, message, NOW, post, reply, turn } from './store-builders.ts';

const RECEIPT = { place: 'test:ann-dm', messageId: 'm1' } as const;

export function describeDeliveries(open: OpenStore): void {
  describeOrder(open);
  describeEdits(open);
  describeReports(open);
  describeHandles(open);
}

function describeOrder(open: OpenStore): void {
  describe('outbox order', () => {
    it('gives one row for each place, the oldest', async () => {
      const store = await withOutbox(open, post('a1'), post('a2'), post('b1', { to: { place: 'test:bob-dm' } }));

      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['a1', 'b1']);
      expect(await store.takeOutbox(NOW, 10)).toEqual([]);

      await store.delivered('a1', RECEIPT, NOW);
      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['a2']);
    });

    it("gives only the named adapter's rows", async () => {
      const store = await withOutbox(open, post('a1'), post('b1', { to: { place: 'other:bob' } }));

      expect(keys(await store.takeOutbox(NOW, 10, 'other'))).toEqual(['b1']);
    });

    it('holds a place back until its first row may be tried again', async () => {
      const store = await withOutbox(open, post('a1'), post('a2'));
      await store.takeOutbox(NOW, 10);

      await store.retryLater('a1', NOW + 5000, 'rate limited');

      expect(await store.takeOutbox(NOW + 4999, 10)).toEqual([]);
      const again = await store.takeOutbox(NOW + 5000, 10);
      expect(again).toMatchObject([{ operation: { key: 'a1' }, attempts: 1, state: 'sending' }]);
    });

    it('says when that came about which a row answers, by the clock of its platform', async () => {
      const store = await open();
      const said = message('said', { at: NOW - 3_600_000 });
      await store.accept(said);
      await store.commit([turn(said, { operations: [post('a1')] })], NOW);

      const [row] = await store.takeOutbox(NOW, 10);

      expect(row).toMatchObject({ queuedAt: NOW, causedAt: NOW - 3_600_000 });
    });

    it('gives at once what a clock that was ahead had put off', async () => {
      const hour = 3_600_000;
      const store = await withOutbox(open, post('a1'));
      await store.takeOutbox(NOW, 10);
      await store.retryLater('a1', NOW + hour, 'rate limited');
      await store.accept(message('later'));
      const later = turn('test:later', { operations: [post('b1', { to: { place: 'test:bob-dm' } })] });
      await store.commit([later], NOW + hour);

      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['a1', 'b1']);
    });

    it('lets what was queued by a clock that was ahead wait between attempts like all others', async () => {
      const store = await open();
      await store.accept(message('ahead'));
      await store.commit([turn('test:ahead', { operations: [post('a1')] })], NOW + 3_600_000);

      const first = await store.takeOutbox(NOW, 10);
      await store.retryLater('a1', NOW + 10_000, 'away');

      expect(keys(first)).toEqual(['a1']);
      expect(await store.takeOutbox(NOW + 1000, 10)).toEqual([]);
      expect(keys(await store.takeOutbox(NOW + 10_000, 10))).toEqual(['a1']);
    });

    it('goes on behind a refused row', async () => {
      const store = await withOutbox(open, post('a1'), post('a2'));
      await store.takeOutbox(NOW, 10);

      await store.refused('a1', 'place-gone', NOW);

      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['a2']);
      expect(await store.counts()).toMatchObject({ deadOutbox: 1 });
      expect(await store.depths()).toMatchObject({ outbox: { test: 1 } });
    });

    it('marks what a crash interrupted, so that it is looked for first', async () => {
      const store = await withOutbox(open, post('a1'));
      const [fresh] = await store.takeOutbox(NOW, 10, 'test');

      const next = await open.afterCrash(store);

      expect(fresh?.state).toBe('queued');
      expect(await takenUp(next, NOW)).toMatchObject([{ operation: { key: 'a1' }, state: 'sending' }]);
    });

    it('keeps the order of what goes into a place that is still to be opened', async () => {
      const opens: Operation = { kind: 'open-place', key: 'thread', in: 'test:desk', title: 'T', reply: reply('T') };
      const store = await withOutbox(open, opens, post('a1', { to: { opened: 'thread' } }));
      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['thread']);
      expect(await store.takeOutbox(NOW, 10)).toEqual([]);

      await store.delivered('thread', { place: 'test:desk/1', messageId: 'm0' }, NOW);
      await addOutbox(store, 'later', post('a2', { to: { place: 'test:desk/1' } }));

      const [first] = await store.takeOutbox(NOW, 10);
      expect(first).toMatchObject({ operation: { key: 'a1' }, place: 'test:desk/1', target: { messageId: 'm0' } });
      expect(await store.takeOutbox(NOW, 10)).toEqual([]);
    });
  });
}

function describeEdits(open: OpenStore): void {
  describe('edits', () => {
    it('wait for the receipt of what they change, and get it', async () => {
      const store = await withOutbox(open, post('p'), edit('e', 'p'));
      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['p']);

      await store.delivered('p', RECEIPT, NOW);

      expect(await store.takeOutbox(NOW, 10)).toMatchObject([{ operation: { key: 'e' }, target: RECEIPT }]);
    });

    it('are replaced by newer ones that arrive before they left', async () => {
      const store = await withOutbox(open, post('p'), edit('old', 'p'));
      await addOutbox(store, 'later', edit('new', 'p'));
      await store.takeOutbox(NOW, 10);
      await store.delivered('p', RECEIPT, NOW);

      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['new']);
      await store.delivered('new', RECEIPT, NOW);
      expect(await store.counts()).toMatchObject({ outbox: 0, deadOutbox: 0 });
    });

    it('are not replaced while they are being sent', async () => {
      const store = await withOutbox(open, post('p'), edit('old', 'p'));
      await store.takeOutbox(NOW, 10);
      await store.delivered('p', RECEIPT, NOW);
      await store.takeOutbox(NOW, 10);

      await addOutbox(store, 'later', edit('new', 'p'));

      expect(await store.takeOutbox(NOW, 10)).toEqual([]);
      await store.delivered('old', RECEIPT, NOW);
      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['new']);
    });

    it('of a message that was refused are refused with it', async () => {
      const store = await withOutbox(open, post('p'), edit('e', 'p'), post('next'));
      await store.takeOutbox(NOW, 10);

      await store.refused('p', 'direct-closed', NOW);

      expect(await store.counts()).toMatchObject({ deadOutbox: 2 });
      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['next']);
    });

    it('of a message that was refused before are refused at once', async () => {
      const store = await withOutbox(open, post('p'));
      await store.takeOutbox(NOW, 10);
      await store.refused('p', 'direct-closed', NOW);

      await addOutbox(store, 'later', edit('e', 'p', { report: true }), post('next'));

      expect(keys(await store.takeOutbox(NOW, 10))).toEqual(['next']);
      const [report] = await store.pendingEvents(10);
      expect(report?.event).toMatchObject({ operation: 'e', outcome: 'refused', code: 'direct-closed' });
    });

    it('keep waiting as long as the place asked for when they replace one that was told to wait', async () => {
      const store = await withOutbox(open, post('p'), edit('old', 'p'));
      await store.takeOutbox(NOW, 10);
      await store.delivered('p', RECEIPT, NOW);
      await store.takeOutbox(NOW, 10);
      await store.retryLater('old', NOW + 9000, 'rate limited');

      await addOutbox(store, 'later', edit('new', 'p'));

      expect(await store.takeOutbox(NOW + 8999, 10)).toEqual([]);
      expect(keys(await store.takeOutbox(NOW + 9000, 10))).toEqual(['new']);
    });

    it('show what the pressed message says now', async () => {
      const store = await withOutbox(open, post('p'), edit('e', 'p'));
      const { type: _, ...base } = message('press');

      const situation = await store.situation({
        ...base,
        type: 'action',
        intent: { name: 'show-more', of: 'p', page: 1 },
      });

      expect(situation.shown).toEqual(reply('e'));
    });
  });
}

function describeReports(open: OpenStore): void {
  describe('reports', () => {
    it('tell the one who caused an operation that it was sent', async () => {
      const store = await withOutbox(open, post('p', { report: true, to: { direct: 'test:bob' } }));
      await store.takeOutbox(NOW, 10);

      await store.delivered('p', RECEIPT, NOW);
      await store.delivered('p', RECEIPT, NOW);

      expect((await store.pendingEvents(10)).map((one) => one.event)).toEqual([
        {
          id: 'delivery:p/sent',
          type: 'delivery',
          operation: 'p',
          outcome: 'sent',
          conversation: 'test:ann-dm',
          place: 'test:ann-dm',
          private: true,
          author: { id: 'test:ann', name: 'Ann', bot: false },
          at: NOW,
          redactions: [],
        },
      ]);
    });

    it('tell why it was refused', async () => {
      const store = await withOutbox(open, post('p', { report: true }));
      await store.takeOutbox(NOW, 10);

      await store.refused('p', 'direct-closed', NOW);

      const [pending] = await store.pendingEvents(10);
      expect(pending?.event).toMatchObject({ type: 'delivery', outcome: 'refused', code: 'direct-closed' });
    });

    it('say nothing of operations that asked for none', async () => {
      const store = await withOutbox(open, post('p'));
      await store.takeOutbox(NOW, 10);

      await store.delivered('p', RECEIPT, NOW);

      expect(await store.pendingEvents(10)).toEqual([]);
    });
  });
}

function describeHandles(open: OpenStore): void {
  describe('answer handles', () => {
    const asked = message('asked', { handle: { value: 'tok-very-secret', expiresAt: NOW + 1000 } });

    it('reach the adapter while they live', async () => {
      const store = await open();
      await store.accept(asked);
      await store.commit([turn(asked, { operations: [post('p', { answers: asked.id })] })], NOW);

      expect(await store.takeOutbox(NOW, 10)).toMatchObject([{ handle: 'tok-very-secret' }]);
      const next = await open.afterCrash(store);
      const [late] = await takenUp(next, NOW + 1000);
      expect(late?.operation.key).toBe('p');
      expect(late).not.toHaveProperty('handle');
    });

    it('are not part of the stored event', async () => {
      const store = await open();
      await store.accept(asked);

      expect((await store.pendingEvents(1))[0]?.event).not.toHaveProperty('handle');
    });

    it('are erased when they have expired', async () => {
      const store = await open();
      await store.accept(asked);
      await store.commit([turn(asked, { operations: [post('p', { answers: asked.id })] })], NOW);

      await store.eraseExpired(NOW + 1000, RETENTION);

      expect((await store.takeOutbox(NOW, 10))[0]).not.toHaveProperty('handle');
    });
  });
}

async function withOutbox(open: OpenStore, ...operations: Operation[]): Promise<StateStore> {
  const store = await open();
  await addOutbox(store, 'cause', ...operations);
  return store;
}

async function addOutbox(store: StateStore, id: string, ...operations: Operation[]): Promise<void> {
  const event = message(id);
  await store.accept(event);
  const [result] = await store.commit([turn(event, { operations })], NOW);
  expect(result).toEqual({ status: 'fulfilled', value: undefined });
}

function keys(rows: OutboxRow[]): string[] {
  return rows.map((row) => row.operation.key);
}

/** What the next process begins with. Where several share the state it waits first for what may still be on its way. */
async function takenUp(store: StateStore, now: number): Promise<OutboxRow[]> {
  const found = await store.takeOutbox(now, 10, 'test');
  return found.length > 0 ? found : store.takeOutbox(now + LEASE, 10, 'test');
}
