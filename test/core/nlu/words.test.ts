import { describe, expect, it } from 'vitest';
import { contentWords } from '../../../src/core/nlu/words.ts';

describe('how much a text says', () => {
  it.each([
    ['', 0],
    ['  ?! ', 0],
    ["what's the imap server", 4],
    ['smtp.qq.com:465', 1],
    ['邮箱', 1],
    ['qq邮箱', 2],
    ['邮箱qq', 1],
    ['𠮷野 mail', 2],
    ['почта не работает', 3],
    ['メール', 1],
    ['a😀b', 2],
  ])('%s: %d', (text, words) => {
    expect(contentWords(text)).toBe(words);
  });
});
