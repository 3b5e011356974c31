import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterBusinessTime, isOpen, nextOpen } from '../../../src/core/desk/schedule.ts';
import type { Schedule } from '../../../src/core/index.ts';

/** Two days with a lunch break, in hours. */
const DAYS: Schedule = {
  from: 0,
  until: 48,
  open: [
    [9, 12],
    [13, 18],
    [33, 36],
    [37, 42],
  ],
};

describe('business time', () => {
  it.each([
    [10, 1, 11],
    [10, 2, 12],
    [10, 3, 14],
    [12.5, 1, 14],
    [17, 2, 34],
    [20, 8, 42],
    [0, 0, 9],
    // What is not known of the future counts in full.
    [41, 3, 50],
  ])('at %d, %d later it is %d', (at, time, then) => {
    expect(afterBusinessTime(DAYS, at, time)).toBe(then);
  });

  it('is all time where there is no schedule', () => {
    expect([afterBusinessTime(undefined, 5, 3), isOpen(undefined, 5), nextOpen(undefined, 5)]).toEqual([8, true, 5]);
  });

  it.each([
    [8, false, 9],
    [9, true, 9],
    [12, false, 13],
    [17.9, true, 17.9],
    [18, false, 33],
    [42, false, undefined],
  ])('at %d is open: %s, next: %s', (at, open, next) => {
    expect([isOpen(DAYS, at), nextOpen(DAYS, at)]).toEqual([open, next]);
  });

  it('never goes backwards, and more time is later', () => {
    const hour = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(hour, hour, hour, (at, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];

        expect(afterBusinessTime(DAYS, at, less)).toBeGreaterThanOrEqual(at);
        expect(afterBusinessTime(DAYS, at, more)).toBeGreaterThanOrEqual(afterBusinessTime(DAYS, at, less));
      }),
    );
  });
});
