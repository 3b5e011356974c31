import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameFinder } from '../../../src/core/nlu/name-finder.ts';

describe('the names that begin at a place of a text', () => {
  const names = ['a', 'ab', 'abcd', 'qq邮箱', '邮', 'x y'];
  const finder = new NameFinder(names);
  const found = (text: string, start = 0, limit = text.length) =>
    Array.from({ length: finder.walk(text, start, limit) }, (_, i) => names[finder.numbers[i] ?? -1]);

  it.each([
    ['', []],
    ['b', []],
    ['a', ['a']],
    ['abcx', ['a', 'ab']],
    ['abcd', ['a', 'ab', 'abcd']],
    ['qq邮箱', ['qq邮箱']],
    ['x  y', []],
    ['x y', ['x y']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('neither begin before it nor end behind the limit', () => {
    expect(found('abcd', 1)).toEqual([]);
    expect(found('我的邮箱', 2)).toEqual(['邮']);
    expect(found('abcd', 0, 3)).toEqual(['a', 'ab']);
  });

  it('are none where there are no names', () => {
    expect(new NameFinder([]).walk('abc', 0, 3)).toBe(0);
  });

  it('are just those that a text goes on with', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '邮', ' '), minLength: 1, maxLength: 5 });

    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 30 }), letters, (words, text) => {
        const among = new NameFinder(words);
        const count = among.walk(text, 0, text.length);

        const expected = words.filter((word) => text.startsWith(word)).map((word) => word.length);
        expect(among.ends.slice(0, count)).toEqual(expected.sort((a, b) => a - b));
      }),
    );
  });
});
