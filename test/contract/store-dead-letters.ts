import { describe, expect, it } from 'vitest';
import { RETENTION } from '../../src/core/index.ts';
import type { OpenStore } from './store.ts';
import { edit, message, NOW, post, turn } from './store-builders.ts';

export function describeDeadLetters(open: OpenStore): void {
  describe('dead letters', () => {
    it('are listed with their reason and without their text, the newest first', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.commit([turn('test:1', { operations: [post('p')] })], NOW);
      await store.takeOutbox(NOW, 1, 'test');
      await store.refused('p', 'place-gone', NOW + 1);
      await store.accept(message('2'));
      await store.deadLetterEvent('test:2', 'TypeError', NOW + 2);

      const letters = await store.deadLetters(10);

      expect(letters).toMatchObject([
        { what: 'event', id: 'test:2', kind: 'message', reason: 'TypeError', at: NOW + 2, canBeRetried: true },
        { what: 'operation', id: 'p', kind: 'post', reason: 'place-gone', place: 'test:ann-dm', canBeRetried: true },
      ]);
      expect(JSON.stringify(letters)).not.toContain('text of');
    });

    it('that are events are answered when they are tried again', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.deadLetterEvent('test:1', 'TypeError', NOW);

      expect(await store.retryDeadLetter('test:1', NOW)).toBe(true);

      expect((await store.pendingEvents(10)).map(({ event }) => event.id)).toEqual(['test:1']);
      expect(await store.retryDeadLetter('test:1', NOW)).toBe(false);
    });

    it('that are operations are sent when they are tried again, and what had to follow them too', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.commit([turn('test:1', { operations: [post('p'), edit('e', 'p')] })], NOW);
      await store.takeOutbox(NOW, 1, 'test');
      await store.refused('p', 'missing-permission', NOW);
      expect(await store.counts()).toMatchObject({ deadOutbox: 2 });

      await store.retryDeadLetter('p', NOW);

      const [again] = await store.takeOutbox(NOW, 1, 'test');
      expect(again).toMatchObject({ operation: { key: 'p' }, state: 'sending' });
      await store.delivered('p', { place: 'test:ann-dm', messageId: 'm' }, NOW);
      expect(await store.takeOutbox(NOW, 1, 'test')).toMatchObject([{ operation: { key: 'e' } }]);
    });

    it('whose text is erased stay where they are', async () => {
      const store = await open();
      await store.accept(message('1'));
      await store.deadLetterEvent('test:1', 'TypeError', NOW);
      await store.eraseExpired(NOW + RETENTION.messages + 1, RETENTION);

      expect(await store.deadLetters(10)).toMatchObject([{ id: 'test:1', canBeRetried: false }]);
      expect(await store.retryDeadLetter('test:1', NOW)).toBe(false);
    });
  });
}
