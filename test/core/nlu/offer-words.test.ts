import { expect, it } from 'vitest';
import { bareKeyOf, LAST, placeNamed, saysNone } from '../../../src/core/nlu/offer-words.ts';

it.each([
  ['2', 2],
  ['#2', 2],
  ['option 3', 3],
  ['the second one', 2],
  ['second', 2],
  ["i'd take the first", undefined],
  ['i mean the first', 1],
  ['the latter', LAST],
  ['the former', 1],
  ['第二个', 2],
  ['第1个吧', 1],
  ['我选第三个', 3],
  ['后者', LAST],
  ['前者', 1],
  ['最后一个', LAST],
  ['465', undefined],
  ['一个', undefined],
  ['the second server does not answer', undefined],
  ['第二步呢', undefined],
] as const)('“%s” names the place %s', (text, place) => {
  expect(placeNamed(text)).toBe(place);
});

it.each(['none of these', 'neither', 'no, something else', '都不是', '都不对', '其他'])(
  '“%s” is none of them',
  (text) => {
    expect(saysNone(text)).toBe(true);
  },
);

it.each(['none of my mail arrives', '都不是垃圾邮件', 'nothing works'])('“%s” says something', (text) => {
  expect(saysNone(text)).toBe(false);
});

it.each([
  ['i press "all settings"', 'allsettings'],
  ['the all settings button please', 'allsettings'],
  ['点 全部设置', '全部设置'],
  ['我选登录不上', '登录不上'],
])('“%s” names the label %s', (text, key) => {
  expect(bareKeyOf(text)).toBe(key);
});
