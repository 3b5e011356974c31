import { describe, expect, it } from 'vitest';
import { evidenceIn, halfThatWorks, withoutWorkingHalf } from '../../../src/core/nlu/evidence.ts';

describe('what a person has found out already', () => {
  it.each([
    'webmail still works',
    'thunderbird says authentication failed but webmail is fine',
    'the website works fine, only outlook refuses',
    'i can log in on the web page without problems',
    'it only works in the browser',
    'works in chrome but not in thunderbird',
    'on the web i can read everything',
    '网页版能登，foxmail 不行',
    '浏览器里登录正常',
    '用网页可以收发',
    'im browser geht es, nur outlook nicht',
    'im browser gehts ja!',
  ])('is that webmail works: %s', (text) => {
    expect(evidenceIn(text).webmail).toBe('works');
  });

  it.each([
    "can't log in on the website either",
    'webmail does not let me in',
    'the web page says wrong password too',
    '网页也登不上',
    '网页版也进不去',
    '浏览器里也登录不了',
    '网页登录提示密码错误',
  ])('is that webmail fails: %s', (text) => {
    expect(evidenceIn(text).webmail).toBe('fails');
  });

  it.each([
    "i can't log in",
    'what is webmail',
    'gmail imap settings',
    '登录不了，一直提示密码错误',
    'how do i open webmail',
    'does it work in the browser?',
    '网页上能登吗',
  ])('is nothing of webmail: %s', (text) => {
    expect(evidenceIn(text).webmail).toBeUndefined();
  });

  it.each([
    'on my phone it works',
    'my iphone is fine',
    '手机上正常',
    '另一台电脑可以登',
    'works on my other computer',
  ])('is that another device works: %s', (text) => {
    expect(evidenceIn(text).elsewhere).toBe(true);
  });

  it.each([
    'my phone does not work',
    "can't send from my iphone",
    '手机上不能收',
    '手机登不上',
    'set up my phone',
    '手机上能弄吗',
    'does it work on my phone?',
  ])('is no such thing: %s', (text) => {
    expect(evidenceIn(text).elsewhere).toBe(false);
  });

  it.each([
    'it worked fine until yesterday',
    'suddenly stopped',
    'since the update',
    '昨天还好好的',
    '之前一直能用',
    '突然登不上了',
  ])('is that it worked before: %s', (text) => {
    expect(evidenceIn(text).before).toBe(true);
  });

  it.each(['new account, never worked', '第一次设置', 'what is imap', '怎么设置'])('is no such time: %s', (text) => {
    expect(evidenceIn(text).before).toBe(false);
  });
});

describe('the half that works', () => {
  it.each([
    ['i can still receive', 'receiving'],
    ['sending is fine', 'sending'],
    ['recevoir oui sans souci', 'receiving'],
    ['empfangen geht', 'receiving'],
    ['puedo recibir', 'receiving'],
    ['能收', 'receiving'],
    ['i cannot receive', undefined],
  ])('of "%s" is %s', (text, half) => {
    expect(halfThatWorks(text)).toBe(half);
  });

  it.each([
    ['i can receive but nothing goes out', 'nothing goes out', 'receiving'],
    ['能收不能发', '不能发', undefined],
    ['nothing works', 'nothing works', undefined],
  ])('is taken out of "%s"', (text, left, works) => {
    const found = withoutWorkingHalf(text);

    expect(found.rest).toContain(left);
    expect(found.works).toBe(works);
  });
});
