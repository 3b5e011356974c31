import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { texts } from '../../src/core/index.ts';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const commands = Object.keys(texts('en').cli.usage.commands);

function mentioned(page: string, pattern: RegExp): string[] {
  return [...readFileSync(page, 'utf8').matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('the pages', () => {
  it('show the two commands of the README as they are run', () => {
    const blocks = mentioned('README.md', /```sh\n(.*?)\n```/gs);

    expect(blocks).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  it.each(PAGES)('%s names only commands that exist', (page) => {
    const named = mentioned(page, /npx postilion ([a-z-]+)/g);

    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
  });

  it.each(PAGES)('%s names only scripts that exist', (page) => {
    const named = mentioned(page, /npm run ([a-z:-]+)/g);

    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(PAGES)('%s links only to files that exist', (page) => {
    const folder = page.includes('/') ? 'docs/' : '';
    const targets = mentioned(page, /\]\((?!https?:|#)([^)#]+)\)/g);

    expect(targets.filter((target) => !exists(folder + target))).toEqual([]);
  });
});

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR';
  }
}
