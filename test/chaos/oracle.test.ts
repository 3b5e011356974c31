import { describe, expect, it } from 'vitest';
import { compare, isClean } from './oracle.ts';

describe('the oracle of the chaos loop', () => {
  it.each([
    ['all in order', ['a', 'b', 'c'], { lost: 0, repeated: 0, misplaced: 0 }],
    ['one lost', ['a', 'c'], { lost: 1, repeated: 0, misplaced: 0 }],
    ['one repeated', ['a', 'b', 'b', 'c'], { lost: 0, repeated: 1, misplaced: 0 }],
    ['one repeated later', ['a', 'b', 'c', 'a'], { lost: 0, repeated: 1, misplaced: 0 }],
    ['two changed places', ['b', 'a', 'c'], { lost: 0, repeated: 0, misplaced: 1 }],
    ['what nobody sent', ['a', 'x', 'b', 'c'], { lost: 0, repeated: 0, misplaced: 0 }],
  ])('sees %s', (_, seen, expected) => {
    const tally = compare(['a', 'b', 'c'], seen);

    expect(tally).toEqual({ sent: 3, ...expected });
    expect(isClean(tally)).toBe(expected.lost + expected.repeated + expected.misplaced === 0);
  });
});
