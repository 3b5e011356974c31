import { array, assert, constantFrom, nat, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignmentDistance, buildDeleteIndex, candidates } from '../../../src/core/providers/index.ts';

describe('alignmentDistance', () => {
  it.each([
    ['stmp', 'smtp', 1],
    ['smpt.gmail.com', 'smtp.gmail.com', 1],
    ['gmial.com', 'gmail.com', 1],
    ['gmail.con', 'gmail.com', 1],
    ['gmal.con', 'gmail.com', 2],
    ['', 'ab', 2],
    ['same', 'same', 0],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(alignmentDistance(a, b, 2)).toBe(distance);
  });

  it('gives up beyond the limit', () => {
    expect(alignmentDistance('gmail.com', 'hotmail.com', 2)).toBeUndefined();
    expect(alignmentDistance('ab', 'ba', 0)).toBeUndefined();
  });

  it('is the same in both directions', () => {
    const word = string({ unit: constantFrom('a', 'b', 'c', '.'), maxLength: 12 });

    assert(
      property(word, word, (a, b) => {
        return alignmentDistance(a, b, 3) === alignmentDistance(b, a, 3);
      }),
    );
  });
});

describe('the delete index', () => {
  const words = ['gmail.com', 'hotmail.com', 'imap.mail.yahoo.com', 'qq.com', 'outlook.office365.com'];
  const index = buildDeleteIndex(words.map((word) => ({ word, edits: 2 as const })));
  const found = (typed: string) => [...candidates(index, typed, 2)].map((number) => words[number]);

  it.each(['gmial.com', 'gmail.con', 'gmai.com', 'ggmail.com', 'gmaill.con'])('finds gmail.com for %s', (typed) => {
    expect(found(typed)).toContain('gmail.com');
  });

  it('finds every word within two edits', () => {
    const edit = record({
      at: nat(20),
      kind: constantFrom('delete', 'insert', 'swap', 'replace'),
      letter: constantFrom('a', 'x', '.', 'm'),
    });

    assert(
      property(constantFrom(...words), array(edit, { minLength: 1, maxLength: 2 }), (word, edits) => {
        const typed = edits.reduce(apply, word);

        return alignmentDistance(typed, word, 2) === undefined || found(typed).includes(word);
      }),
    );
  });

  it('holds no words when it was built from none', () => {
    expect(candidates(buildDeleteIndex([]), 'gmail.com', 2).size).toBe(0);
  });
});

interface Edit {
  at: number;
  kind: 'delete' | 'insert' | 'swap' | 'replace';
  letter: string;
}

function apply(word: string, { at, kind, letter }: Edit): string {
  const place = at % Math.max(1, word.length);
  const [before, here, after] = [word.slice(0, place), word[place] ?? '', word.slice(place + 1)];
  if (kind === 'delete') return before + after;
  if (kind === 'insert') return before + letter + here + after;
  if (kind === 'replace') return before + letter + after;
  return before + (after[0] ?? '') + here + after.slice(1);
}
