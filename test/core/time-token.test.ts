import { expect, it } from 'vitest';
import { timeToken } from '../../src/core/time-token.ts';

it('a moment is said in UTC for those whose platform knows no zones', () => {
  expect(timeToken(Date.UTC(2026, 10, 25, 18, 5))).toBe('[2026-11-25 18:05 UTC](time:1795629900000)');
});
