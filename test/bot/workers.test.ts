import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreError } from '../../src/core/index.ts';
import { settle } from '../support/fake-clock.ts';
import { engineBench, says } from './engine-bench.ts';

describe('the timer worker', () => {
  it('makes an event of a timer that fell due, once', async () => {
    const { engine, adapter, clock } = await engineBench();

    await engine.receive(says('remind 60000'));
    await engine.idle();
    await clock.jump(59_000);
    await engine.idle();
    expect(adapter.texts()).toEqual(['remind 60000 #1']);

    await clock.jump(1000);
    await engine.idle();
    await clock.jump(120_000);
    await engine.idle();
    expect(adapter.texts()).toEqual(['remind 60000 #1', 'timer-due #2']);
  });

  it('erases answer handles every minute', async () => {
    const { store } = await engineBench();
    const erased: number[] = [];
    const watched = { ...store, eraseExpired: async (now: number) => erased.push(now) < 0 };
    const { engine, clock } = await engineBench({ store: watched });
    await engine.idle();

    await clock.jump(59_000);
    await engine.idle();
    await clock.jump(1000);
    await engine.idle();

    expect(erased).toEqual([clock.now() - 60_000, clock.now()]);
  });
});

describe('a worker that stands still', () => {
  it('is noticed, so that the process can be started anew', async () => {
    const { store } = await engineBench();
    let answer: (due: []) => void = () => undefined;
    const slow = () => new Promise<[]>((resolve) => (answer = resolve));
    const { engine, clock } = await engineBench({ store: { ...store, dueTimers: slow } });
    onTestFinished(() => answer([]));
    await clock.jump(119_000);
    const soon = engine.hangs;

    await clock.jump(2000);

    expect([soon, engine.hangs]).toEqual([false, true]);
  });

  it('is not a worker that waits for something to do', async () => {
    const { engine, clock } = await engineBench();
    await engine.idle();

    await clock.jump(600_000);
    await engine.idle();

    expect(engine.hangs).toBe(false);
  });
});

describe('stopping', () => {
  it('waits for what is being delivered', async () => {
    const { engine, adapter, store } = await engineBench();
    let arrive = (): void => {};
    adapter.results.push(
      () =>
        new Promise((resolve) => {
          arrive = () => resolve({ ok: true, receipt: { place: 'test:ann', messageId: 'm1' } });
        }),
    );
    await engine.receive(says('one'));
    while (adapter.attempts.length === 0) await settle();

    const stopped = engine.stop();
    arrive();
    await stopped;

    expect(await store.counts()).toMatchObject({ outbox: 0 });
  });

  it('leaves to the next start what a store that refuses could not record', async () => {
    const { store } = await engineBench();
    const refusing = { ...store, delivered: () => Promise.reject(new StoreError('full', undefined)) };
    const first = await engineBench({ store: refusing });
    await first.engine.receive(says('one'));
    while (first.adapter.ledger.length === 0) await settle();
    const stopped = first.engine.stop();
    await first.clock.advance(10_000);
    await stopped;

    const second = await engineBench({ store });
    await second.engine.idle();

    expect(second.adapter.attempts).toMatchObject([{ state: 'sending' }]);
  });
});
