import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/core/index.ts';
import { createFakeCore } from '../support/fake-core.ts';
import { engineBench, says, saysAs } from './engine-bench.ts';

describe('the pipeline', () => {
  it('keeps the order of a conversation, whatever arrives at once', async () => {
    const { engine, adapter } = await engineBench();
    const words = Array.from({ length: 50 }, (_, index) => `word-${index}`);

    await Promise.all(words.map((word) => engine.receive(says(word))));
    await engine.idle();

    expect(adapter.texts()).toEqual(words.map((word, index) => `${word} #${index + 1}`));
  });

  it('answers everybody, more than it holds in memory', async () => {
    const { engine, adapter } = await engineBench();
    const people = Array.from({ length: 1500 }, (_, index) => `person-${index}`);

    await Promise.all(people.map((name) => engine.receive(saysAs(name, 'hello'))));
    await engine.idle();

    expect(new Set(adapter.ledger.map((entry) => entry.place)).size).toBe(1500);
    expect(adapter.ledger).toHaveLength(1500);
  });

  it('lets an event that cannot be answered hold up its own conversation only, and not for ever', async () => {
    const { engine, adapter, clock, store, log } = await engineBench();

    await engine.receive(says('throw'));
    await engine.receive(says('after'));
    await engine.receive(saysAs('bob', 'hello'));
    await engine.idle();
    expect(adapter.texts()).toEqual(['hello #1']);

    await clock.advance(20_000);
    await engine.idle();
    expect(adapter.texts()).toEqual(['hello #1', 'after #1']);
    expect(await store.counts()).toMatchObject({ events: 0, deadEvents: 1 });
    expect(log.map((line) => line.msg)).toContain('event-dead-lettered');
  });

  it('waits no longer for an event that failed when the clock is put back', async () => {
    const { engine, adapter, clock } = await engineBench();
    await engine.receive(says('throw'));
    await engine.idle();

    clock.putBack(3_600_000);
    await clock.advance(20_000);
    await engine.receive(says('and now?'));
    await engine.idle();

    expect(adapter.texts().join()).toContain('and now?');
  });

  it('responds again when the person changed meanwhile', async () => {
    const { engine, adapter } = await engineBench();
    const elsewhere = { conversation: 'test:channel/ann', place: 'test:channel' } as const;

    await Promise.all([engine.receive(says('here')), engine.receive(says('there', elsewhere))]);
    await engine.idle();

    expect(adapter.texts().sort()).toEqual(['here #1', 'there #1']);
  });

  it('gives every ticket its own number when many are opened at once', async () => {
    const { engine, store } = await engineBench();
    const people = Array.from({ length: 20 }, (_, index) => `person-${index}`);

    await Promise.all(people.map((name) => engine.receive(saysAs(name, 'human'))));
    await engine.idle();

    const tickets = await store.tickets({ limit: 100 });
    expect(tickets.map((ticket) => ticket.number).sort((a, b) => a - b)).toEqual(people.map((_, index) => index + 1));
  });

  it('opens one ticket for a person who asks twice at once in two places', async () => {
    const { engine, store } = await engineBench();
    const elsewhere = { conversation: 'test:channel/ann', place: 'test:channel' } as const;

    await Promise.all([engine.receive(says('human')), engine.receive(says('human', elsewhere))]);
    await engine.idle();

    expect(await store.tickets({ limit: 10 })).toHaveLength(1);
  });

  it('gives up an event that always conflicts, instead of trying for ever', async () => {
    const core = createFakeCore();
    const stale = createFakeCore({
      respond: (event, situation, knowledge, now) =>
        core.respond(event, { ...situation, person: { ...situation.person, version: 7 } }, knowledge, now),
    });
    const { engine, clock, store } = await engineBench({ core: stale });

    await engine.receive(says('hello'));
    await clock.advance(60_000);
    await engine.idle();

    expect(await store.counts()).toMatchObject({ deadEvents: 1 });
  });

  it('loses nothing while the store refuses, and goes on afterwards', async () => {
    const { store } = await engineBench();
    let refusals = 4;
    const refusing: typeof store = {
      ...store,
      commit: (turns, now) => {
        if (refusals-- <= 0) return store.commit(turns, now);
        const reason = new StoreError('full', undefined);
        return Promise.resolve(turns.map(() => ({ status: 'rejected', reason })));
      },
    };
    const { engine, adapter, clock, log } = await engineBench({ store: refusing });

    await engine.receive(says('one'));
    await engine.receive(says('two'));
    await clock.advance(60_000);
    await engine.idle();

    expect(adapter.texts()).toEqual(['one #1', 'two #2']);
    expect(log).toContainEqual(expect.objectContaining({ msg: 'state-store-refused', fault: 'full' }));
    expect(await store.counts()).toMatchObject({ events: 0, deadEvents: 0 });
  });

  it('writes no text of a person into the log', async () => {
    const { engine, clock, log } = await engineBench();

    await engine.receive(says('very private words'));
    await engine.receive(says('throw'));
    await clock.advance(20_000);

    expect(log.length).toBeGreaterThan(3);
    expect(JSON.stringify(log)).not.toContain('very private words');
  });

  it('begins with what the last run left', async () => {
    const { store } = await engineBench();
    await store.accept({ ...says('left over'), redactions: [] });

    const { engine, adapter } = await engineBench({ store });
    await engine.idle();

    expect(adapter.texts()).toEqual(['left over #1']);
  });
});
