import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Config, readConfig } from '../../src/bot/config/index.ts';
import { type Running, start } from '../../src/bot/start.ts';
import { tempDir } from '../support/temp-dir.ts';
import { realKnowledge } from './real-knowledge.ts';

const knowledge = realKnowledge();

interface Session {
  running: Running;
  input: PassThrough;
  output: PassThrough;
  stateDir: string;
}

async function startWith(env: Record<string, string>): Promise<Session> {
  const stateDir = join(tempDir(), 'state');
  const config = configOf({ POSTILION_STATE_DIR: stateDir, POSTILION_KNOWLEDGE: knowledge, ...env });
  const [input, output] = [new PassThrough(), new PassThrough()];
  const running = await start(config, { input, output, onEnd: () => {} });
  return { running, input, output, stateDir };
}

function configOf(env: Record<string, string>): Config {
  const result = readConfig(env, '/a/package/without/sources');
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.config;
}

async function until(output: PassThrough, words: RegExp): Promise<string> {
  let text = '';
  while (!words.test(text)) {
    if (output.readableLength === 0) await once(output, 'readable');
    text += String(output.read() ?? '');
  }
  return text;
}

describe('the start', () => {
  it('says in one line each what is on, what is off, and how to switch it on', async () => {
    const { running, output } = await startWith({ WEB_PORT: '0', LOG_LEVEL: 'silent' });

    const lines = String(output.read()).trimEnd().split('\n');
    await running.stop();

    expect(lines).toEqual([
      expect.stringMatching(/^Web page: on\. Open http:\/\/localhost:\d+$/),
      expect.stringMatching(/^Slack: off\. .*SLACK_BOT_TOKEN/),
      expect.stringMatching(/^Discord: off\. .*DISCORD_TOKEN/),
      expect.stringMatching(/^Terminal chat: off\. .*TERMINAL=on/),
      expect.stringMatching(/^Human help: off\. .*WEB_DESK_TOKEN/),
    ]);
  });

  it('answers in the terminal, and keeps a pasted password out of all that it writes', async () => {
    const { running, input, output, stateDir } = await startWith({ TERMINAL: 'on', WEB: 'off', LOG_LEVEL: 'trace' });

    input.write('gmail imap\n');
    const answer = await until(output, /imap\.gmail\.com/);
    input.write('my password is hUnter2-Xy9\n');
    await until(output, /password/);
    await running.stop();

    expect(answer).toContain('993');
    const files = readdirSync(stateDir).map((name) => readFileSync(join(stateDir, name), 'latin1'));
    expect(files.length).toBeGreaterThan(2);
    expect(files.join('')).not.toContain('hUnter2');
  });

  it('goes on without a platform that cannot be reached', async () => {
    const { running, input, output } = await startWith({
      TERMINAL: 'on',
      WEB: 'off',
      LOG_LEVEL: 'silent',
      DISCORD_TOKEN: 'token',
      DISCORD_API_URL: 'http://127.0.0.1:1/api',
    });

    input.write('qq邮箱的imap服务器是什么\n');
    const answer = await until(output, /imap\.qq\.com/);
    await running.stop();

    expect(answer).toContain('Discord: on. Connecting…');
  });
});
