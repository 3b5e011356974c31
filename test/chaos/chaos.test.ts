import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { testKnowledgePath } from '../support/knowledge.ts';
import { isClean } from './oracle.ts';
import { enumeratedDeaths, randomDeaths, type Subject } from './runs.ts';
import { SQLITE } from './stores.ts';

// A short one of what `npm run chaos` does at length.
const SUBJECT: Subject = {
  program: [
    '--import',
    import.meta.resolve('tsx'),
    fileURLToPath(new URL('../bot/end-to-end/bot-main.ts', import.meta.url)),
  ],
  variables: { POSTILION_KNOWLEDGE: testKnowledgePath() },
  store: SQLITE,
};
/** A start, an accepted question, an answer on its way. */
const COMMITS = [3, 8, 13];

describe('a bot that dies again and again', () => {
  it('loses, repeats and misplaces nothing, whatever goes wrong on both platforms', async () => {
    const rows = await randomDeaths(SUBJECT, { seed: 20, kills: 3 }, 3);

    for (const row of rows) {
      expect(row).toMatchObject({ lost: 0, repeated: 0, misplaced: 0 });
      expect(row.sent).toBeGreaterThan(0);
    }
  }, 180_000);

  it.each(['slack', 'discord'] as const)(
    'just before or just after a commit loses nothing on %s',
    async (platform) => {
      const faults: string[] = [];

      const row = await enumeratedDeaths(SUBJECT, platform, (fault) => faults.push(fault), COMMITS);

      expect(faults).toEqual([]);
      expect(isClean(row)).toBe(true);
      expect(row.ends).toBe(COMMITS.length * 2);
    },
    180_000,
  );
});
