import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const FORBIDDEN_IMPORTS = [
  ['src/core', 'node:fs'],
  ['src/core', 'pino'],
  ['src/core', 'better-sqlite3'],
  ['src/core', 'zodiac'],
  ['src/core', '../adapters/web/index.ts'],
  ['src/core', '../bot/start.ts'],
  ['src/core', '../../data/build.ts'],
  ['src/core/nlu', 'node:crypto'],
  ['src/adapters/slack', '../discord/index.ts'],
  ['src/adapters/web', '../storage/index.ts'],
  ['src/adapters/slack', '../../bot/start.ts'],
  ['src/adapters/slack', '../../core/locales/index.ts'],
  ['src/adapters/slack', '../../core/respond.ts'],
  ['src/adapters/storage', '../../../data/build.ts'],
  ['data', '../src/bot/start.ts'],
] as const;

const FORBIDDEN_GLOBALS = [
  'export const planted = process.pid;',
  "export const planted = fetch('https://example.com');",
  'export const planted = setTimeout(() => 1, 1);',
  'export const planted = Date.now();',
  'export const planted = Math.random();',
  "export const planted = Buffer.from('');",
  "console.log('planted');",
] as const;

const ALLOWED = [
  ['src/core', "import 'zod';"],
  ['src/core/nlu', "import '../locales/index.ts';"],
  ['src/adapters/slack', "import '../../core/index.ts';"],
  ['src/adapters/slack', "import './limits.ts';"],
  ['src/adapters/web', "import 'hono';"],
  ['src/bot', "import '../adapters/web/index.ts';"],
] as const;

let house = '';
let complaints = new Map<string, string>();

/** Every violation is planted in a copy of the house's plan, so that one run of the linter judges them all. */
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'postilion-house-'));
  cpSync('.oxlintrc.json', join(house, '.oxlintrc.json'));
  FORBIDDEN_IMPORTS.forEach(([folder, name], i) => plant(`${folder}/import-${i}.ts`, `import '${name}';`));
  FORBIDDEN_GLOBALS.forEach((source, i) => plant(`src/core/global-${i}.ts`, source));
  ALLOWED.forEach(([folder, source], i) => plant(`${folder}/allowed-${i}.ts`, source));
  complaints = lint();
});

afterAll(() => rmSync(house, { recursive: true }));

function plant(path: string, source: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), `${source}\n`);
}

function lint(): Map<string, string> {
  const oxlint = resolve('node_modules/.bin/oxlint');
  const { stdout } = spawnSync(oxlint, ['--format', 'unix', '.'], { cwd: house, encoding: 'utf8' });
  const found = new Map<string, string>();
  for (const line of stdout.split('\n')) {
    const [path = ''] = line.split(':');
    found.set(path.replace(/^\.\//, ''), `${found.get(path) ?? ''}${line}`);
  }
  return found;
}

describe('lint refuses', () => {
  it.each(FORBIDDEN_IMPORTS.map((row, i) => [...row, i] as const))('in %s an import of %s', (folder, _, i) => {
    expect(complaints.get(`${folder}/import-${i}.ts`)).toContain('no-restricted-imports');
  });

  it.each(FORBIDDEN_GLOBALS.map((source, i) => [source, i] as const))('in src/core: %s', (_, i) => {
    expect(complaints.get(`src/core/global-${i}.ts`)).toMatch(/no-restricted-(?:globals|properties)/);
  });
});

describe('lint allows', () => {
  it.each(ALLOWED.map((row, i) => [...row, i] as const))('in %s: %s', (folder, _, i) => {
    expect(complaints.get(`${folder}/allowed-${i}.ts`) ?? '').not.toContain('no-restricted');
  });
});
