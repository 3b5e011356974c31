import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/core/model.ts';
import { isUnverified, oldestYear } from '../../../src/core/providers/index.ts';

const NOW = Date.UTC(2026, 10, 22);

function source(seen: string, kind: Source['kind'] = 'import'): Source {
  return { id: 'x', kind, label: 'X', seen };
}

describe('oldestYear', () => {
  it.each([
    ['2024-11-01', undefined],
    ['2024-10-31', 2024],
    ['2015-07-29', 2015],
    ['2026', undefined],
    ['2023', 2023],
  ])('of a fact last seen %s is %s', (seen, year) => {
    expect(oldestYear([{ sources: [source(seen)] }], NOW)).toBe(year);
  });

  it('goes by the newest source', () => {
    expect(oldestYear([{ sources: [source('2015'), source('2026-03')] }], NOW)).toBeUndefined();
  });

  it('takes no comfort from an unverified source', () => {
    expect(oldestYear([{ sources: [source('2015'), source('2026-11-22', 'unverified')] }], NOW)).toBe(2015);
  });
});

it('of facts shown together is the oldest one’s year', () => {
  const facts = ['2019-05', '2016-02', '2026-10'].map((seen) => ({ sources: [source(seen)] }));

  expect(oldestYear(facts, NOW)).toBe(2016);
});

describe('isUnverified', () => {
  it('is true only where nothing else stands behind a fact', () => {
    expect(isUnverified({ sources: [source('2026', 'unverified')] })).toBe(true);
    expect(isUnverified({ sources: [source('2026', 'unverified'), source('2015')] })).toBe(false);
  });
});
