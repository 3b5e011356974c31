import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { USAGE } from '../../../src/bot/cli/usage.ts';
import { EXIT_USAGE } from '../../../src/bot/exit-codes.ts';

function postilion(...args: string[]) {
  const cli = join(import.meta.dirname, '../../../src/bot/cli/index.ts');
  const env = { ...process.env, POSTILION_LOCALE: 'en' };
  return spawnSync(process.execPath, ['--import', 'tsx', cli, ...args], { encoding: 'utf8', env });
}

it('says how a command is called when asked for help, and does nothing else', () => {
  const { status, stdout } = postilion('restore', '--help');

  expect(status).toBe(0);
  expect(stdout).toContain(USAGE.restore);
});

it('names an option that there is not, and says how the command is called', () => {
  const { status, stderr } = postilion('lookup', 'gmail', '--colour');

  expect(status).toBe(EXIT_USAGE);
  expect(stderr.split('\n')).toEqual(["postilion lookup: Unknown option '--colour'", USAGE.lookup, '']);
});
