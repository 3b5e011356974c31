import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CrashPoint } from './crash.ts';
import { enumerate, from, type Outcome } from './enumeration.ts';

/** A bot whose talk has so many commits, some of which may not come this time. */
function talkOf(commits: number, missing: readonly number[] = []) {
  return async (point: CrashPoint): Promise<Outcome> => {
    await wait(0);
    const came = point.commit <= commits && !missing.includes(point.commit);
    return { ...point, end: came ? 'died' : 'never came' };
  };
}

function pointsAt(outcomes: readonly Outcome[], end: Outcome['end']): string[] {
  return outcomes.filter((one) => one.end === end).map(({ moment, commit }) => `${moment} ${commit}`);
}

describe('the enumeration of commits', () => {
  it.each([1, 4])(
    'comes to both moments of each to the last one, and says which never came, %i at a time',
    async (atOnce) => {
      const outcomes = await enumerate(from(1), talkOf(3), atOnce);

      expect(pointsAt(outcomes, 'died').sort()).toEqual(
        [1, 2, 3].flatMap((commit) => [`after ${commit}`, `before ${commit}`]).sort(),
      );
      expect(pointsAt(outcomes, 'never came')).toContain('before 4');
      expect(outcomes.length).toBeLessThan(6 + 6 + atOnce);
    },
  );

  it('goes on behind commits that one talk does not have', async () => {
    const outcomes = await enumerate(from(1), talkOf(8, [5, 6]));

    expect(pointsAt(outcomes, 'died')).toContain('after 8');
    expect(pointsAt(outcomes, 'never came')).toContain('after 6');
  });

  it('goes on behind a talk that failed', async () => {
    const fails = async (point: CrashPoint): Promise<Outcome> =>
      point.commit === 4 ? { ...point, end: 'failed' } : talkOf(6)(point);

    const outcomes = await enumerate(from(1), fails);

    expect(pointsAt(outcomes, 'failed')).toEqual(['before 4', 'after 4']);
    expect(pointsAt(outcomes, 'died')).toContain('after 6');
  });

  it('is over when no commit is left to be looked at', async () => {
    const outcomes = await enumerate(from(2, 3), talkOf(9), 3);

    expect(outcomes).toHaveLength(4);
  });
});
