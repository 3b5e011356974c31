import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../src/core/desk/split.ts';

describe('a text that is too long for one message', () => {
  it('loses nothing, and no piece is longer than any platform takes', () => {
    const words = fc.array(fc.constantFrom('word', '设置', '\n', '\n\n', '😀', '. ', 'x'.repeat(500)), {
      maxLength: 800,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const pieces = splitText(text);

        expect(pieces.join('')).toBe(text);
        expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(1800);
        expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
      }),
    );
  });

  it('is cut between paragraphs where it can be', () => {
    const [first, second] = ['a'.repeat(1500), 'b'.repeat(1500)];

    expect(splitText(`${first}\n\n${second}`)).toEqual([`${first}\n\n`, second]);
  });
});
