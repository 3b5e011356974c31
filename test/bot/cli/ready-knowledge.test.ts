import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readyKnowledge } from '../../../src/bot/cli/ready-knowledge.ts';
import { providerYaml, writeSources } from '../../support/knowledge-source.ts';
import { tempDir } from '../../support/temp-dir.ts';

let dataDir: string;
let path: string;
let said: string[];

beforeEach(() => {
  dataDir = join(tempDir(), 'data');
  path = join(tempDir(), 'not', 'there', 'yet.sqlite');
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  writeSources(dataDir, {
    'providers/one.yaml': providerYaml('one', 'one.example'),
    'utterances/smalltalk.yaml': 'en: [hello, good morning]\n',
    'utterances/out-of-scope.yaml': 'en: [what is the time, play a song]\n',
  });
});

describe('the knowledge that a command needs', () => {
  it('is built where there is none, which is said once', async () => {
    expect((await readyKnowledge(path, dataDir)).provider('one')?.id).toBe('one');
    expect(said).toEqual([expect.stringContaining('Building the knowledge file')]);

    expect((await readyKnowledge(path, dataDir)).provider('one')?.id).toBe('one');
    expect(said).toHaveLength(1);
  });

  it('is built anew when a source changed', async () => {
    await readyKnowledge(path, dataDir);
    writeSources(dataDir, { 'providers/two.yaml': providerYaml('two', 'two.example') });

    expect((await readyKnowledge(path, dataDir)).provider('two')?.id).toBe('two');
  });

  it('stays as it was while the sources have faults, which is said', async () => {
    await readyKnowledge(path, dataDir);
    writeSources(dataDir, { 'providers/two.yaml': 'id: two\n' });

    expect((await readyKnowledge(path, dataDir)).provider('one')?.id).toBe('one');
    expect(said.at(-1)).toContain('have faults');
  });

  it('that cannot be built is told in words, not in codes', async () => {
    const inTheWay = join(tempDir(), 'a file');
    writeFileSync(inTheWay, '');

    await expect(readyKnowledge(join(inTheWay, 'k.sqlite'), dataDir)).rejects.toThrow(/could not be built/);
  });
});
