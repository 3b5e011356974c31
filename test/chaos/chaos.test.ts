import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { testKnowledgePath } from '../support/knowledge.ts';
import { commitPoints } from './commit-points.ts';
import { isClean } from './oracle.ts';
import { randomDeaths } from './random-deaths.ts';
import { SQLITE } from './stores.ts';

// A short one of what `npm run chaos` does at length.
const SUBJECT = {
  program: [fileURLToPath(new URL('../bot/end-to-end/bot-main.ts', import.meta.url))],
  variables: { POSTILION_KNOWLEDGE: testKnowledgePath() },
  store: SQLITE,
};
/** An accepted question, an answer on its way. */
const COMMITS = [8, 13];

describe('a bot that dies again and again', () => {
  it('loses, repeats and misplaces nothing, whatever goes wrong on both platforms', async () => {
    const faults: string[] = [];

    const report = await randomDeaths(SUBJECT, { seed: 20, kills: 4 }, { people: 2, askers: 1 }, (line) =>
      faults.push(line),
    );

    expect(faults).toEqual([]);
    expect(report.leftOver).toBe(0);
    for (const row of report.rows) expect(isClean(row)).toBe(true);
    expect(report.rows.map(({ what }) => what)).toContain('slack → discord: to the desk');
  }, 400_000);

  it.each(['slack', 'discord'] as const)(
    'just before or just after a commit loses nothing on %s',
    async (platform) => {
      const faults: string[] = [];

      const { rows, ends } = await commitPoints({
        subject: SUBJECT,
        platform,
        say: (fault) => faults.push(fault),
        commits: COMMITS,
        atOnce: 2,
      });

      expect(faults).toEqual([]);
      expect(rows.every((row) => isClean(row))).toBe(true);
      expect(ends.get('all SIGKILL')).toBe(COMMITS.length * 2);
    },
    400_000,
  );
});
