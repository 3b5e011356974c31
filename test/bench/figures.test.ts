import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { median, percentile, time } from '../../bench/support/figures.ts';
import { domainOf, misspelt } from '../../bench/support/generated-domains.ts';
import { packagesOf } from '../../bench/support/package-graph.ts';
import { table } from '../../bench/support/table.ts';
import { alignmentDistance } from '../../src/core/index.ts';

describe('the figures of the bench', () => {
  it('take the middle value, and the one that ninety-nine of a hundred do not exceed', () => {
    const values = Array.from({ length: 101 }, (_, index) => 100 - index);

    expect(median(values)).toBe(50);
    expect(percentile(values, 0.99)).toBe(99);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it.each([
    [0.0123, '12.3 µs'],
    [1.234, '1.23 ms'],
    [1234.4, '1234 ms'],
  ])('write %s ms as %s', (ms, text) => {
    expect(time(ms)).toBe(text);
  });

  it('stand in columns', () => {
    const lines = table([
      { what: 'a long name', median: '1 ms' },
      { what: 'b', budget: '≤ 2 ms' },
    ]).split('\n');

    const columns = lines.map((line) => line.search(/median|1 ms/)).filter((column) => column >= 0);
    expect(new Set(columns)).toEqual(new Set(['a long name  '.length]));
    expect(lines[2]).toMatch(/^b {10,}≤ 2 ms$/);
  });
});

describe('the generated domains', () => {
  it('are all different, and the same in every run', () => {
    const domains = Array.from({ length: 50_000 }, (_, number) => domainOf(number));

    expect(new Set(domains).size).toBe(domains.length);
    expect(domainOf(49_999)).toBe(domains.at(-1));
  });

  it('are misspelt by one edit at most', () => {
    const distances = Array.from({ length: 200 }, (_, number) => {
      const domain = domainOf(number);
      return alignmentDistance(domain, misspelt(domain, number), 2);
    });

    expect(distances.every((distance) => distance !== undefined && distance <= 1)).toBe(true);
  });
});

describe('the packages of a program', () => {
  it('are those of its modules, not those that it may import later', () => {
    const folder = mkdtempSync(join(tmpdir(), 'postilion-graph-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const main = [
      "import { one } from './one.js';",
      "import 'side-effect';",
      "export { two } from '@scope/two';",
      "export function load() { return import('later'); }",
      "export const words = ['import', 'not-a-package'];",
    ];
    writeFileSync(join(folder, 'main.js'), main.join('\n'));
    writeFileSync(join(folder, 'one.js'), "import fs, {\n  readFileSync,\n} from 'node:fs';\nimport './main.js';\n");

    const packages = packagesOf([join(folder, 'main.js')]);

    expect(packages).toEqual(['@scope/two', 'node:fs', 'side-effect']);
  });
});
