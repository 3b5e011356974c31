import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileKnowledge } from '../../data/build.ts';
import { writeSources } from '../support/knowledge-source.ts';
import { tempDir } from '../support/temp-dir.ts';

it('shows contributors a provider file that is sound', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/data.md'), 'utf8');
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const dataDir = join(tempDir(), 'data');
  const ispdb = 'ispdb: { kind: import, label: ISPDB, commit: abc, seen: "2026-03-12" }\n';
  const help = 'help: { kind: page, label: Help, url: "https://help.example/", seen: "2026-11-22" }\n';
  writeSources(dataDir, { 'providers/example.yaml': yaml, 'sources.yaml': ispdb + help });

  const { providers } = compileKnowledge(dataDir);

  expect(providers[0]).toMatchObject({
    id: 'example',
    changes: [{ date: '2026-12-31' }],
    retired: [{ since: '2024-09' }],
  });
});
