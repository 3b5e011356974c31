import { describe, expect, it } from 'vitest';
import type { DeliveryResult } from '../../src/core/index.ts';
import { settle } from '../support/fake-clock.ts';
import { engineBench, says, saysAs } from './engine-bench.ts';

const RATE_LIMITED: DeliveryResult = { ok: false, kind: 'retry', afterMs: 7000, reason: 'rate-limited' };
const BROKEN: DeliveryResult = { ok: false, kind: 'retry', reason: 'http-500' };
const GONE: DeliveryResult = { ok: false, kind: 'refused', code: 'place-gone', reason: 'channel_not_found' };

describe('the outbox worker', () => {
  it('waits as long as the platform asks for, and keeps the order meanwhile', async () => {
    const { engine, adapter, clock } = await engineBench();
    adapter.results.push(RATE_LIMITED);

    await engine.receive(says('one'));
    await engine.receive(says('two'));
    await engine.idle();
    await clock.advance(6000);
    expect(adapter.texts()).toEqual([]);

    await clock.advance(2000);
    await engine.idle();
    expect(adapter.texts()).toEqual(['one #1', 'two #2']);
  });

  it('does not let one place wait for another', async () => {
    const { engine, adapter } = await engineBench();
    adapter.results.push(RATE_LIMITED);

    await engine.receive(says('one'));
    await engine.idle();
    await engine.receive(saysAs('bob', 'hello'));
    await engine.idle();

    expect(adapter.texts()).toEqual(['hello #1']);
  });

  it('says that an earlier attempt may have arrived', async () => {
    const { engine, adapter, clock } = await engineBench();
    adapter.results.push(BROKEN);

    await engine.receive(says('one'));
    await engine.idle();
    await clock.advance(60_000);

    expect(adapter.attempts.map((attempt) => attempt.state)).toEqual(['queued', 'sending']);
    expect(adapter.texts()).toEqual(['one #1']);
  });

  it('tries ever more rarely', async () => {
    const { engine, adapter, clock } = await engineBench();
    clock.chance = 0.999;
    adapter.results.push(...Array.from({ length: 5 }, () => BROKEN));

    await engine.receive(says('one'));
    await engine.idle();
    const counts: number[] = [];
    for (let second = 0; second < 34; second++) {
      await clock.advance(1000);
      await engine.idle();
      counts.push(adapter.attempts.length);
    }

    expect(counts[1]).toBe(2);
    expect(counts[28]).toBeLessThan(6);
    expect(counts.at(-1)).toBe(6);
  });

  it('tries again when the adapter throws', async () => {
    const { engine, adapter, clock, log } = await engineBench();
    adapter.results.push(() => Promise.reject(new Error('a mistake with private words')));

    await engine.receive(says('one'));
    await engine.idle();
    await clock.advance(5000);

    expect(adapter.texts()).toEqual(['one #1']);
    expect(log.map((line) => line.msg)).toContain('delivery-threw');
    expect(JSON.stringify(log)).not.toContain('private words');
  });

  it('puts what the platform refuses among the dead letters, and goes on', async () => {
    const { engine, adapter, store } = await engineBench();
    adapter.results.push(GONE);

    await engine.receive(says('one'));
    await engine.receive(says('two'));
    await engine.idle();

    expect(adapter.texts()).toEqual(['two #2']);
    expect(await store.counts()).toMatchObject({ outbox: 0, deadOutbox: 1 });
  });

  it('gives up what could not be delivered for three days', async () => {
    const { engine, adapter, clock, store } = await engineBench();
    const unreachable: DeliveryResult = { ok: false, kind: 'retry', reason: 'unreachable' };
    adapter.results.push(...Array.from({ length: 10 }, () => unreachable));

    await engine.receive(says('one'));
    for (let day = 0; day < 3; day++) {
      await engine.idle();
      expect(await store.counts()).toMatchObject({ outbox: 1, deadOutbox: 0 });
      await clock.jump(24 * 3_600_000 + 1);
    }
    await engine.idle();

    expect(await store.counts()).toMatchObject({ outbox: 0, deadOutbox: 1 });
  });

  it('tells the one who asked for a report', async () => {
    const { engine, adapter } = await engineBench();

    await engine.receive(says('report'));
    await engine.idle();

    expect(adapter.texts()).toEqual(['report #1', 'delivery sent #2']);
  });

  it('delivers to many places at once, but not to all', async () => {
    const { engine, adapter } = await engineBench();
    const gates: (() => void)[] = [];
    const slow = (): Promise<DeliveryResult> => new Promise((resolve) => gates.push(() => resolve(BROKEN)));
    adapter.results.push(...Array.from({ length: 40 }, () => slow));

    for (let index = 0; index < 40; index++) await engine.receive(saysAs(`person-${index}`, 'hello'));
    while (gates.length < 16) await settle();
    await settle();

    expect(adapter.busiest).toBe(16);
    adapter.results.length = 0;
    for (const open of gates) open();
  });

  it('takes up again what a platform never answers, and looks for it there first', async () => {
    const { engine, adapter, store, clock } = await engineBench();
    adapter.results.push(() => new Promise(() => undefined));
    await engine.receive(says('one'));
    while (adapter.attempts.length === 0) await settle();

    await clock.advance(120_000);
    await clock.advance(60_000);
    await engine.idle();

    expect(adapter.attempts.map(({ state }) => state)).toEqual(['queued', 'sending']);
    expect(adapter.texts()).toEqual(['one #1']);
    expect(await store.counts()).toMatchObject({ outbox: 0 });
  });

  it('does not repeat what a platform answers late', async () => {
    const { engine, adapter, store, clock } = await engineBench();
    let answer: (result: DeliveryResult) => void = () => undefined;
    adapter.results.push(() => new Promise((resolve) => (answer = resolve)));
    await engine.receive(says('one'));
    while (adapter.attempts.length === 0) await settle();

    await clock.advance(120_000);
    answer({ ok: true, receipt: { place: 'test:ann', messageId: 'late' } });
    await engine.idle();
    await clock.advance(60_000);
    await engine.idle();

    expect(adapter.attempts).toHaveLength(1);
    expect(await store.counts()).toMatchObject({ outbox: 0, deadOutbox: 0 });
  });

  it('hands the answer handle to the adapter', async () => {
    const { engine, adapter, clock } = await engineBench();

    await engine.receive(says('one', { handle: { value: 'token', expiresAt: clock.now() + 1000 } }));
    await engine.idle();

    expect(adapter.attempts).toMatchObject([{ handle: 'token' }]);
  });
});
