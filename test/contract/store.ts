import { describe, expect, it } from 'vitest';
import type { StateStore } from '../../src/adapters/storage/index.ts';
import { describeAnswered } from './store-answered.ts';
import { describeButtons } from './store-buttons.ts';
import { describeChecks } from './store-checks.ts';
import { describeDeliveries } from './store-deliveries.ts';
import { describeDeleted } from './store-deleted.ts';
import { describeDeadLetters } from './store-dead-letters.ts';
import { describePrivacy } from './store-privacy.ts';
import { describeRetention } from './store-retention.ts';
import { describeTickets } from './store-tickets.ts';
import { describeWork } from './store-work.ts';
import { conversation, message, NOW, person, post, turn } from './store-builders.ts';

export interface OpenStore {
  /** Opens an empty store that is closed when the test is over. */
  (): Promise<StateStore>;
  /** What the next process sees when the one with this store died without a word. */
  afterCrash(store: StateStore): Promise<StateStore>;
}

/** What every state store promises, whatever database is behind it. */
export function describeStore(name: string, open: OpenStore): void {
  describe(`${name} store`, () => {
    describeIntake(open);
    describeTurns(open);
    describeDeliveries(open);
    describeTickets(open);
    describeWork(open);
    describeChecks(open);
    describeRetention(open);
    describePrivacy(open);
    describeDeadLetters(open);
    describeAnswered(open);
    describeDeleted(open);
    describeButtons(open);
  });
}

function describeIntake(open: OpenStore): void {
  describe('intake', () => {
    it('takes an event once', async () => {
      const store = await open();

      expect(await store.accept(message('1'))).toBe(true);
      expect(await store.accept(message('1'))).toBe(false);
      expect(await store.counts()).toMatchObject({ events: 1 });
      expect(await store.depths()).toEqual({ inbox: { test: 1 }, outbox: {} });
    });

    it('gives pending events in the order of their arrival, with their lane', async () => {
      const store = await open();

      await Promise.all([store.accept(message('1')), store.accept(message('2')), store.accept(message('3'))]);

      const pending = await store.pendingEvents(2);
      expect(pending.map((one) => one.event)).toEqual([message('1'), message('2')]);
      expect(pending.map((one) => one.lane)).toEqual(['test:ann-dm', 'test:ann-dm']);
      const rest = await store.pendingEvents(10, pending[1]?.sequence);
      expect(rest.map((one) => one.event.id)).toEqual(['test:3']);
    });

    it('keeps nothing but the id of what is not ours, and never takes it again', async () => {
      const store = await open();

      expect(await store.acceptIdOnly('test:1', NOW)).toBe(true);
      expect(await store.acceptIdOnly('test:1', NOW)).toBe(false);
      expect(await store.accept(message('1'))).toBe(false);
      expect(await store.pendingEvents(10)).toEqual([]);
    });

    it('knows the conversations it has answered in', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.commit([turn('test:1', { conversation: conversation() })], NOW);

      expect(await store.concerns('test:ann-dm', 'test:ann-dm')).toBe('conversation');
      expect(await store.concerns('test:bob-dm', 'test:bob-dm')).toBeUndefined();
    });

    it('knows whom it has yet to answer', async () => {
      const store = await open();
      await store.accept(message('1', { place: 'test:channel', conversation: 'test:channel/ann' }));
      await store.acceptIdOnly('test:2', NOW);

      expect(await store.concerns('test:channel/ann', 'test:channel')).toBe('conversation');
      expect(await store.concerns('test:channel/bob', 'test:channel')).toBeUndefined();
    });

    it('expects a secret until the time that the conversation says', async () => {
      const store = await open();
      await store.accept(message('1'));
      const state = conversation({ secretExpectedUntil: NOW + 1000 });
      await store.commit([turn('test:1', { conversation: state })], NOW);

      expect(await store.secretExpected('test:ann-dm', NOW)).toBe(true);
      expect(await store.secretExpected('test:ann-dm', NOW + 1000)).toBe(false);
      expect(await store.secretExpected('test:unknown', NOW)).toBe(false);
    });
  });
}

function describeTurns(open: OpenStore): void {
  describe('turns', () => {
    it('gives back what a Turn left', async () => {
      const store = await open();
      await store.accept(message('1'));
      const state = conversation({ language: 'zh-Hans', slots: { provider: 'qq' }, slotsAt: NOW });

      await store.commit([turn('test:1', { conversation: state, person: person({ language: 'zh-Hans' }) })], NOW);

      const situation = await store.situation(message('2'));
      expect(situation.conversation).toEqual({ ...state, version: 1 });
      expect(situation.person).toEqual(person({ version: 1, language: 'zh-Hans' }));
      expect(await store.counts()).toMatchObject({ events: 0 });
    });

    it('starts everybody with an empty situation of version 0', async () => {
      const store = await open();

      const situation = await store.situation(message('1'));

      expect(situation).toEqual({
        conversation: conversation(),
        person: person(),
        ticketEvents: [],
        nextTicketNumber: 1,
      });
    });

    it.each([0, 1, 3])('refuses a conversation of version %i when it is stored with 2', async (version) => {
      const store = await open();
      await store.accept(message('1'));
      await store.accept(message('2'));
      await store.accept(message('3'));
      await store.commit([turn('test:1', { conversation: conversation() })], NOW);
      await store.commit([turn('test:2', { conversation: conversation({ version: 1 }) })], NOW);

      const stale = turn('test:3', { conversation: conversation({ version }), operations: [post('p')] });
      const [result] = await store.commit([stale], NOW);

      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'VersionConflict' } });
      expect(await store.counts()).toMatchObject({ events: 1, outbox: 0 });
    });

    it('rolls a failing Turn back alone', async () => {
      const store = await open();
      for (const id of ['1', '2', '3']) await store.accept(message(id));

      const results = await store.commit(
        [
          turn('test:1', { operations: [post('first')] }),
          turn('test:2', { operations: [post('half'), post('first')] }),
          turn('test:3', { operations: [post('third')] }),
        ],
        NOW,
      );

      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await store.counts()).toMatchObject({ events: 1, outbox: 2 });
      expect(await store.depths()).toMatchObject({ outbox: { test: 2 } });
    });

    it('applies the Turn of an event once, however often it is committed', async () => {
      const store = await open();
      await store.accept(message('1'));
      const only = turn('test:1', { operations: [post('p')], conversation: conversation() });

      const results = [...(await store.commit([only], NOW)), ...(await store.commit([only], NOW))];

      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled']);
      expect(await store.counts()).toMatchObject({ outbox: 1 });
    });

    it('refuses a Turn of an event that was never accepted', async () => {
      const store = await open();

      const [result] = await store.commit([turn('test:1')], NOW);

      expect(result?.status).toBe('rejected');
    });

    it('puts an event that nobody can answer among the dead letters', async () => {
      const store = await open();
      await store.accept(message('1'));

      await store.deadLetterEvent('test:1', 'threw', NOW);

      expect(await store.pendingEvents(10)).toEqual([]);
      expect(await store.counts()).toMatchObject({ events: 0, deadEvents: 1 });
    });
  });
}
