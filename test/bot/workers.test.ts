import { describe, expect, it } from 'vitest';
import { StoreError, type MailNetwork, type ServerCheck } from '../../src/core/index.ts';
import { settle } from '../support/fake-clock.ts';
import { engineBench, says, saysAs } from './engine-bench.ts';

function networkOf(check: MailNetwork['check']): MailNetwork {
  return { check, discover: () => Promise.reject(new Error('nobody asked for a discovery')) };
}

function checked(host: string): ServerCheck {
  return { host, status: 'checked', ports: [], verdict: 'good', notChecked: [], checkedAt: 0 };
}

describe('the job worker', () => {
  it('brings the result back as an event', async () => {
    const { engine, adapter } = await engineBench();

    await engine.receive(says('check imap.example.org'));
    await engine.idle();

    expect(adapter.texts()).toEqual(['check imap.example.org #1', 'job check-server #2']);
  });

  it('brings back a failure when the network throws', async () => {
    const network = networkOf(() => Promise.reject(new Error('a mistake')));
    const { engine, adapter, log } = await engineBench({ network });

    await engine.receive(says('check imap.example.org'));
    await engine.idle();

    expect(adapter.texts()).toContain('job failed #2');
    expect(log.map((line) => line.msg)).toContain('job-failed');
  });

  it('does not wait for ever for a network that never answers', async () => {
    let signal: AbortSignal | undefined;
    const network = networkOf((_host, _port, given) => {
      signal = given;
      return new Promise(() => {});
    });
    const { engine, adapter, clock } = await engineBench({ network });

    await engine.receive(says('check imap.example.org'));
    await settle();
    await clock.advance(60_000);
    await engine.idle();

    expect(adapter.texts()).toContain('job failed #2');
    expect(signal?.aborted).toBe(true);
  });

  it('runs eight at once, and nobody waits behind all of another one', async () => {
    const asked: string[] = [];
    const gates: (() => void)[] = [];
    const network = networkOf((host) => {
      asked.push(host);
      return new Promise((resolve) => gates.push(() => resolve(checked(host))));
    });
    const { engine } = await engineBench({ network });

    for (let index = 0; index < 12; index++) await engine.receive(says(`check ann-${index}.org`));
    while (gates.length < 8) await settle();
    await engine.receive(saysAs('bob', 'check bob.org'));
    await settle();
    expect(asked).toHaveLength(8);

    gates.shift()?.();
    while (asked.length < 9) await settle();
    expect(asked.at(-1)).toBe('bob.org');
    while (gates.length > 0) {
      gates.shift()?.();
      await settle();
    }
  });

  it('does again after the next start what a stop broke off', async () => {
    const hanging = networkOf(() => new Promise(() => {}));
    const first = await engineBench({ network: hanging });
    await first.engine.receive(says('check imap.example.org'));
    await settle();
    await first.engine.stop();

    const second = await engineBench({ store: first.store });
    await second.engine.idle();

    expect(second.adapter.texts()).toContain('job check-server #2');
  });
});

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
    const watched = { ...store, eraseExpired: async (now: number) => void erased.push(now) };
    const { engine, clock } = await engineBench({ store: watched });
    await engine.idle();

    await clock.jump(59_000);
    await engine.idle();
    await clock.jump(1000);
    await engine.idle();

    expect(erased).toEqual([clock.now() - 60_000, clock.now()]);
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
