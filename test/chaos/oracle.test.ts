import { describe, expect, it } from 'vitest';
import { compare, isClean, type Message, type Tally } from './oracle.ts';

const CLEAN: Tally = { sent: 3, lost: 0, repeated: 0, misplaced: 0, outdated: 0, leaked: 0, dead: 0, again: 0 };
const WRITTEN: Message[] = [{ mark: 'a' }, { mark: 'b', form: 'new' }, { mark: 'c' }];

describe('the oracle of the chaos loop', () => {
  it.each<[string, string[], Partial<Tally>]>([
    ['all in order', ['a', 'b new', 'c'], {}],
    ['one lost', ['a', 'c'], { lost: 1 }],
    ['one repeated', ['a', 'b new', 'b new', 'c'], { repeated: 1 }],
    ['one repeated later', ['a', 'b new', 'c', 'a'], { repeated: 1 }],
    ['two changed places', ['b new', 'a', 'c'], { misplaced: 1 }],
    ['what nobody sent', ['a', 'x', 'b new', 'c'], {}],
    ['a mark inside of another word', ['ab', 'a', 'b new', 'c'], {}],
    ['one as it was before', ['a', 'b old', 'c'], { outdated: 1 }],
  ])('sees %s', (_, seen, expected) => {
    const tally = compare(WRITTEN, seen);

    expect(tally).toEqual({ ...CLEAN, ...expected });
    expect(isClean(tally)).toBe(Object.keys(expected).length === 0);
  });

  it.each<[string, Message, string[], Partial<Tally>]>([
    ['a note that stayed inside', { mark: 'd', inside: true }, [], {}],
    ['a note that left', { mark: 'd', inside: true }, ['d'], { leaked: 1 }],
    ['one that was taken back', { mark: 'd', erased: true }, [], {}],
    ['one that was taken back and is still there', { mark: 'd', erased: true }, ['d'], { outdated: 1 }],
    ['one that the platform may not have told of', { mark: 'd', told: () => false }, [], { sent: 4 }],
    ['one of which two were made all the same', { mark: 'd', told: () => false }, ['d', 'd'], { sent: 4, repeated: 1 }],
    ['a file beside the words', { mark: 'd', unordered: true }, ['d'], { sent: 4 }],
  ])('sees %s', (_, message, seen, expected) => {
    const tally = compare([message, ...WRITTEN], [...seen, 'a', 'b new', 'c']);

    expect(tally).toEqual({ ...CLEAN, ...expected });
  });

  it('counts who had to write again, and loses nothing by it', () => {
    const tally = compare([{ mark: 'd', again: 2 }, ...WRITTEN], ['d', 'a', 'b new', 'c']);

    expect(tally).toEqual({ ...CLEAN, sent: 4, again: 2 });
    expect(isClean(tally)).toBe(true);
    expect(compare([{ mark: 'd', again: 2 }], [])).toMatchObject({ lost: 1 });
  });

  it('tells what is lost from what was put aside for people to see', () => {
    const tally = compare(WRITTEN, ['c'], ['{"text":"a"}']);

    expect(tally).toEqual({ ...CLEAN, lost: 1, dead: 1 });
  });
});
