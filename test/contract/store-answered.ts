import { describe, expect, it } from 'vitest';
import type { DeletedEvent, EditedEvent, Event } from '../../src/core/index.ts';
import { edit, message, NOW, post, turn } from './store-builders.ts';
import type { OpenStore } from './store.ts';

type Edited = Event & EditedEvent;
type Deleted = Event & DeletedEvent;

function changed(type: 'edited' | 'deleted', messageId: string, over: Partial<Edited> = {}): Edited | Deleted {
  const { files: _, addressed: _addressed, ...base } = message(`${messageId}-${type}`);
  return { ...base, ...over, type, messageId };
}

/** What an edited or deleted question needs to know. */
export function describeAnswered(open: OpenStore): void {
  describe('a question that is edited or deleted', () => {
    async function asked() {
      const store = await open();
      const question = message('1', { messageId: 'm1' });
      await store.accept(question);
      await store.accept(message('2', { messageId: 'm2' }));
      const posts = [post('a', { answers: question.id }), post('b', { answers: question.id }), post('aside')];
      await store.commit([turn(question, { operations: posts })], NOW);
      return store;
    }

    it.each(['edited', 'deleted'] as const)('knows its answers, in order, and nobody else’s (%s)', async (type) => {
      const store = await asked();

      const { answered } = await store.situation(changed(type, 'm1'));

      expect(answered).toEqual({ id: 'test:1', text: 'text of 1', posts: ['a', 'b'] });
    });

    it('knows none that was taken back, also after edits', async () => {
      const store = await asked();
      await store.accept(message('3'));
      const operations = [edit('c', 'a'), { kind: 'delete' as const, key: 'd', of: 'b' }];
      await store.commit([turn('test:3', { operations })], NOW);

      const { answered } = await store.situation(changed('edited', 'm1'));

      expect(answered?.posts).toEqual(['a']);
    });

    it.each([
      ['another person', { author: { id: 'test:ben', name: 'Ben', bot: false } }],
      ['another conversation', { conversation: 'test:ann-dm/ben' }],
    ] as const)('is nothing to %s', async (_, over) => {
      const store = await asked();

      expect(await store.situation(changed('edited', 'm1', over))).not.toHaveProperty('answered');
    });

    it.each<[string, Edited | Deleted, boolean | undefined]>([
      ['a later change', changed('edited', 'm1', { at: NOW + 2 }), true],
      ['an earlier change', changed('edited', 'm1', { at: NOW - 2 }), undefined],
      ['a deletion', changed('deleted', 'm1', { at: NOW - 2 }), true],
      ['a later change of another message', changed('edited', 'm2', { at: NOW + 2 }), undefined],
    ])('tells whether the change counts no more, after %s', async (_, known, expected) => {
      const store = await asked();
      await store.accept(known);

      const { superseded } = await store.situation(changed('edited', 'm1', { id: 'test:change', at: NOW }));

      expect(superseded).toBe(expected);
    });

    it('was not answered while its turn has not ended, or when it was passed on', async () => {
      const store = await asked();
      await store.accept(message('4', { messageId: 'm4' }));
      await store.commit([turn('test:4', { outcome: { kind: 'relayed' } })], NOW);

      expect(await store.situation(changed('edited', 'm2'))).not.toHaveProperty('answered');
      expect(await store.situation(changed('edited', 'm4'))).not.toHaveProperty('answered');
    });
  });
}
