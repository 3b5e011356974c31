import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/index.ts';
import { missingPostgres, sharedPostgres } from '../support/postgres.ts';
import { tempDir } from '../support/temp-dir.ts';
import { saysAs } from './engine-bench.ts';

const PEOPLE = 10;
const MESSAGES = 12;
/** Steps after which a run dies; with a time (ms) it dies anywhere, also inside a commit. */
const DEATHS = [
  { step: 7, ms: 0 },
  { step: 61, ms: 0 },
  { step: 0, ms: 15 },
  { step: 128, ms: 0 },
  { step: 0, ms: 40 },
];

describe('a bot that is killed again and again', () => {
  it('loses nothing, repeats nothing and keeps the order', async () => {
    const dir = tempDir();
    const people = Array.from({ length: PEOPLE }, (_, index) => messagesOf(`person-${index}`));
    writeFileSync(join(dir, 'people.json'), JSON.stringify(people));

    const ends: (string | number | null)[] = [];
    for (const { step, ms } of DEATHS) ends.push(await run(dir, step, ms));
    ends.push(await run(dir, 0, 0));

    expect(ends.at(-1)).toBe(0);
    expect(ends.filter((end) => end === 'SIGKILL').length).toBeGreaterThanOrEqual(3);
    const seen = seenBy(dir);
    for (const [index, messages] of people.entries()) {
      const expected = messages.map((message, position) => `${message.text} #${position + 1}`);
      expect(seen.get(`test:person-${index}`)).toEqual(expected);
    }
  }, 60_000);
});

describe.skipIf(missingPostgres() !== undefined)('bots that share a database and are killed again and again', () => {
  const postgres = sharedPostgres();

  it('lose nothing, repeat nothing and keep the order', async () => {
    const database = await postgres().database();
    const platform = tempDir();
    const all = Array.from({ length: 2 * PEOPLE }, (_, index) => messagesOf(`person-${index}`));
    const bots = [all.slice(0, PEOPLE), all.slice(PEOPLE)].map((people, index) => {
      const dir = join(platform, `bot-${index}`);
      mkdirSync(dir);
      writeFileSync(join(dir, 'people.json'), JSON.stringify(people));
      return (step: number, ms: number) => run(dir, step, ms, { DATABASE_URL: database, SEEN: join(platform, 'seen') });
    });

    const ends = await Promise.all(
      bots.map(async (bot, index) => {
        const ended: (string | number | null)[] = [];
        for (const { step, ms } of index === 0 ? DEATHS : DEATHS.toReversed()) ended.push(await bot(step, ms));
        return ended;
      }),
    );
    const last = [await bots[0]?.(0, 0), await bots[1]?.(0, 0)];

    expect(last).toEqual([0, 0]);
    expect(ends.flat().filter((end) => end === 'SIGKILL').length).toBeGreaterThanOrEqual(5);
    const seen = seenBy(platform);
    for (const [index, messages] of all.entries()) {
      const expected = messages.map((message, position) => `${message.text} #${position + 1}`);
      expect(seen.get(`test:person-${index}`)).toEqual(expected);
    }
  }, 120_000);
});

function messagesOf(name: string): MessageEvent[] {
  return Array.from({ length: MESSAGES }, (_, index) =>
    saysAs(name, `message ${index}`, { id: `test:${name}-${index}` }),
  );
}

/** Resolves with the exit code, or the signal that ended it. */
function run(dir: string, step: number, ms: number, env: Record<string, string> = {}): Promise<string | number | null> {
  const bot = fileURLToPath(new URL('killed-bot.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', bot, dir, String(step), String(ms)], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ?? code));
  });
}

/** What each place shows, in order. */
function seenBy(dir: string): Map<string, string[]> {
  const seen = new Map<string, string[]>();
  for (const line of readFileSync(join(dir, 'seen'), 'utf8').split('\n').slice(0, -1)) {
    const [, place = '', operation = ''] = line.split('\t');
    const { reply } = JSON.parse(operation) as { reply: { blocks: { text: string }[] } };
    seen.set(place, [...(seen.get(place) ?? []), reply.blocks[0]?.text ?? '']);
  }
  return seen;
}
