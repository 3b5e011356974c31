import { describe, expect, it } from 'vitest';
import { countFeatures, weigh } from '../../../src/core/nlu/features.ts';

const BUCKETS = 1 << 16;
const total = (text: string) => countFeatures(text, BUCKETS).counts.reduce((sum, count) => sum + count, 0);

describe('the features of a text', () => {
  it('of nothing are its edges alone', () => {
    expect(total('')).toBe(1);
  });

  it('leave no trace in those of the next text', () => {
    const alone = countFeatures('密码 wrong password', BUCKETS);

    countFeatures('something else entirely', BUCKETS);

    expect(countFeatures('密码 wrong password', BUCKETS)).toEqual(alone);
  });

  it('count what stands twice twice', () => {
    const { counts } = countFeatures('mail and mail', BUCKETS);

    expect(Math.max(...counts)).toBe(2);
  });

  it.each([
    ['words and their pairs', 'my', 1 + 2],
    ['letters of longer words', 'mail', 1 + 2 + 9],
    ['runs of Han characters', '今后', 3 + 2],
    ['typed tokens as themselves and as their kind', '<host:imap>', 2 + 2 + 1],
    ['question marks', '?', 1 + 2],
  ])('are %s', (_, text, count) => {
    expect(total(text)).toBe(count);
  });

  it('have length 1 where any is known', () => {
    const { values } = weigh(countFeatures('imap server of gmail', BUCKETS), new Uint8Array(BUCKETS).fill(100));

    expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1);
  });

  it('are none where none is known', () => {
    expect(weigh(countFeatures('imap', BUCKETS), new Uint8Array(BUCKETS)).buckets).toHaveLength(0);
  });
});
