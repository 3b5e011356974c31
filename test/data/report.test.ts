import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { countDatabase, ownCounts } from '../../data/report/compare.ts';
import { summarise } from '../../data/report/summary.ts';
import { runReport } from '../../src/bot/cli/report.ts';
import type { Source } from '../../src/core/model.ts';
import { provider, server } from '../core/providers/samples.ts';
import { providerYaml, writeSources } from '../support/knowledge-source.ts';
import { tempDir } from '../support/temp-dir.ts';

const TODAY = '2026-11-25';

function source(kind: Source['kind'], seen: string, id = 'list'): Source {
  return { id, kind, label: id, seen };
}

function trait(code: 'no-pop3' | 'no-direct-access', ...sources: Source[]) {
  return { code, facts: {}, sources, confidence: 'low' as const };
}

const PROVIDERS = [
  provider({
    id: 'one',
    servers: [
      server({ sources: [source('page', '2026-10-01', 'help'), source('import', '2015')] }),
      server({ protocol: 'pop3', port: 995, sources: [source('import', '2015-07-29')], confidence: 'low' }),
    ],
  }),
  provider({ id: 'two', traits: [trait('no-pop3', source('unverified', '2026-11-22', 'hearsay'))] }),
  provider({
    id: 'three',
    domains: ['three.example', 'tres.example'],
    servers: [server({ sources: [source('import', '2025-01')] })],
  }),
  provider({
    id: 'relay',
    kind: 'relay',
    conflicts: [{ what: 'smtp', reason: 'unresolved', values: [] }],
  }),
];

describe('a report of the data', () => {
  const report = summarise(PROVIDERS, TODAY);

  it('counts facts by source and by the newest day on which anybody saw them', () => {
    expect(report).toMatchObject({ providers: 4, domains: 5, facts: 4 });
    expect(report.bySource).toEqual([
      { source: 'list', facts: 3, oldest: '2015', newest: '2025-01' },
      { source: 'page', facts: 1, oldest: '2026-10-01', newest: '2026-10-01' },
      { source: 'hearsay', facts: 1, oldest: '2026-11-22', newest: '2026-11-22' },
    ]);
    expect(report.byAge).toEqual([
      { years: '≤ 1', facts: 1 },
      { years: '≤ 2', facts: 1 },
      { years: '≤ 5', facts: 0 },
      { years: '≤ 10', facts: 0 },
      { years: '> 10', facts: 1 },
      { years: 'never', facts: 1 },
    ]);
  });

  it('counts what people type in by how many sources say it, of the providers that are asked for most', () => {
    expect(report.checkedTwice).toEqual({
      providers: 4,
      facts: 3,
      twice: 1,
      once: 2,
      never: 0,
      rest: [
        { provider: 'one', what: ['pop3 imap.example.com:995'] },
        { provider: 'three', what: ['imap imap.example.com:993'] },
      ],
    });
  });

  it('names what nobody confirmed, where POP3 is not known, what contradicts, and what is oldest', () => {
    expect(report.unverified).toEqual({ facts: 1, providers: ['two'] });
    expect(report.pop3).toEqual({ offered: 1, notOffered: 1, unknown: ['three'] });
    expect(report.contradictions).toEqual([{ reason: 'unresolved', count: 1, providers: ['relay'] }]);
    expect(report.oldest[0]).toEqual({ provider: 'one', what: 'pop3 imap.example.com:995/tls', seen: '2015-07-29' });
  });
});

function folder(files: Record<string, string>): string {
  const path = tempDir();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

const ISPDB = {
  'ispdb/a.xml': `<clientConfig version="1.1"><emailProvider id="a"><domain>a.example</domain><domain>b.example</domain>
<displayName>甲</displayName><incomingServer type="pop3"><hostname>p.a.example</hostname><port>110</port>
<socketType>plain</socketType></incomingServer></emailProvider></clientConfig>`,
};
const CHATMAIL = {
  '_providers/a.md': `---
name: A
status: BROKEN
domains: [a.example]
server:
- { type: imap, socket: PLAIN, hostname: i.a.example, port: 143 }
last_checked: 2024-05
---
Words.
`,
};
const FAIREMAIL = {
  'app/src/main/res/xml/providers.xml': `<providers><provider name="A" domain="a\\\\.example,b\\\\..*" appPassword="true" mx="mx\\\\.a">
<imap host="i" port="993" starttls="false" /><smtp host="s" port="465" starttls="false" /></provider></providers>`,
};

describe('counts of another database', () => {
  it.each([
    [
      ISPDB,
      'Mozilla ISPDB',
      { providers: 1, domains: ['a.example', 'b.example'], pop3: 1, plaintext: 1, hanNames: 1, dated: 0 },
    ],
    [CHATMAIL, 'chatmail', { providers: 1, domains: ['a.example'], imap: 1, plaintext: 1, negatives: 1, dated: 1 }],
    [
      FAIREMAIL,
      'FairEmail',
      { providers: 1, domains: ['a.example'], imap: 1, smtp: 1, pop3: 0, passwords: 1, mxPatterns: 1 },
    ],
  ])('are read from what its checkout holds: %s', (files, name, counts) => {
    expect(countDatabase(folder(files))).toMatchObject({ name, counts });
  });

  it('are none for any other folder', () => {
    expect(countDatabase(tempDir())).toBeUndefined();
  });

  it('stand beside our own', () => {
    expect(ownCounts(PROVIDERS)).toMatchObject({
      providers: 4,
      imap: 2,
      pop3: 1,
      pop3Known: 2,
      negatives: 1,
      sourced: 3,
    });
  });
});

describe('postilion report', () => {
  async function printed(...args: string[]): Promise<string> {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    expect(await runReport(args)).toBe(0);
    return lines.join('\n');
  }

  function ownData(): string {
    const dataDir = join(tempDir(), 'data');
    writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'a.example') });
    return dataDir;
  }

  it('shows the report for people and for programs', async () => {
    const dataDir = ownData();

    expect(await printed('data', '--data', dataDir)).toMatch(/^# 1 providers, 1 domains, 1 facts on \d{4}-/);
    expect(JSON.parse(await printed('data', '--json', '--data', dataDir))).toMatchObject({ providers: 1, facts: 1 });
  });

  it('compares by counts, and says what we lack', async () => {
    const others = [ISPDB, CHATMAIL, FAIREMAIL].map((files) => folder(files));
    const table = await printed('data', '--data', ownData(), '--compare', ...others);

    expect(table).toContain('| providers | 1 | 1 | 1 | 1 |');
    expect(table).toContain('| of its domains, we lack |  | 1 | 0 | 0 |');
    expect(table).toMatch(/Mozilla ISPDB also lists .*: \S+$/m);
  });

  it.each([[['data', 'x']], [['data', '--compare']], [['weather']], [[]]])(
    '%j is told how it is used',
    async (args) => {
      const complained = vi.spyOn(console, 'error').mockReturnValue();

      expect(await runReport(args)).toBe(64);
      expect(String(complained.mock.calls.at(-1)?.[0])).toContain('postilion report data');
    },
  );

  it('names a folder that is no database', async () => {
    const complained = vi.spyOn(console, 'error').mockReturnValue();
    const strange = tempDir();

    expect(await runReport(['data', '--data', ownData(), '--compare', strange])).toBe(66);
    expect(String(complained.mock.calls.at(-1)?.[0])).toContain(strange);
  });
});
