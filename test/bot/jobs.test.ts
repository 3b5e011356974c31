import { describe, expect, it } from 'vitest';
import type { DeletedEvent, MailNetwork, ServerCheck, VisitLimit, Watcher } from '../../src/core/index.ts';
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

/** A network where every check waits until it is let go. */
function gatedNetwork() {
  const asked: string[] = [];
  const watchers: Watcher[] = [];
  const signals: AbortSignal[] = [];
  const gates: (() => void)[] = [];
  const network = networkOf((host, _port, signal, watcher = {}) => {
    asked.push(host);
    signals.push(signal);
    watchers.push(watcher);
    return new Promise((resolve) => gates.push(() => resolve(checked(host))));
  });

  /** Lets one check after the other go until none waits. */
  async function letGo(): Promise<void> {
    while (gates.length > 0) {
      gates.shift()?.();
      await settle();
    }
  }

  return { network, asked, watchers, signals, gates, letGo };
}

/** Milliseconds that a busy machine may take for them. */
const A_THOUSAND_TURNS = 120_000;

describe('many checks', () => {
  it('of one person leave room: another one is served at once', async () => {
    const { network, asked, letGo } = gatedNetwork();
    const { engine } = await engineBench({ network });

    for (let index = 0; index < 100; index++) await engine.receive(says(`check ann-${index}.org`));
    while (asked.length < 3) await settle();
    await engine.receive(saysAs('bob', 'check bob.org'));
    while (!asked.includes('bob.org')) await settle();

    expect(asked).toEqual(['ann-0.org', 'ann-1.org', 'ann-2.org', 'bob.org']);
    await letGo();
    await engine.idle();
    expect(asked).toHaveLength(101);
  });

  it('run eight at once, in turns', async () => {
    const { network, asked, gates, letGo } = gatedNetwork();
    const { engine } = await engineBench({ network });
    const crowd = ['ann', 'bob', 'cid', 'dee'];

    for (const name of crowd)
      for (let index = 0; index < 3; index++) await engine.receive(saysAs(name, `check ${name}-${index}.org`));
    while (asked.length < 8) await settle();
    await engine.receive(saysAs('eve', 'check eve.org'));
    for (let round = 0; round < 10; round++) await settle();
    expect(asked).toHaveLength(8);

    for (const count of [9, 10]) {
      gates.shift()?.();
      while (asked.length < count) await settle();
    }
    expect(asked.slice(8)).toEqual(['dee-0.org', 'eve.org']);
    await letGo();
  });

  it(
    'of many people, a thousand of them, keep nobody waiting for an answer',
    async () => {
      const { network, asked, letGo } = gatedNetwork();
      const { engine, adapter, store } = await engineBench({ network });

      await Promise.all(
        Array.from({ length: 1000 }, (_, index) => engine.receive(saysAs(`p${index % 100}`, `check h${index}.org`))),
      );
      while (asked.length < 8) await settle();
      await engine.receive(saysAs('zoe', 'what is IMAP?'));
      while (!adapter.texts().includes('what is IMAP? #1')) await settle();

      expect(asked).toHaveLength(8);
      expect((await store.counts()).jobs).toBe(1000);
      await letGo();
    },
    A_THOUSAND_TURNS,
  );
});

describe('a visit', () => {
  it('is counted for the person and place that asked, by the clock of the bot', async () => {
    const { network, watchers, letGo } = gatedNetwork();
    const { engine, clock } = await engineBench({ network });
    await engine.receive(says('check imap.example.org'));
    while (watchers.length < 1) await settle();

    const admit = watchers[0]?.admit;
    const answers: (VisitLimit | undefined)[] = [];
    for (let index = 0; index < 11; index++) answers.push(await admit?.('example.org'));

    expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }));
    expect(answers[10]).toEqual({ by: 'person', tryAt: clock.now() + 600_000 });
    await letGo();
  });

  it('is still counted after a restart', async () => {
    const first = gatedNetwork();
    const before = await engineBench({ network: first.network });
    await before.engine.receive(says('check imap.example.org'));
    while (first.watchers.length < 1) await settle();
    for (let index = 0; index < 10; index++) await first.watchers[0]?.admit?.('example.org');
    await before.engine.stop();

    const second = gatedNetwork();
    const after = await engineBench({ network: second.network, store: before.store });
    while (second.watchers.length < 1) await settle();

    expect(await second.watchers[0]?.admit?.('example.org')).toMatchObject({ by: 'person' });
    await second.letGo();
    await after.engine.idle();
  });
});

describe('the progress of a check', () => {
  it('is told while it takes long, each step once and never back', async () => {
    const { network, watchers, letGo } = gatedNetwork();
    const { engine, adapter, clock } = await engineBench({ network });
    await engine.receive(says('check imap.example.org'));
    while (watchers.length < 1) await settle();

    watchers[0]?.step?.('encrypting');
    await clock.advance(1500);
    while (!adapter.texts().includes('step encrypting #2')) await settle();
    watchers[0]?.step?.('certificate');
    watchers[0]?.step?.('encrypting');
    await clock.advance(1500);
    while (!adapter.texts().includes('step certificate #3')) await settle();
    await clock.advance(9000);
    await letGo();
    await engine.idle();

    expect(adapter.texts()).toEqual([
      'check imap.example.org #1',
      'step encrypting #2',
      'step certificate #3',
      'job check-server #4',
    ]);
  });

  it('is not told of one that is quick', async () => {
    const { network, watchers, letGo } = gatedNetwork();
    const { engine, adapter, clock } = await engineBench({ network });
    await engine.receive(says('check imap.example.org'));
    while (watchers.length < 1) await settle();

    watchers[0]?.step?.('certificate');
    await clock.advance(1400);
    await letGo();
    await engine.idle();
    await clock.advance(5000);
    await engine.idle();

    expect(adapter.texts()).toEqual(['check imap.example.org #1', 'job check-server #2']);
  });
});

describe('a question that is deleted', () => {
  function deletes(messageId: string): DeletedEvent {
    const { type: _, text: _text, files: _files, addressed: _addressed, ...base } = says('');
    return { ...base, type: 'deleted', messageId };
  }

  it('breaks off its check, whose result nobody gets', async () => {
    const { network, signals, letGo } = gatedNetwork();
    const { engine, adapter, store } = await engineBench({ network });
    await engine.receive(says('check imap.example.org', { messageId: 'm1' }));
    while (signals.length < 1) await settle();

    await engine.receive(deletes('m1'));
    while (!signals[0]?.aborted) await settle();
    await letGo();
    await engine.idle();

    expect(adapter.texts()).toEqual(['check imap.example.org #1', 'deleted #2']);
    expect(await store.counts()).toMatchObject({ jobs: 0, events: 0 });
  });

  it('drops a check that has not begun, and leaves those of other questions', async () => {
    const { network, asked, letGo } = gatedNetwork();
    const { engine, adapter } = await engineBench({ network });
    for (let index = 0; index < 4; index++)
      await engine.receive(says(`check h${index}.org`, { messageId: `m${index}` }));
    while (asked.length < 3) await settle();

    await engine.receive(deletes('m3'));
    while (!adapter.texts().includes('deleted #5')) await settle();
    await letGo();
    await engine.idle();

    expect(asked).toEqual(['h0.org', 'h1.org', 'h2.org']);
    expect(adapter.texts().filter((text) => text.startsWith('job '))).toHaveLength(3);
  });
});
