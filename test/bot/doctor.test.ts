import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, STATE_FILE } from '../../src/adapters/storage/index.ts';
import { type ConfigResult, readConfig } from '../../src/bot/config/index.ts';
import { examine } from '../../src/bot/doctor/index.ts';
import { LANGUAGES } from '../../src/core/index.ts';
import { message, NOW } from '../contract/store-builders.ts';
import { tempDir } from '../support/temp-dir.ts';

/** Settings for a package without sources, whose knowledge is built. */
function settings(env: Record<string, string> = {}): ConfigResult {
  const dir = tempDir();
  const knowledge = join(dir, 'knowledge.sqlite');
  writeFileSync(knowledge, '');
  return readConfig({ POSTILION_STATE_DIR: join(dir, 'state'), POSTILION_KNOWLEDGE: knowledge, ...env }, dir);
}

/** A platform that accepts the tokens `good` only, like Slack with 200 and like Discord with 401. */
async function platform(): Promise<string> {
  const server = createServer((request, response) => {
    const good = /^(Bearer xoxb-good|Bearer xapp-good|Bot good)$/.test(request.headers.authorization ?? '');
    const slack = request.url?.startsWith('/v10/') === false;
    response.writeHead(good || slack ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(slack ? { ok: good } : {}));
  });
  await listening(server);
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
}

describe('the doctor', () => {
  it('finds a fresh installation in order', async () => {
    const { lines, exitCode } = await examine(settings(), 'en');

    expect(exitCode).toBe(0);
    expect(lines.filter((line) => !line.startsWith('[OK]'))).toEqual([lines[0], lines.at(-1)]);
  });

  it.each(LANGUAGES)('names each wrong setting, in %s', async (language) => {
    const { lines, exitCode } = await examine(settings({ WEB_PORT: 'x', DESK: 'y' }), language);

    expect(exitCode).toBe(78);
    expect(lines.join('\n')).toMatch(/WEB_PORT: .*\n.*DESK: /);
    expect(lines.join('\n')).not.toMatch(/[{}]/);
  });

  it('tells good tokens from bad ones, at the configured address', async () => {
    const api = await platform();

    const { lines, exitCode } = await examine(
      settings({
        SLACK_BOT_TOKEN: 'xoxb-good',
        SLACK_APP_TOKEN: 'xapp-bad',
        SLACK_API_URL: `${api}/api/`,
        DISCORD_TOKEN: 'bad',
        DISCORD_API_URL: api,
      }),
      'en',
    );

    expect(exitCode).toBe(1);
    expect(lines).toContain('[OK] Slack accepts the token in SLACK_BOT_TOKEN.');
    expect(lines.filter((line) => line.startsWith('[PROBLEM]'))).toEqual([
      expect.stringContaining('SLACK_APP_TOKEN'),
      expect.stringContaining('DISCORD_TOKEN'),
    ]);
    expect(lines.join()).not.toMatch(/xoxb-|xapp-/);
  });

  it('says when a platform cannot be reached', async () => {
    const env = { DISCORD_TOKEN: 'good', DISCORD_API_URL: 'http://127.0.0.1:1/api' };

    const { lines } = await examine(settings(env), 'en');

    expect(lines.join('\n')).toContain('Discord cannot be reached at http://127.0.0.1:1');
  });

  it('counts what waits and what is dead', async () => {
    const stateDir = join(tempDir(), 'state');
    const store = await openStore({ stateDir });
    await store.accept(message('1'));
    await store.accept(message('2'));
    await store.deadLetterEvent('test:2', 'TypeError', NOW);

    const { lines, exitCode } = await examine(settings({ POSTILION_STATE_DIR: stateDir }), 'en');
    await store.close();

    expect(exitCode).toBe(0);
    expect(lines.join('\n')).toContain('Waiting: 1 messages');
    expect(lines.join('\n')).toContain('[NOTE] Not answered: 1 messages');
  });

  it.each([
    ['is damaged', (path: string) => writeFileSync(path, 'no database'.repeat(200)), 'is damaged'],
    ['is a folder', (path: string) => mkdirSync(path), 'cannot be opened'],
  ])('says that the state %s', async (_, spoil, words) => {
    const stateDir = tempDir();
    spoil(join(stateDir, STATE_FILE));

    const { lines, exitCode } = await examine(settings({ POSTILION_STATE_DIR: stateDir }), 'en');

    expect(exitCode).toBe(1);
    expect(lines.find((line) => line.startsWith('[PROBLEM]'))).toContain(words);
  });

  it('says that knowledge is missing', async () => {
    const { lines } = await examine(settings({ POSTILION_KNOWLEDGE: '/nowhere/knowledge.sqlite' }), 'en');

    expect(lines.join('\n')).toContain('[NOTE] There is no knowledge file yet.');
  });

  it('says that a file with authorities is missing', async () => {
    const { lines } = await examine(settings({ CHECK_CA_FILE: '/nowhere/ca.pem' }), 'en');

    expect(lines.join('\n')).toContain('[PROBLEM] The file in CHECK_CA_FILE cannot be read: /nowhere/ca.pem');
  });
});
