import { describe, expect, it } from 'vitest';
import { absentAdapter } from '../../src/bot/absent-adapter.ts';
import { supervise } from '../../src/bot/supervise.ts';
import { FakeChatAdapter } from '../support/fake-chat-adapter.ts';
import { engineBench, saysAs } from './engine-bench.ts';

class Unreachable extends FakeChatAdapter {
  failures = 2;

  override start(receive: Parameters<FakeChatAdapter['start']>[0]): Promise<void> {
    return this.failures-- > 0 ? Promise.reject(new Error('ECONNREFUSED')) : super.start(receive);
  }
}

const QUIET = { adapterConnected: () => {}, adapterUnreachable: () => {} };

describe('a platform that cannot be reached', () => {
  it('is tried again until it can, and gets then what waited for it', async () => {
    const { engine, clock } = await engineBench();
    const adapter = new Unreachable('other');
    const supervised = supervise(adapter, { engine, clock, events: QUIET });
    await engine.receive(saysAs('bob', 'hello', { place: 'other:bob', conversation: 'other:bob' }));
    await supervised.begun;
    await engine.idle();
    expect(adapter.texts()).toEqual([]);

    await clock.advance(10_000);
    await engine.idle();

    expect(adapter.texts()).toEqual(['hello #1']);
  });

  it('is not tried again after a stop', async () => {
    const { engine, clock } = await engineBench();
    const adapter = new Unreachable('other');
    const supervised = supervise(adapter, { engine, clock, events: QUIET });
    await supervised.begun;

    await supervised.stop();
    await clock.jump(600_000);

    expect(adapter.failures).toBe(1);
  });
});

describe('a platform that is switched off', () => {
  it('keeps what waits for it', async () => {
    const { engine, store, clock } = await engineBench();
    engine.deliverTo(absentAdapter('other'));

    await engine.receive(saysAs('bob', 'hello', { place: 'other:bob', conversation: 'other:bob' }));
    await engine.idle();
    await clock.jump(3_600_000);
    await engine.idle();

    expect(await store.counts()).toMatchObject({ outbox: 1, deadOutbox: 0 });
  });
});
