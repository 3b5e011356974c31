import { expect, it } from 'vitest';
import { answerToOffer } from '../../../src/core/nlu/yes-no.ts';

it.each([
  'yes do that',
  'ok, yes please',
  'please do',
  'sure',
  'go ahead',
  '好的',
  '好的，麻烦了',
  '可以',
  '要',
  '行',
  'ja bitte',
])('“%s” takes an offer up', (text) => {
  expect(answerToOffer(text)).toBe('yes');
});

it.each(['no', 'no thanks', 'not yet', 'no, not yet', '不用了', '不要，谢谢', '算了'])('“%s” declines it', (text) => {
  expect(answerToOffer(text)).toBe('no');
});

it.each(['yes but it is the wrong server', 'ok and where is the button', '好的邮箱是哪家', '要授权码吗'])(
  '“%s” is about something else',
  (text) => {
    expect(answerToOffer(text)).toBeUndefined();
  },
);
