import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/adapters/storage/index.ts';
import { runReport } from '../../../src/bot/cli/report.ts';
import { message, NOW, post, turn } from '../../contract/store-builders.ts';
import { tempDir } from '../../support/temp-dir.ts';

let said: string[];
let stateDir: string;

beforeEach(() => {
  said = [];
  stateDir = tempDir();
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  vi.stubEnv('POSTILION_STATE_DIR', stateDir);
  vi.stubEnv('DEFAULT_LOCALE', 'en');
});

/** Two answers that nobody took, and a question that broke the program. */
async function failThrice(): Promise<void> {
  const store = await openStore({ stateDir });
  for (const id of ['1', '2', '3']) await store.accept(message(id));
  await store.commit(
    ['1', '2'].map((id) => turn(`test:${id}`, { operations: [post(`p${id}`, { to: { direct: 'test:ann' } })] })),
    NOW,
  );
  for (const id of ['1', '2']) await store.refused(`p${id}`, 'direct-closed', NOW);
  await store.deadLetterEvent('test:3', 'TypeError', NOW + 86_400_000);
  await store.close();
}

describe('postilion report dead-letters', () => {
  it('counts by platform and reason, in plain words, without anybody’s', async () => {
    await failThrice();

    expect(await runReport(['dead-letters'])).toBe(0);

    expect(said).toEqual([
      'Not answered: 1 messages. Not delivered: 2 answers. The newest are from 2030-03-18.',
      '2 × test, post: the person takes no direct messages from us (last 2030-03-17)',
      '1 × test, message: could not be answered because of a mistake in the program (TypeError); please report it (last 2030-03-18)',
      '“postilion dead-letters” lists them one by one, and tries them again.',
    ]);
  });

  it('says so in the operator’s language', async () => {
    await failThrice();
    vi.stubEnv('DEFAULT_LOCALE', 'zh-Hant');

    await runReport(['dead-letters']);

    expect(said.join('\n')).toContain('對方不接收我們的私訊');
  });

  it('does not say that all is well in a folder without a state, and makes none', async () => {
    expect(await runReport(['dead-letters'])).toBe(69);

    expect(said.join()).toContain('There is no state in');
    expect(readdirSync(stateDir)).toEqual([]);
  });

  it('says when all is well, and how it is used', async () => {
    await openStore({ stateDir }).then((store) => store.close());

    expect(await runReport(['dead-letters'])).toBe(0);
    expect(said).toEqual(['Everything was answered and delivered.']);

    expect(await runReport(['dead-letters', 'all'])).toBe(64);
  });
});
