import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileKnowledge } from '../../data/build.ts';
import { GUIDE_PARTS } from '../../src/core/index.ts';
import { writeSources } from '../support/knowledge-source.ts';
import { tempDir } from '../support/temp-dir.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/data.md'), 'utf8');
const [PROVIDER = '', PROGRAM = ''] = [...PAGE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml);

function compiledWith(files: Record<string, string>) {
  const dataDir = join(tempDir(), 'data');
  const ispdb = 'ispdb: { kind: import, label: ISPDB, commit: abc, seen: "2026-03-12" }\n';
  const help = 'help: { kind: page, label: Help, url: "https://help.example/", seen: "2026-11-22" }\n';
  writeSources(dataDir, { ...files, 'sources.yaml': ispdb + help });
  return compileKnowledge(dataDir);
}

it('shows contributors a provider file that is sound', () => {
  const { providers } = compiledWith({ 'providers/example.yaml': PROVIDER });

  expect(providers[0]).toMatchObject({
    id: 'example',
    changes: [{ date: '2026-12-31' }],
    retired: [{ since: '2024-09' }],
  });
});

it('shows contributors a mail program with all that its file can say', () => {
  const { clients } = compiledWith({
    'providers/example.yaml': PROVIDER,
    'clients/example-mail.yaml': PROGRAM,
    'clients/thunderbird.yaml': PROGRAM.replace('id: example-mail', 'id: thunderbird'),
  });

  expect(clients[0]).toMatchObject({
    name: 'Example Mail',
    retired: { since: '2024-12-31', instead: ['thunderbird'] },
    guides: [{ platforms: ['windows', 'mac'], parts: { moreMail: { sources: [{ id: 'menu' }] } } }],
  });
  expect(Object.keys(clients[0]?.guides[0]?.parts ?? {})).toEqual(GUIDE_PARTS);
});
