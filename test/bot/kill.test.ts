import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/index.ts';
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

function messagesOf(name: string): MessageEvent[] {
  return Array.from({ length: MESSAGES }, (_, index) =>
    saysAs(name, `message ${index}`, { id: `test:${name}-${index}` }),
  );
}

/** Resolves with the exit code, or the signal that ended it. */
function run(dir: string, step: number, ms: number): Promise<string | number | null> {
  const bot = fileURLToPath(new URL('killed-bot.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', bot, dir, String(step), String(ms)], { stdio: 'inherit' });
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
