import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { readIspdb } from '../../data/importers/ispdb.ts';
import { runImport } from '../../src/bot/cli/import.ts';
import { tempDir } from '../support/temp-dir.ts';

interface Server {
  type: string;
  host: string;
  port: number;
  socket?: string;
  user?: string;
  ways?: string[];
}

function serverXml(
  element: string,
  { type, host, port, socket = 'SSL', user = '%EMAILADDRESS%', ways = [] }: Server,
): string {
  const authentication = ways.map((way) => `<authentication>${way}</authentication>`).join('');
  return `<${element} type="${type}"><hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType>
    <username>${user}</username>${authentication}</${element}>`;
}

function ispdbXml(id: string, domains: string[], servers: Server[], more = ''): string {
  const incoming = servers.filter(({ type }) => type !== 'smtp').map((one) => serverXml('incomingServer', one));
  const outgoing = servers.filter(({ type }) => type === 'smtp').map((one) => serverXml('outgoingServer', one));
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- a remark --><clientConfig version="1.1"><emailProvider id="${id}">
  ${domains.map((domain) => `<domain purpose="mx">${domain}</domain>`).join('')}
  <displayName>One &amp; Only</displayName>
  ${incoming.join('')}${outgoing.join('')}
</emailProvider>${more}</clientConfig>`;
}

const imap: Server = { type: 'imap', host: 'IMAP.one.example', port: 993 };
const smtp: Server = {
  type: 'smtp',
  host: 'smtp.one.example',
  port: 587,
  socket: 'STARTTLS',
  user: '%EMAILLOCALPART%',
};

let checkout: string;
let dataDir: string;
let printed: string[];

beforeEach(() => {
  checkout = join(tempDir(), 'autoconfig');
  dataDir = join(tempDir(), 'data');
  mkdirSync(join(checkout, 'ispdb'), { recursive: true });
  mkdirSync(join(dataDir, 'providers'), { recursive: true });
  mkdirSync(join(dataDir, 'importers'));
  writeFileSync(
    join(dataDir, 'importers/slugs.yaml'),
    'slugs: {}\nmxBases: []\nnotAddressDomains: []\nignored: []\npopular: []\n',
  );
  writeFileSync(
    join(dataDir, 'sources.yaml'),
    'ispdb:\n  kind: import\n  label: ISPDB\n  commit: old\n  seen: "2020-01-01"\nother:\n  kind: import\n  label: Other\n  commit: x\n  seen: "2020"\n',
  );
  git('init', '-q');
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(...line.split('\n')));
});

function git(...args: string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_COMMITTER_DATE: day, GIT_AUTHOR_DATE: day };
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', ['-C', checkout, ...who, ...args], { env, encoding: 'utf8' });
}

let day = '2024-05-06T12:00:00Z';

function commit(when: string, files: Record<string, string>): void {
  day = `${when}T12:00:00Z`;
  for (const [name, content] of Object.entries(files)) writeFileSync(join(checkout, 'ispdb', name), content);
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
}

function provider(id: string): string {
  return readFileSync(join(dataDir, 'providers', `${id}.yaml`), 'utf8');
}

function importedPart(id: string): Record<string, unknown> {
  return (parse(provider(id)) as { imported: Record<string, unknown> }).imported;
}

async function run(): Promise<string[]> {
  printed.length = 0;
  expect(await runImport(['ispdb', checkout, '--data', dataDir])).toBe(0);
  return [...printed];
}

describe('one file of the ISPDB', () => {
  it('becomes facts with their day', () => {
    const [record] = readIspdb(ispdbXml('one.example', ['One.example'], [imap, smtp]), '2024-05-06');

    expect(record).toMatchObject({
      id: 'one.example',
      displayName: 'One & Only',
      domains: ['one.example'],
      servers: [
        { protocol: 'imap', host: 'imap.one.example', port: 993, security: 'tls', usernameForm: 'full-address' },
        { protocol: 'smtp', port: 587, security: 'starttls', usernameForm: 'local-part' },
      ],
      sourceDates: { ispdb: '2024-05-06' },
    });
  });

  it('says where access must be switched on, and where only a window signs in', () => {
    const switched = ispdbXml(
      'a',
      [],
      [imap],
      '<enable visiturl="https://one.example/on"><instruction>x</instruction></enable>',
    );
    const windowed = ispdbXml(
      'b',
      [],
      [
        { ...imap, ways: ['OAuth2'] },
        { ...smtp, ways: ['OAuth2'] },
      ],
    );
    const both = ispdbXml('c', [], [{ ...imap, ways: ['OAuth2', 'password-cleartext'] }]);
    const flags = (xml: string) => readIspdb(xml, '2024').flatMap(({ notes }) => notes.map(({ flag }) => flag));

    expect([switched, windowed, both].map(flags)).toEqual([['must-be-switched-on'], ['oauth2-only'], []]);
    expect(readIspdb(switched, '2024')[0]?.documentationUrls).toEqual(['https://one.example/on']);
  });

  it('leaves out servers of other kinds and ports that are none', () => {
    const exchange = { ...imap, type: 'exchange' };
    const servers = [exchange, { ...imap, port: 0 }, { ...imap, socket: 'magic' }, imap];

    expect(readIspdb(ispdbXml('a', [], servers), '2024')[0]?.servers).toHaveLength(1);
  });

  it.each(['', '<html><body>404</body></html>', '<!DOCTYPE x [<!ENTITY a "b">]><clientConfig/>', '{"json": true}'])(
    'is refused when it is %j',
    (xml) => {
      expect(() => readIspdb(xml, '2024')).toThrow(/invalid|DOCTYPE|expected/i);
    },
  );
});

describe('postilion import ispdb', () => {
  it('makes files with the commit as source, and changes nothing the second time', async () => {
    commit('2021-02-03', { 'one.example.xml': ispdbXml('one.example', ['one.example'], [imap, smtp]) });
    commit('2024-05-06', { 'two.example.xml': ispdbXml('two.example', ['two.example'], [imap]) });

    const first = await run();

    expect(first).toContain('new (2): one.example two.example');
    expect(importedPart('one.example')['seen']).toEqual({ ispdb: '2021-02-03' });
    expect(parse(readFileSync(join(dataDir, 'sources.yaml'), 'utf8'))).toMatchObject({
      ispdb: { commit: git('log', '-1', '--format=%h').trim(), seen: '2024-05-06' },
      other: { commit: 'x', seen: '2020' },
    });
    const before = [provider('one.example'), readFileSync(join(dataDir, 'sources.yaml'), 'utf8')];
    expect(await run()).toContain('unchanged: 2');
    expect([provider('one.example'), readFileSync(join(dataDir, 'sources.yaml'), 'utf8')]).toEqual(before);
  });

  it('takes a new name for no change of a file', async () => {
    commit('2015-01-02', { 'one.example': ispdbXml('one.example', ['one.example'], [imap]) });
    renameSync(join(checkout, 'ispdb/one.example'), join(checkout, 'ispdb/one.example.xml'));
    commit('2022-11-19', {});

    await run();

    expect(importedPart('one.example')['seen']).toEqual({ ispdb: '2015-01-02' });
  });

  it('prints what came and went, keeps what others say and everything that was written by hand', async () => {
    const curated = `id: one.example
kind: mailbox
rank: 7
names: { en: One Mail }   # the better name
servers:
  - { protocol: imap, host: mail.one.example, port: 993, security: tls, source: other }
`;
    const after = 'notDomains: [not.one.example]\n';
    writeFileSync(
      join(dataDir, 'providers/one.example.yaml'),
      `${curated}imported:
  seen: { ispdb: "2019", other: "2020" }
  domains: { ispdb: [one.example, bought.example] }
  servers:
    - { protocol: pop3, host: pop.one.example, port: 995, security: tls, source: [ispdb, other] }
    - { protocol: smtp, host: old.one.example, port: 465, security: tls, source: ispdb }
  traits: [{ code: no-pop3, source: other }]
${after}`,
    );
    commit('2024-05-06', { 'one.example.xml': ispdbXml('one.example', ['one.example', 'new.example'], [imap, smtp]) });

    const lines = await run();

    expect(lines).toEqual([
      'changed (1): one.example',
      'unchanged: 0',
      'one.example: + imap imap.one.example:993 tls',
      'one.example: + smtp smtp.one.example:587 starttls',
      'one.example: + new.example',
      'one.example: - smtp old.one.example:465 tls',
      'disagrees: one.example: ispdb says imap imap.one.example:993 tls',
    ]);
    expect(provider('one.example').startsWith(curated)).toBe(true);
    expect(provider('one.example')).toContain(after);
    expect(importedPart('one.example')).toMatchObject({
      seen: { ispdb: '2024-05-06', other: '2020' },
      domains: { ispdb: ['one.example', 'new.example'], other: ['bought.example'] },
      traits: [{ code: 'no-pop3', source: 'other' }],
    });
    expect(provider('one.example')).toContain('host: pop.one.example, port: 995, security: tls, source: other }');
  });

  it('finds our file by its domains where the id is a stranger’s', async () => {
    commit('2024-05-06', { 'a.xml': ispdbXml('one.example', ['one.example', 'uno.example'], [imap]) });
    await run();
    rmSync(join(checkout, 'ispdb/a.xml'));
    commit('2024-06-07', { 'b.xml': ispdbXml('mx-of-one', ['one.example'], [imap]) });

    await run();

    expect(existsSync(join(dataDir, 'providers/mx-of-one.yaml'))).toBe(false);
    expect(importedPart('one.example')['seen']).toEqual({ ispdb: '2024-06-07' });
  });

  it('empties what the database no longer has', async () => {
    commit('2024-05-06', { 'one.example.xml': ispdbXml('one.example', ['one.example'], [imap]) });
    await run();
    rmSync(join(checkout, 'ispdb/one.example.xml'));
    commit('2024-06-07', { 'two.example.xml': ispdbXml('two.example', ['two.example'], [smtp]) });

    expect(await run()).toContain('one.example: - imap imap.one.example:993 tls');
    expect(importedPart('one.example')).toEqual({ seen: {} });
  });

  it('names the file that cannot be read, and takes no folder that is no checkout', async () => {
    commit('2024-05-06', { 'broken.xml': '<clientConfig>' });

    await expect(runImport(['ispdb', checkout, '--data', dataDir])).rejects.toThrow(/broken\.xml cannot be read/);
    await expect(runImport(['ispdb', tempDir(), '--data', dataDir])).rejects.toThrow(/no git checkout/);
    vi.spyOn(console, 'error').mockReturnValue();
    expect(await runImport(['ispdb'])).toBe(64);
  });
});
