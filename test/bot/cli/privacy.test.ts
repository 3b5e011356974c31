import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/adapters/storage/index.ts';
import { runPrivacy } from '../../../src/bot/cli/privacy.ts';
import { message } from '../../contract/store-builders.ts';
import { tempDir } from '../../support/temp-dir.ts';

let said: string[];

beforeEach(async () => {
  said = [];
  const stateDir = tempDir();
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  vi.stubEnv('POSTILION_STATE_DIR', stateDir);
  vi.stubEnv('DEFAULT_LOCALE', 'en');
  const store = await openStore({ stateDir });
  await store.accept(message('1'));
  await store.deadLetterEvent('test:1', 'TypeError', Date.now());
  await store.close();
});

describe('postilion privacy', () => {
  it('shows and erases what is kept about a person', async () => {
    expect(await runPrivacy(['export', 'test:ann'])).toBe(0);
    expect(said.join()).toContain('text of 1');
    said.length = 0;

    expect(await runPrivacy(['erase', 'test:ann'])).toBe(0);
    expect(said.join()).toContain('What was kept about test:ann is erased.');

    expect(await runPrivacy(['export', 'test:ann'])).toBe(69);
  });

  it.each(['export', 'erase'])('does not let a mistyped name look as if all was well (%s)', async (act) => {
    expect(await runPrivacy([act, 'slack:U404'])).toBe(69);

    expect(said.join()).toContain('Nothing is kept about slack:U404. People are named as in slack:T');
  });

  it('says how it is used', async () => {
    expect(await runPrivacy(['erase'])).toBe(64);
    expect(await runPrivacy(['erase', 'ann'])).toBe(64);
  });
});
