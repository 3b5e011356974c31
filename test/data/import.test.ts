import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFacts, type ImportedProvider } from '../../data/importers/facts.ts';
import type { FactsRecord } from '../../data/importers/record.ts';
import { Slugs } from '../../data/importers/slugs.ts';
import { writeImported } from '../../data/importers/write.ts';
import { tempDir } from '../support/temp-dir.ts';

const slugs = new Slugs({
  slugs: { gmx: ['gmx.net', 'gmx.com'], cox: ['cox.net'], yahoo: ['yahoo.com'] },
  mxBases: ['yahoodns.net'],
  notAddressDomains: ['corp.example'],
  ignored: ['nobody'],
  popular: ['yahoo', 'gmx'],
});

function record(id: string, part: Partial<FactsRecord> = {}): FactsRecord {
  return {
    id,
    displayName: id,
    kind: 'mailbox',
    aliases: [],
    domains: [id],
    mx_patterns: [],
    servers: [],
    documentationUrls: [],
    notes: [],
    sources: ['ispdb'],
    sourceDates: { ispdb: '2024-02-27' },
    ...part,
  };
}

function imap(host: string, part: Partial<FactsRecord['servers'][number]> = {}): FactsRecord['servers'][number] {
  return {
    protocol: 'imap',
    host,
    port: 993,
    security: 'tls',
    usernameForm: 'full-address',
    sources: ['ispdb'],
    ...part,
  };
}

function imported(...records: FactsRecord[]): Map<string, ImportedProvider> {
  const all = importFacts({ records, disagreements: [], mx: [] }, slugs);
  return new Map(all.map((provider) => [provider.slug, provider]));
}

describe('importing facts', () => {
  it('merges the records of one provider and keeps each one’s servers to its domains', () => {
    const { facts } =
      imported(
        record('gmx.net', { domains: ['gmx.net', 'gmx.de'], servers: [imap('imap.gmx.net')] }),
        record('gmx.com', { servers: [imap('imap.gmx.com')] }),
      ).get('gmx') ?? {};

    expect(facts?.domains).toEqual({ ispdb: ['gmx.net', 'gmx.de', 'gmx.com'] });
    expect(facts?.servers?.map(({ host, domains }) => [host, domains])).toEqual([
      ['imap.gmx.net', ['gmx.net', 'gmx.de']],
      ['imap.gmx.com', ['gmx.com']],
    ]);
  });

  it('gives a domain of another provider to that one, with the servers', () => {
    const found = imported(
      record('yahoo.com', {
        domains: ['yahoo.com', 'cox.net', 'yahoodns.net', 'corp.example'],
        servers: [imap('imap.y.example')],
      }),
    );

    expect(found.get('yahoo')?.facts.domains).toEqual({ ispdb: ['yahoo.com'] });
    expect(found.get('cox')?.facts).toMatchObject({
      domains: { ispdb: ['cox.net'] },
      servers: [{ host: 'imap.y.example' }],
    });
    expect(found.get('yahoo')?.rank).toBe(1);
  });

  it('fills a host that depends on the domain', () => {
    const facts = imported(
      record('inbox.lv', { domains: ['inbox.lv', 'inbox.lt'], servers: [imap('mail.%emaildomain%')] }),
    ).get('inbox.lv')?.facts;

    expect(facts?.servers?.map(({ host, domains }) => [host, domains])).toEqual([
      ['mail.inbox.lv', ['inbox.lv']],
      ['mail.inbox.lt', ['inbox.lt']],
    ]);
  });

  it('leaves out what is not worth having', () => {
    const facts = imported(
      record('a.example', {
        servers: [
          imap('imap.a.example', { security: 'plain' }),
          { ...imap('smtp.a.example'), protocol: 'smtp', port: 25, security: 'starttls' },
          { ...imap('smtp.a.example'), protocol: 'smtp', port: 465 },
          imap('odd.a.example', { sources: ['fairemail'] }),
        ],
      }),
      record('nobody'),
    );

    expect(facts.get('a.example')?.facts.servers?.map(({ host, port }) => `${host}:${port}`)).toEqual([
      'smtp.a.example:465',
    ]);
    expect(facts.has('nobody')).toBe(false);
  });

  it('says what the collector’s flags mean', () => {
    const note = (flag: string) => ({ flag, sources: ['curated'] });
    const { facts } =
      imported(
        record('b.example', {
          servers: [imap('imap.b.example')],
          notes: [
            'must-be-switched-on',
            'needs-app-password',
            'password-kind:客户端授权码',
            'requires-imap-id-rfc2971',
          ].map(note),
        }),
      ).get('b.example') ?? {};

    expect(facts?.traits).toEqual([
      { code: 'imap-must-be-on', source: 'survey' },
      { code: 'needs-authorization-code', source: 'survey' },
      { code: 'needs-imap-id', source: 'survey' },
    ]);
  });
});

describe('writing imported facts', () => {
  const [provider] = imported(
    record('c.example', { displayName: 'C Mail (西邮箱)', servers: [imap('imap.c.example')] }),
  ).values();

  function folder(): string {
    const path = tempDir();
    mkdirSync(join(path, 'providers'));
    return path;
  }

  function write(dataDir: string): ReturnType<typeof writeImported> {
    if (!provider) throw new Error('nothing was imported');
    return writeImported(dataDir, provider);
  }

  it('makes a new file with the names in their scripts', () => {
    const dataDir = folder();

    expect(write(dataDir)).toEqual({ slug: 'c.example', change: 'new', differences: [], disagreements: [] });
    expect(readFileSync(join(dataDir, 'providers/c.example.yaml'), 'utf8')).toContain(
      '{ en: C Mail, zh-Hans: 西邮箱 }',
    );
  });

  it('changes nothing the second time', () => {
    const dataDir = folder();
    write(dataDir);

    expect(write(dataDir).change).toBe('unchanged');
  });

  it('never touches what was written by hand, and tells what disagrees with it', () => {
    const dataDir = folder();
    const curated = `id: c.example
kind: mailbox
rank: 7
names: { en: Sea Mail }   # a better name
servers:
  - { protocol: imap, host: imap2.c.example, port: 993, security: tls, source: help }
`;
    writeFileSync(join(dataDir, 'providers/c.example.yaml'), `${curated}imported:\n  seen: {}\n`);

    const outcome = write(dataDir);

    expect(outcome).toEqual({
      slug: 'c.example',
      change: 'changed',
      differences: ['+ imap imap.c.example:993 tls', '+ c.example'],
      disagreements: ['c.example: ispdb says imap imap.c.example:993 tls'],
    });
    expect(readFileSync(join(dataDir, 'providers/c.example.yaml'), 'utf8').startsWith(curated)).toBe(true);
  });
});
