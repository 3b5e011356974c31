import { describe, expect, it } from 'vitest';
import { RETENTION, type Intent } from '../../src/core/index.ts';
import { message, NOW } from './store-builders.ts';
import type { OpenStore } from './store.ts';

const LONG = RETENTION.conversations;
const INTENT: Intent = { name: 'send-text', ticket: 't1', text: '请把端口改成 465。' };

/** What adapters keep of their own beside small texts. */
export function describeButtons(open: OpenStore): void {
  describe('what a button does', () => {
    it('is known after a crash, and to every process', async () => {
      const store = await open();
      await store.keepButtons([{ key: 'k', intent: INTENT }], NOW);

      const next = await open.afterCrash(store);

      expect([await next.keptButton('k'), await next.keptButton('other')]).toEqual([INTENT, undefined]);
    });

    it('is kept as long as conversations are, since it was last drawn', async () => {
      const store = await open();
      const both = ['old', 'drawn again'].map((key) => ({ key, intent: INTENT }));
      await store.keepButtons(both, NOW);
      await store.keepButtons(both.slice(1), NOW + LONG);

      await store.eraseExpired(NOW + LONG + 1, RETENTION);

      expect([await store.keptButton('old'), await store.keptButton('drawn again')]).toEqual([undefined, INTENT]);
    });
  });

  describe('who said a message', () => {
    it('is known as long as the message is kept', async () => {
      const store = await open();
      const said = message('1');
      await store.accept(said);
      await store.acceptIdOnly('test:2', NOW);

      const { author, conversation, place, private: alone } = said;
      expect(await store.messageSaid('test:1')).toEqual({ author, conversation, place, private: alone });
      expect([await store.messageSaid('test:2'), await store.messageSaid('test:3')]).toEqual([undefined, undefined]);
    });
  });
}
