import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../data/build.ts';
import type { Provider } from '../../src/core/model.ts';
import { providerYaml, writeSources } from '../support/knowledge-source.ts';
import { tempDir } from '../support/temp-dir.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = join(tempDir(), 'data');
});

function compiled(more: string): Provider {
  writeSources(dataDir, { 'providers/one.yaml': providerYaml('one', 'one.example', more) });
  const [provider] = compileKnowledge(dataDir).providers;
  if (!provider) throw new Error('nothing was compiled');
  return provider;
}

describe('curated and imported facts', () => {
  it('keep curated servers and take the imported ones of other protocols', () => {
    const { servers } = compiled(`imported:
  seen: { list: "2024-02" }
  servers:
    - { protocol: imap, host: old.one.example, port: 993, security: tls, source: list }
    - { protocol: smtp, host: smtp.one.example, port: 465, security: tls, source: list }
`);

    expect(servers.map((server) => server.host)).toEqual(['imap.one.example', 'smtp.one.example']);
    expect(servers[1]?.sources[0]).toMatchObject({ id: 'list', seen: '2024-02' });
  });

  it('keep other encrypted servers as right, though not recommended', () => {
    const { servers, alsoOffered } = compiled(`retired: [{ host: gone.one.example, source: help }]
imported:
  seen: { list: "2024-02" }
  servers:
    - { protocol: imap, host: imap.one.example, port: 143, security: starttls, source: list }
    - { protocol: imap, host: imap.one.example, port: 143, security: none, source: list }
    - { protocol: imap, host: imap.one.example, port: 143, security: tls, source: list }
    - { protocol: imap, host: imap.one.example, port: 995, security: tls, source: list }
    - { protocol: imap, host: imap.one.example, port: 993, security: tls, source: list }
    - { protocol: imap, host: gone.one.example, port: 993, security: tls, source: list }
`);

    expect(servers.map(({ port }) => port)).toEqual([993]);
    expect(alsoOffered).toMatchObject([
      { port: 143, security: 'starttls', username: 'full-address', confidence: 'medium' },
    ]);
  });

  it('show no server that is not recommended by hand', () => {
    const { servers, alsoOffered } = compiled(
      '  - { protocol: imap, host: imap.one.example, port: 143, security: starttls, recommended: false, source: help }\n',
    );

    expect(servers.map(({ port }) => port)).toEqual([993]);
    expect(alsoOffered.map(({ port }) => port)).toEqual([143]);
    expect(alsoOffered[0]).not.toHaveProperty('recommended');
  });

  it('show no server that nobody confirmed beside one that somebody did', () => {
    const hearsay = (port: number) =>
      `  - { protocol: smtp, host: smtp.one.example, port: ${port}, security: tls, source: rumour }\n`;
    const confirmed = '  - { protocol: smtp, host: smtp.one.example, port: 587, security: starttls, source: help }\n';

    const alone = compiled(hearsay(465));
    const beside = compiled(hearsay(465) + confirmed);

    expect(alone.servers.map(({ port }) => port)).toEqual([993, 465]);
    expect(beside.servers.map(({ port }) => port)).toEqual([993, 587]);
    expect(beside.alsoOffered.map(({ port }) => port)).toEqual([465]);
  });

  it('tell a page of the provider from pages of others', () => {
    writeSources(dataDir, {
      'providers/one.yaml': `sources:
  own: { kind: page, label: Own help, url: "https://support.one.example/imap", seen: "2020-01" }
${providerYaml('one', 'one.example').replace('security: tls, source: help', 'security: tls, source: [help, own]')}`,
    });

    const sources = compileKnowledge(dataDir).providers[0]?.servers[0]?.sources;

    expect(sources?.map(({ id, own }) => [id, own])).toEqual([
      ['help', undefined],
      ['own', true],
    ]);
  });

  it('put plaintext last, whatever the order of the source', () => {
    const { servers } = compiled(`imported:
  seen: { list: "2024" }
  servers:
    - { protocol: pop3, host: pop.one.example, port: 110, security: none, source: list }
    - { protocol: pop3, host: pop.one.example, port: 995, security: tls, source: list }
`);

    expect(servers.map((server) => server.port)).toEqual([993, 995, 110]);
  });

  it('leave out imported domains that were refused by hand', () => {
    const { domains } = compiled(`notDomains: [mx.example]
imported: { seen: { list: "2024" }, domains: { list: [one.example, two.example, mx.example] } }
`);

    expect(domains).toEqual(['one.example', 'two.example']);
  });

  it('let a curated password stand against every imported guess', () => {
    const provider = compiled(`traits: [{ code: needs-client-password, source: help }]
imported: { seen: { list: "2024" }, traits: [{ code: needs-app-password, source: list }, { code: no-pop3, source: list }] }
`);

    expect(provider.traits.map((trait) => trait.code)).toEqual(['needs-client-password', 'no-pop3']);
    expect(provider.password).toMatchObject({ kind: 'client-password', sources: [{ id: 'help' }] });
  });

  it('trust a page more than a list, and a recent list more than an old one', () => {
    const { servers } = compiled(`imported:
  seen: { list: "2015-07-29" }
  servers: [{ protocol: smtp, host: smtp.one.example, port: 465, security: tls, source: list }]
`);

    expect(servers.map((server) => server.confidence)).toEqual(['high', 'low']);
  });
});

describe('what is stated by hand', () => {
  const IMPORTED = `imported:
  seen: { list: "2024" }
  traits:
    - { code: imap-must-be-on, source: list }
    - { code: needs-app-password, source: list }
    - { code: admin-must-allow, source: list }
`;

  it('refutes the opposite of an import, and leaves the rest', () => {
    const { traits } = compiled(`traits: [{ code: imap-always-on, source: help }]\n${IMPORTED}`);

    expect(traits.map((trait) => trait.code)).toEqual(['imap-always-on', 'needs-app-password', 'admin-must-allow']);
  });

  it('settles the kind of password', () => {
    const { traits, password } = compiled(`password: { kind: login, source: help }\n${IMPORTED}`);

    expect(traits.map((trait) => trait.code)).toEqual(['imap-must-be-on', 'admin-must-allow']);
    expect(password?.kind).toBe('login');
  });
});
