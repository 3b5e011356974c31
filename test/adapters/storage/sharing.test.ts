import { describe, expect, it, onTestFinished } from 'vitest';
import type { Operation, Turn } from '../../../src/core/index.ts';
import { LEASE } from '../../../src/adapters/storage/leases.ts';
import { conversation, job, message, NOW, post, reply, ticket, turn } from '../../contract/store-builders.ts';
import { missingPostgres, sharedPostgres } from '../../support/postgres.ts';
import { endLeases, storeOn } from '../../support/postgres-stores.ts';

const OPENING: Operation = { kind: 'open-place', key: 'o', in: 'test:desk', title: 'T', reply: reply('T') };

describe.skipIf(missingPostgres() !== undefined)('processes that share a database', () => {
  const postgres = sharedPostgres();

  async function twoStores() {
    const url = await postgres().emptyDatabase();
    return { url, one: await storeOn(url), other: await storeOn(url) };
  }

  const inChannel = (id: string, who: string) =>
    message(id, {
      place: 'test:channel',
      conversation: `test:channel/${who}`,
      author: { id: `test:${who}`, name: who, bot: false },
    });

  it('take an event once, whichever of them hears of it', async () => {
    const { one, other } = await twoStores();

    const taken = await Promise.all([one.accept(message('1')), other.accept(message('1'))]);

    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('work on different conversations, never on the same', async () => {
    const { one, other } = await twoStores();
    for (const id of ['1', '2']) await one.accept(inChannel(id, 'ann'));
    const first = await one.pendingEvents(10);
    await other.accept(inChannel('3', 'ann'));
    await other.accept(inChannel('4', 'bob'));

    const second = await other.pendingEvents(10);

    expect(first.map(({ event }) => event.id)).toEqual(['test:1', 'test:2']);
    expect(second.map(({ event }) => event.id)).toEqual(['test:4']);
    expect((await one.pendingEvents(10)).map(({ event }) => event.id)).toEqual(['test:3']);
  });

  it('keep a ticket in one hand, from its asker and from its desk', async () => {
    const { one, other } = await twoStores();
    await one.accept(message('opens'));
    await one.pendingEvents(10);
    await one.commit([turn('test:opens', { ticket: ticket(1, { desk: 'test:desk/1' }) })], NOW);
    await one.accept(message('asker'));
    await one.pendingEvents(10);

    await other.accept(message('agent', { place: 'test:desk/1', conversation: 'test:desk/1/agent' }));

    expect(await other.pendingEvents(10)).toEqual([]);
    await one.commit([turn('test:asker')], NOW);
    await expect.poll(async () => (await other.pendingEvents(10)).map(({ event }) => event.id)).toEqual(['test:agent']);
  });

  it('are refused what they had in hand when they stood still for too long', async () => {
    const { url, one, other } = await twoStores();
    await one.accept(message('1'));
    await one.pendingEvents(10);
    await endLeases(postgres(), url);
    const taken = await other.pendingEvents(10);

    const [late] = await one.commit([turn('test:1', { operations: [post('late')] })], NOW);
    const [good] = await other.commit([turn('test:1', { operations: [post('good')] })], NOW);

    expect(taken).toHaveLength(1);
    expect(late).toMatchObject({ status: 'rejected', reason: { name: 'LeaseLost' } });
    expect(good).toMatchObject({ status: 'fulfilled' });
    expect((await other.takeOutbox(NOW, 10, 'test')).map(({ operation }) => operation.key)).toEqual(['good']);
  });

  it('are refused what another one has in hand, also when it was never theirs', async () => {
    const { one, other } = await twoStores();
    await one.accept(message('1'));
    await other.pendingEvents(10);

    const [result] = await one.commit([turn('test:1', { operations: [post('p')] })], NOW);

    expect(result).toMatchObject({ reason: { name: 'LeaseLost' } });
    expect(await other.counts()).toMatchObject({ events: 1, outbox: 0 });
  });

  it('do not give up an event that another one works on by now', async () => {
    const { url, one, other } = await twoStores();
    await one.accept(message('1'));
    await one.pendingEvents(10);
    await endLeases(postgres(), url);
    await other.pendingEvents(10);

    await expect(one.deadLetterEvent('test:1', 'TypeError', NOW)).rejects.toMatchObject({ name: 'LeaseLost' });

    const [result] = await other.commit([turn('test:1', { operations: [post('good')] })], NOW);
    expect(result).toMatchObject({ status: 'fulfilled' });
    expect(await other.counts()).toMatchObject({ deadEvents: 0, outbox: 1 });
  });

  it('put a post behind all that goes to a place which another one has opened at that moment', async () => {
    const { url, one } = await twoStores();
    await outbox(one, { operations: [OPENING] });
    await one.takeOutbox(NOW, 10, 'test');
    await one.accept(message('next'));
    await one.pendingEvents(10);
    const delivering = await postgres().connect(url);
    onTestFinished(() => delivering.end());
    await delivering.query(`begin; update outbox set state = 'sent', receipt_place = 'test:opened' where key = 'o'`);

    const committed = one.commit([turn('test:next', { operations: [post('p', { to: { opened: 'o' } })] })], NOW);
    await expect.poll(() => isWaiting(url)).toBe(true);
    await delivering.query('commit');
    await committed;

    expect(await postgres().query(`select lane from outbox where key = 'p'`, url)).toEqual([{ lane: 'test:opened' }]);
  });

  /** Whether somebody waits for a lock there. */
  async function isWaiting(url: string): Promise<boolean> {
    return (await postgres().query('select 1 from pg_locks where not granted', url)).length > 0;
  }

  it('let nothing overtake what was somebody else’s for a while', async () => {
    const { url, one, other } = await twoStores();
    for (const id of ['1', '2']) await one.accept(message(id));
    await one.pendingEvents(10);
    await endLeases(postgres(), url);
    await other.pendingEvents(10);
    await endLeases(postgres(), url);
    // It looks for more, and holds the conversation again; the first event fails all the same, and so must the second.
    await one.accept(message('3'));

    expect(await one.pendingEvents(10)).toEqual([]);
    const late = await one.commit([turn('test:1'), turn('test:2')], NOW);

    expect(late).toMatchObject([{ reason: { name: 'LeaseLost' } }, { reason: { name: 'LeaseLost' } }]);
    expect((await one.pendingEvents(10)).map(({ event }) => event.id)).toEqual(['test:1', 'test:2', 'test:3']);
  });

  it('keep what they have in hand as long as they look for more', async () => {
    const { url, one, other } = await twoStores();
    await one.accept(message('1'));
    await one.pendingEvents(10);
    await endLeases(postgres(), url);

    expect(await one.pendingEvents(10)).toEqual([]);

    expect(await other.pendingEvents(10)).toEqual([]);
    expect(await one.commit([turn('test:1')], NOW)).toMatchObject([{ status: 'fulfilled' }]);
  });

  it('do what another one with a clock that is ahead had begun', async () => {
    const { one, other } = await twoStores();
    await one.accept(message('1'));
    await one.pendingEvents(10);
    await one.commit([turn('test:1', { jobs: [job('j')] })], NOW);
    await one.takeJobs(NOW + 3_600_000, 10, 10);

    expect(await other.takeJobs(NOW, 10, 10)).toMatchObject([{ id: 'j' }]);
  });

  it('send nothing of a platform that another one may deliver to by now', async () => {
    const { url, one, other } = await twoStores();
    await outbox(one, { operations: [post('p1')] });
    await one.takeOutbox(NOW, 10, 'test');

    const held = one.maySend('test');
    await endLeases(postgres(), url);
    await other.takeOutbox(NOW, 10, 'test');

    expect(held).toBe(true);
    expect(other.maySend('test')).toBe(true);
    expect(one.maySend('another')).toBe(false);
  });

  it('deliver to a platform one at a time, and the next one looks for what was being sent', async () => {
    const { url, one, other } = await twoStores();
    await outbox(one, { operations: [post('p1'), post('p2', { to: { place: 'test:bob' } })] });
    expect(await one.takeOutbox(NOW, 1, 'test')).toMatchObject([{ operation: { key: 'p1' }, state: 'queued' }]);
    expect(await other.takeOutbox(NOW, 10, 'test')).toEqual([]);

    await endLeases(postgres(), url);

    // What the first one was sending may just be arriving.
    expect(await other.takeOutbox(NOW, 10, 'test')).toMatchObject([{ operation: { key: 'p2' }, state: 'queued' }]);
    const taken = await other.takeOutbox(NOW + LEASE, 10, 'test');
    expect(taken).toMatchObject([{ operation: { key: 'p1' }, state: 'sending' }]);
  });

  it('cannot spoil a row that another one delivers by now', async () => {
    const { url, one, other } = await twoStores();
    await outbox(one, { operations: [post('p1')] });
    await one.takeOutbox(NOW, 1, 'test');
    await endLeases(postgres(), url);
    await other.takeOutbox(NOW, 1, 'test');
    await other.takeOutbox(NOW + LEASE, 1, 'test');

    await one.retryLater('p1', NOW, 'late');
    await one.refused('p1', 'rejected', NOW);

    expect(await other.counts()).toMatchObject({ outbox: 1, deadOutbox: 0 });
    expect(await other.takeOutbox(NOW, 1, 'test')).toEqual([]);
  });

  it('leave deliveries to the others at once when they stop', async () => {
    const { one, other } = await twoStores();
    await outbox(one, { operations: [post('p1'), post('p2')] });
    const [first] = await one.takeOutbox(NOW, 1, 'test');
    await one.delivered(first?.operation.key ?? '', { place: 'test:ann-dm', messageId: 'm1' }, NOW);

    await one.close();

    expect(await other.takeOutbox(NOW, 1, 'test')).toMatchObject([{ operation: { key: 'p2' } }]);
  });

  it('do a job once, and again only when the one that had it is gone', async () => {
    const { url, one, other } = await twoStores();
    await outbox(one, { jobs: [job('j1')] });

    const taken = await Promise.all([one.takeJobs(NOW, 10, 10), other.takeJobs(NOW, 10, 10)]);

    expect(taken.flat()).toEqual([job('j1')]);
    expect(await other.takeJobs(NOW, 10, 10)).toEqual([]);
    await endLeases(postgres(), url);
    expect(await other.takeJobs(NOW, 10, 10)).toEqual([job('j1')]);
  });

  it('number what they store in one order', async () => {
    const { one, other } = await twoStores();

    for (const [index, store] of [one, other, one, other].entries()) await store.accept(inChannel(`${index}`, 'ann'));

    expect((await one.pendingEvents(10)).map(({ event }) => event.id)).toEqual([
      'test:0',
      'test:1',
      'test:2',
      'test:3',
    ]);
  });

  it('refuse a Turn that was made of a conversation which the other one has changed', async () => {
    const { one, other } = await twoStores();
    await one.accept(message('1'));
    await other.accept(message('2', { conversation: 'test:elsewhere' }));
    await one.pendingEvents(1);
    await other.pendingEvents(1);
    await one.commit([turn('test:1', { conversation: conversation() })], NOW);

    const [result] = await other.commit([turn('test:2', { conversation: conversation() })], NOW);

    expect(result).toMatchObject({ reason: { name: 'VersionConflict' } });
  });

  it('tell each other that there is something to do', async () => {
    const { one, other } = await twoStores();
    const heard: string[] = [];
    other.hear((topic) => heard.push(topic));

    await expect
      .poll(async () => {
        await one.accept(message(`${heard.length}-${Math.random()}`));
        return heard.length;
      })
      .toBeGreaterThan(0);

    expect(new Set(heard)).toEqual(new Set(['inbox']));
  });

  async function outbox(store: Awaited<ReturnType<typeof storeOn>>, over: Partial<Turn>): Promise<void> {
    await store.accept(message('cause'));
    await store.pendingEvents(1);
    const [result] = await store.commit([turn('test:cause', over)], NOW);
    expect(result).toEqual({ status: 'fulfilled', value: undefined });
  }
});
