import { expect, it } from 'vitest';
import type { ConversationState, Looking } from '../../../src/core/model.ts';
import { asksAfterLook, callsUs, isBareQuestion } from '../../../src/core/nlu/nudge.ts';

const LOOKING: Looking = { kind: 'check-server', name: 'imap.qq.com', since: 0 };

function talk(looking: Looking | undefined, last = ''): ConversationState {
  const transcript = [{ from: 'assistant' as const, at: 0, text: last }];
  const here = { id: 'test:me', place: 'test:me' } as const;
  const state = { ...here, version: 1, private: true, slots: {}, slotsAt: 0, stillNot: 0, transcript };
  return { ...state, ...(looking && { looking }) };
}

it.each([
  'and?',
  'hello?',
  '?',
  'did you find out',
  'any news?',
  'and? result?',
  '查好了吗',
  '查到未',
  '然后呢',
  '结果呢',
])('“%s” asks after a check that runs', (text) => {
  expect(asksAfterLook(text, talk(LOOKING))).toBe(true);
  expect(asksAfterLook(text, talk(undefined))).toBe(false);
});

it.each(['and smtp?', 'hello', 'so what is the port?', 'then i changed it', '然后要填什么'])(
  '“%s” asks for something else',
  (text) => {
    expect(asksAfterLook(text, talk(LOOKING))).toBe(false);
  },
);

it('after other answers only so many words ask after what was found', () => {
  const done = { ...LOOKING, found: 'It is encrypted.' };

  expect(asksAfterLook('and?', talk(done, 'It is encrypted.'))).toBe(true);
  expect(asksAfterLook('and?', talk(done, 'Use port 993.'))).toBe(false);
  expect(asksAfterLook('what did you find?', talk(done, 'Use port 993.'))).toBe(true);
});

it('tells a call from a bare question mark', () => {
  expect(callsUs('hello? anyone there')).toBe(true);
  expect(callsUs('在吗')).toBe(true);
  expect(callsUs('hello, my mail fails')).toBe(false);
  expect(isBareQuestion('??')).toBe(true);
  expect(isBareQuestion('and?')).toBe(false);
});
