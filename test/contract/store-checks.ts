import { describe, expect, it } from 'vitest';
import { message, NOW, ticket, turn } from './store-builders.ts';
import type { OpenStore } from './store.ts';

const DAY = 24 * 3_600_000;

/** What a look into the past needs to know. */
export function describeChecks(open: OpenStore): void {
  describe('places to check', () => {
    it('are those of open tickets, then where somebody spoke lately, the longest unchecked first', async () => {
      const store = await open();
      for (const place of ['test:a', 'test:b', 'test:c'] as const) await store.accept(message(place, { place }));
      await store.accept(message('long-ago', { place: 'test:old', at: NOW - 2 * DAY }));
      await store.accept(message('elsewhere', { place: 'other:d' }));
      const opens = message('opens');
      await store.accept(opens);
      await store.commit([turn(opens, { ticket: ticket(1, { desk: 'test:desk/1' }) })], NOW);
      await store.placeChecked('test:a', { at: NOW - 5 }, 0);

      const found = await store.placesToCheck('test', NOW - DAY, ['test:channel'], 10);

      expect(found.slice(0, 2)).toEqual([
        { place: 'test:desk/1', checkedAt: undefined, urgent: true },
        { place: 'test:ann-dm', checkedAt: undefined, urgent: true },
      ]);
      expect(found.slice(2)).toEqual([
        { place: 'test:b', checkedAt: undefined },
        { place: 'test:c', checkedAt: undefined },
        { place: 'test:channel', checkedAt: undefined },
        { place: 'test:a', checkedAt: NOW - 5 },
      ]);
    });

    it('remember how far the history of a place was read, also when nothing was found later', async () => {
      const store = await open();
      await store.placeChecked('test:a', { at: NOW, seenUntil: NOW - 7 }, 0);

      await store.placeChecked('test:a', { at: NOW + 1 }, 0);

      const found = await store.placesToCheck('test', NOW, ['test:a'], 1);
      expect(found).toEqual([{ place: 'test:a', checkedAt: NOW + 1, seenUntil: NOW - 7 }]);
    });

    it('are those that were only heard of, until they are read', async () => {
      const store = await open();
      await store.placeHeard('test:dm');
      await store.placeChecked('test:read', { at: NOW, seenUntil: NOW }, NOW - 1);
      await store.placeHeard('test:read');

      const before = await store.placesToCheck('test', NOW, [], 10);
      await store.placeChecked('test:dm', { at: NOW }, NOW - 1);

      expect(before).toEqual([{ place: 'test:dm', checkedAt: undefined }]);
      expect(await store.placesToCheck('test', NOW, [], 10)).toEqual([]);
    });

    it('are no more than asked for, and old notes of them are dropped', async () => {
      const store = await open();
      await store.accept(message('1', { place: 'test:a' }));
      await store.accept(message('2', { place: 'test:b' }));
      await store.placeChecked('test:a', { at: NOW - DAY }, 0);

      await store.placeChecked('test:b', { at: NOW }, NOW - 1);

      expect(await store.placesToCheck('test', 0, [], 1)).toEqual([{ place: 'test:a', checkedAt: undefined }]);
    });
  });
}
