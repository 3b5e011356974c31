import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runCheckData } from '../../../src/bot/cli/check-data.ts';
import { providerYaml, writeSources } from '../../support/knowledge-source.ts';
import { tempDir } from '../../support/temp-dir.ts';

let dataDir: string;
let out: string[];
let err: string[];

beforeEach(() => {
  dataDir = join(tempDir(), 'data');
  [out, err] = [[], []];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line));
});

describe('postilion check-data FILE', () => {
  it('shows the answer that the file gives, in every language, with nothing built', async () => {
    const more = 'changes: [{ code: pop3-off, date: "2031-05", source: help }]\n';
    writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example', more) });

    expect(await runCheckData(['providers/one.yaml', '--data', dataDir])).toBe(0);

    const shown = out.join('\n');
    expect(shown).toContain('providers/one.yaml is sound');
    expect(shown).toContain('imap.one.example');
    for (const words of ['these are the server settings', '的服务器设置如下', '的伺服器設定如下'])
      expect(shown).toContain(words);
    for (const words of ['From 2031-05:', '2031-05 起：']) expect(shown).toContain(words);
  });

  it('names file, line and reason of every fault', async () => {
    const broken = providerYaml('one', 'one.example')
      .replace('port: 993', 'port: 0')
      .replace(/names: .*/, 'names: { ja: x }');
    writeSources(dataDir, { 'providers/one.yaml': broken });

    expect(await runCheckData(['providers/one.yaml', '--data', dataDir])).toBe(65);
    expect(err.slice(1)).toEqual([
      expect.stringMatching(/^ {2}providers\/one\.yaml:4: names: an English name/),
      expect.stringMatching(/^ {2}providers\/one\.yaml:8: servers\.0\.port: /),
    ]);
  });

  it('takes a file by its own path too, and refuses what is no source', async () => {
    writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example') });
    writeFileSync(join(dataDir, 'note.txt'), 'x');

    expect(await runCheckData([join(dataDir, 'providers/one.yaml'), '--data', dataDir])).toBe(0);
    expect(await runCheckData(['note.txt', '--data', dataDir])).toBe(66);
    expect(await runCheckData(['providers/none.yaml', '--data', dataDir])).toBe(66);
  });
});
