import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { claimStateDir } from '../../src/adapters/storage/index.ts';
import { tempDir } from '../support/temp-dir.ts';

const MAIN = fileURLToPath(new URL('../../src/bot/main.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/** Runs the program in an empty folder; resolves with its exit code and what it wrote to standard error. */
async function run(env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, ['--import', TSX, MAIN], {
    cwd: tempDir(),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

describe('the program', () => {
  it('does not start with wrong settings: one line for each, and 78', async () => {
    const { code, stderr } = await run({ WEB_PORT: 'hunter2', LOG_LEVEL: 'loud', SLACK_BOT_TOKEN: 'hunter2' });

    expect(code).toBe(78);
    const [headline, ...faults] = stderr.trimEnd().split('\n');
    expect(headline).toContain('cannot start');
    expect(faults.map((line) => line.trim().split(':')[0])).toEqual(['LOG_LEVEL', 'WEB_PORT', 'SLACK_BOT_TOKEN']);
    expect(stderr).not.toContain('hunter2');
  });

  it('does not start beside another one with the same state', async () => {
    const stateDir = join(tempDir(), 'state');
    const claim = claimStateDir(stateDir);

    const { code, stderr } = await run({ POSTILION_STATE_DIR: stateDir, DEFAULT_LOCALE: 'zh-Hans' });
    claim?.release();

    expect(code).toBe(69);
    expect(stderr).toContain('另一个 Postilion');
    expect(stderr).not.toContain('    at ');
  });
});
