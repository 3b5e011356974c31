import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { packagesOf } from '../../bench/support/package-graph.ts';
import { atSources } from '../../src/bot/source-places.ts';
import { packageRoot } from '../../src/bot/variables.ts';
import { tempDir } from '../support/temp-dir.ts';
import { realKnowledge } from './real-knowledge.ts';

const ROOT = packageRoot();
const knowledge = realKnowledge();
/** Inside of the package, as `dist` is. */
let built: string;

beforeAll(() => {
  const cache = join(ROOT, 'node_modules/.cache/postilion');
  mkdirSync(cache, { recursive: true });
  built = mkdtempSync(join(cache, 'built-'));
  execFileSync(process.execPath, ['--import', 'tsx', join(ROOT, 'bundle.ts'), built], { cwd: ROOT });
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

const variables = () => ({ PATH: process.env['PATH'], POSTILION_KNOWLEDGE: knowledge });

describe('what npm run build makes', () => {
  it('answers a question, wherever it is called', () => {
    const cli = join(built, 'src/bot/cli/index.js');

    const said = execFileSync(process.execPath, [cli, 'ask', 'what is the imap server of qq mail'], {
      cwd: tempDir(),
      env: variables(),
      encoding: 'utf8',
    });

    expect(said).toContain('imap.qq.com');
  });

  it('starts with the page and its style sheets', async () => {
    const child = spawn(process.execPath, [join(built, 'src/bot/main.js')], {
      cwd: tempDir(),
      env: { ...variables(), POSTILION_STATE_DIR: tempDir(), TERMINAL: 'off', WEB_PORT: '0', LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(async () => {
      child.kill();
      await once(child, 'close');
    });
    let written = '';
    child.stdout.on('data', (part: Buffer) => (written += part.toString()));
    while (!/http:\/\/localhost:\d+/.test(written)) await once(child.stdout, 'data');
    const [address = ''] = /http:\/\/localhost:\d+/.exec(written) ?? [];

    const page = await (await fetch(address)).text();
    const sheets = [...page.matchAll(/href="([^"]+\.css)"/g)].map(([, path = '']) => path);

    expect(sheets.length).toBeGreaterThan(1);
    for (const path of sheets) expect((await fetch(new URL(path, address))).status).toBe(200);
  });

  it('loads nothing for what is off', () => {
    const packages = packagesOf([join(built, 'src/bot/main.js')]);

    expect(packages).toContain('better-sqlite3');
    for (const off of ['@slack/bolt', 'discord.js', 'pg', 'yaml', 'prom-client']) expect(packages).not.toContain(off);
  });

  it('leaves out what nobody uses of a package', () => {
    const parts = readdirSync(join(built, 'src/parts')).filter((name) => name.endsWith('.js'));
    const contents = parts.map((name) => readFileSync(join(built, 'src/parts', name), 'utf8'));

    expect(contents.some((content) => content.includes('// node_modules/zod/v4/core/'))).toBe(true);
    // Only named as a whole (`import * as z`) does Zod come without its messages in fifty languages.
    expect(contents.some((content) => content.includes('// node_modules/zod/v4/locales/ja.'))).toBe(false);
  });

  it('gives away where in the sources something failed', () => {
    const parts = readdirSync(join(built, 'src/parts')).filter((name) => name.endsWith('.js'));
    const frames = parts.flatMap((name) => {
      const path = join(built, 'src/parts', name);
      const lines = readFileSync(path, 'utf8').split('\n');
      return lines.flatMap((text, at) =>
        text.startsWith('function dieOfMistakes(') ? [`at f (${pathToFileURL(path).href}:${at + 1}:10)`] : [],
      );
    });
    const source = readFileSync(join(ROOT, 'src/bot/run.ts'), 'utf8').split('\n');
    const line = source.findIndex((text) => text.startsWith('function dieOfMistakes(')) + 1;

    expect(atSources(frames)).toEqual([`at f (${pathToFileURL(join(ROOT, 'src/bot/run.ts')).href}:${line}:10)`]);
  });

  it('leaves the places of all other files as they are', () => {
    const frames = ['at node:internal/timers:10:3', 'at g (file:///nowhere/index.js:4:2)'];

    expect(atSources(frames)).toEqual(frames);
  });
});
