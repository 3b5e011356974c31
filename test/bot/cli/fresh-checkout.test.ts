import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempDir } from '../../support/temp-dir.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Building all knowledge takes some seconds of one core, which others may want too. */
const BUSY_MACHINE = 120_000;

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function postilion(knowledge: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, POSTILION_KNOWLEDGE: knowledge };
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src/bot/cli/index.ts'), ...args], {
    env,
    cwd: ROOT,
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

it(
  'a command that needs the knowledge builds it first, and says so beside the answer',
  async () => {
    const knowledge = join(tempDir(), 'not', 'there', 'yet.sqlite');

    const first = await postilion(knowledge, 'ask', 'imap of qq mail');
    const second = await postilion(knowledge, 'lookup', 'foxmail.com', '--json');

    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('imap.qq.com') as string });
    expect(first.err).toContain('Building the knowledge file');
    expect(existsSync(knowledge)).toBe(true);
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(second.out)).toMatchObject({ kind: 'found', provider: 'qq' });
  },
  BUSY_MACHINE,
);

it('says in plain words that it cannot be built', async () => {
  const inTheWay = join(tempDir(), 'a file');
  writeFileSync(inTheWay, '');

  const { code, err } = await postilion(join(inTheWay, 'knowledge.sqlite'), 'ask', 'imap of qq mail');

  expect(code).toBe(70);
  expect(err).toContain('could not be built');
  expect(err).not.toMatch(/at .*\.ts:\d|ENOTDIR|EEXIST/);
});
