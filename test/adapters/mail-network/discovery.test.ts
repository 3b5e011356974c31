import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DnsAnswer, MxRecord, SrvRecord } from '../../../src/adapters/mail-network/index.ts';
import type { Discovery, Knowledge, Provider } from '../../../src/core/index.ts';
import { issue, type Issued } from '../../support/mail-zoo/authority.ts';
import { keep, mailServer, type Cage } from '../../support/mail-zoo/keeper.ts';
import { NO_KNOWLEDGE, PUBLIC_4, zooNetwork, type ZooOptions } from '../../support/mail-zoo/network.ts';
import { autoconfig, page, startWeb, type Page, type WebDouble } from '../../support/mail-zoo/web.ts';
import { openZoo, type Zoo } from '../../support/mail-zoo/zoo.ts';

const OWN = 'https://autoconfig.example.org/mail/config-v1.1.xml';
const WELL_KNOWN = 'https://example.org/.well-known/autoconfig/mail/config-v1.1.xml';
const OF_EXCHANGER = 'https://autoconfig.example.net/mail/config-v1.1.xml';
const IMAP = { type: 'imap', hostname: 'imap.example.org', port: 993, socketType: 'SSL' } as const;
const SMTP = { type: 'smtp', hostname: 'smtp.%EMAILDOMAIN%', port: 587, socketType: 'STARTTLS' } as const;

let zoo: Zoo;
let webLeaf: Issued;
let web: WebDouble | undefined;
let cage: Cage | undefined;
beforeAll(async () => {
  zoo = await openZoo();
  const names = ['example.org', '*.example.org', '*.example.net'];
  webLeaf = await issue({ names, issuer: zoo.intermediate, send: [zoo.intermediate] });
});
afterEach(async () => {
  await web?.close();
  await cage?.close();
  web = undefined;
  cage = undefined;
});

async function discover(pages: Record<string, Page>, options: Partial<ZooOptions> = {}, domain = 'example.org') {
  web = await startWeb(webLeaf, pages);
  const network = zooNetwork({ ca: zoo.root.cert, ...options, ports: { 443: web.port, ...options.ports } });
  return network.discover(domain, new AbortController().signal);
}

function mx(...hosts: string[]) {
  const records = hosts.map((host, i) => ({ host, preference: i }));
  return async (): Promise<DnsAnswer<MxRecord>> => ({ status: 'found', records });
}

function aliasOf(target: string) {
  return async (): Promise<DnsAnswer<string>> => ({ status: 'found', records: [target] });
}

function srv(records: Record<string, SrvRecord[]>) {
  return async (name: string): Promise<DnsAnswer<SrvRecord>> => {
    const own = records[name];
    return own ? { status: 'found', records: own } : { status: 'no-such-name' };
  };
}

const PROVIDER: Partial<Provider> = {
  id: 'zoo-mail',
  servers: [
    {
      protocol: 'imap',
      host: 'imap.zoo.example.com',
      port: 993,
      security: 'tls',
      username: 'full-address',
      sources: [],
      confidence: 'high',
    },
    {
      protocol: 'imap',
      host: 'hw.zoo.example.com',
      port: 993,
      security: 'tls',
      username: 'full-address',
      sources: [],
      confidence: 'high',
      scope: 'overseas',
    },
  ],
};

function outcomes({ evidence = [] }: Discovery): Record<string, string> {
  return Object.fromEntries(evidence.map(({ via, outcome }) => [via, outcome]));
}

describe('discovery', () => {
  it('takes the domain’s own file over https, and its placeholders', async () => {
    const found = await discover({ [OWN]: page(autoconfig([SMTP, IMAP])) });

    expect(found).toMatchObject({
      status: 'found',
      servers: [
        { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', via: 'autoconfig', trust: 'high' },
        { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' },
      ],
    });
  });

  it('never sends the part before the @', async () => {
    await discover({ [WELL_KNOWN]: page(autoconfig([IMAP])) }, {}, 'jane.doe+secret@example.org');

    expect(web?.asked.toSorted()).toEqual([OWN, WELL_KNOWN].toSorted());
  });

  it('never climbs above the registrable domain', async () => {
    await discover({}, {}, 'deep.mail.example.org');

    expect(web?.asked.every((url) => new URL(url).hostname.endsWith('deep.mail.example.org'))).toBe(true);
  });

  it('tells who is behind the domain by its MX', async () => {
    const providerByMx = () => ({ provider: PROVIDER as Provider, certain: true });
    const knowledge = { ...NO_KNOWLEDGE, providerByMx } as Knowledge;

    const found = await discover({}, { knowledge, resolve: { mx: mx('mx1.zoo.example.com') } });

    expect(found).toMatchObject({
      status: 'found',
      provider: { id: 'zoo-mail', certain: true },
      mx: ['mx1.zoo.example.com'],
    });
    expect(found.servers).toMatchObject([{ host: 'imap.zoo.example.com', via: 'mx', trust: 'dns' }]);
  });

  it('does not take a filter in front for the provider', async () => {
    const knowledge = { ...NO_KNOWLEDGE, providerByMx: () => ({ gateway: 'Proofpoint' }) } as Knowledge;

    const found = await discover({}, { knowledge, resolve: { mx: mx('mx1.pphosted.com') } });

    expect(found).toMatchObject({ status: 'nothing-found', gateway: 'Proofpoint', servers: [] });
    expect(found.provider).toBeUndefined();
  });

  it.each([
    ['an alias', { alias: aliasOf('autodiscover.outlook.com') }],
    [
      'a service record',
      {
        srv: srv({
          '_autodiscover._tcp.example.org': [{ host: 'autodiscover.outlook.com', port: 443, priority: 0, weight: 0 }],
        }),
      },
    ],
  ])(
    'sees Microsoft 365 behind a filter by %s of Autodiscover, as likely, and sends it nothing',
    async (_, records) => {
      const knowledge = {
        ...NO_KNOWLEDGE,
        providerByMx: ([host]: readonly string[]) =>
          host?.endsWith('.outlook.com')
            ? { provider: { ...PROVIDER, id: 'office365' } as Provider, certain: true }
            : { gateway: 'Proofpoint' },
      } as unknown as Knowledge;

      const found = await discover({}, { knowledge, resolve: { mx: mx('mx1.pphosted.com'), ...records } });

      expect(found).toMatchObject({ provider: { id: 'office365', certain: false }, gateway: 'Proofpoint' });
      expect(found.servers[0]).toMatchObject({ host: 'imap.zoo.example.com', via: 'autodiscover', trust: 'dns' });
      expect(web?.asked.filter((url) => url.includes('autodiscover'))).toEqual([]);
    },
  );

  it('takes Autodiscover of anybody else for nothing', async () => {
    const alias = aliasOf('autodiscover.outlook.com.example.net');

    const found = await discover({}, { resolve: { alias } });

    expect(found).toMatchObject({ status: 'nothing-found', servers: [] });
  });

  it('reads SRV records by priority, and "." as not offered', async () => {
    const records = {
      '_imaps._tcp.example.org': [
        { host: 'second.example.org', port: 993, priority: 2, weight: 0 },
        { host: 'first.example.org', port: 993, priority: 1, weight: 0 },
      ],
      '_pop3s._tcp.example.org': [{ host: '', port: 0, priority: 0, weight: 0 }],
    };

    const found = await discover({}, { resolve: { srv: srv(records) } });

    expect(found.servers).toMatchObject([{ protocol: 'imap', host: 'first.example.org', via: 'srv', trust: 'dns' }]);
    expect(found.notOffered).toEqual(['pop3']);
  });

  it('leaves out servers that SRV or a file put inside a network', async () => {
    const records = { '_imaps._tcp.example.org': [{ host: 'mail.internal', port: 993, priority: 1, weight: 0 }] };
    const inside = ['10.0.0.1', 'localhost', 'mail.local', '[::1]', '0x7f.1'];
    const file = autoconfig(inside.map((hostname) => ({ type: 'imap', hostname, port: 993, socketType: 'SSL' })));

    const found = await discover({ [OWN]: page(file) }, { resolve: { srv: srv(records) } });

    expect(found).toMatchObject({ status: 'nothing-found', servers: [] });
  });

  it('shows sources that disagree, and keeps what each said', async () => {
    const records = { '_imaps._tcp.example.org': [{ host: 'old.example.org', port: 993, priority: 1, weight: 0 }] };

    const found = await discover({ [OWN]: page(autoconfig([IMAP])) }, { resolve: { srv: srv(records) } });

    expect(found.disagreements).toMatchObject([
      { protocol: 'imap', values: [{ host: 'imap.example.org' }, { host: 'old.example.org' }] },
    ]);
    expect(outcomes(found)).toEqual({
      database: 'nothing',
      mx: 'nothing',
      autoconfig: 'found',
      'well-known': 'nothing',
      srv: 'found',
      'mx-autoconfig': 'not-tried',
      autodiscover: 'nothing',
      guess: 'not-tried',
    });
  });

  it('asks the mail exchanger’s owner for a file, and trusts it no more than the MX record', async () => {
    const found = await discover(
      { [OF_EXCHANGER]: page(autoconfig([{ ...IMAP, hostname: 'imap.example.net' }])) },
      { resolve: { mx: mx('mx.example.net') } },
    );

    expect(found.servers).toMatchObject([{ host: 'imap.example.net', via: 'mx-autoconfig', trust: 'dns' }]);
  });

  it('offers plaintext last', async () => {
    const plain = { ...IMAP, port: 143, socketType: 'plain' } as const;

    const found = await discover({ [OWN]: page(autoconfig([plain, IMAP])) });

    expect(found.servers.map(({ security }) => security)).toEqual(['tls', 'none']);
  });

  it('offers a guess only when our own check confirms it, and says so', async () => {
    const credentials = await issue({
      names: ['imap.example.org'],
      issuer: zoo.intermediate,
      send: [zoo.intermediate],
    });
    cage = await keep(mailServer({ protocol: 'imap', implicit: true, credentials }));

    const found = await discover({}, { ports: { 993: cage.port } });

    expect(found.servers).toEqual([
      { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', via: 'guess', trust: 'guess' },
    ]);
  });

  it('does not offer a guess whose certificate is for somebody else', async () => {
    const names = ['other.example.org'];
    const credentials = await issue({ names, issuer: zoo.intermediate, send: [zoo.intermediate] });
    cage = await keep(mailServer({ protocol: 'imap', implicit: true, credentials }));

    expect(await discover({}, { ports: { 993: cage.port } })).toMatchObject({ status: 'nothing-found', servers: [] });
  });

  it('notes a domain that takes no mail', async () => {
    expect(await discover({}, { resolve: { mx: mx('') } })).toMatchObject({
      status: 'nothing-found',
      nullMx: true,
      mx: [],
    });
  });

  it.each([
    ['no-such-name', 'domain-not-found'],
    ['failed', 'dns-failure'],
  ] as const)('says of DNS answering %s: %s', async (status, expected) => {
    const answer = async () => ({ status });

    const found = await discover({}, { resolve: { mx: answer, srv: answer, alias: answer, addresses: answer } });

    expect(found.status).toBe(expected);
  });

  it.each(['127.0.0.1', 'localhost', 'corp.internal', 'co.uk', 'user@[10.0.0.1]', ''])('refuses %j', async (text) => {
    expect(await discover({}, {}, text)).toMatchObject({ status: 'refused', servers: [] });
    expect(web?.asked).toEqual([]);
  });

  it('refuses a domain whose names point inside', async () => {
    const addresses = async () => ({
      status: 'found' as const,
      records: [{ address: '192.168.0.1', family: 4 as const }],
    });
    const dialled: string[] = [];

    const found = await discover({ [OWN]: page(autoconfig([IMAP])) }, { resolve: { addresses }, dialled });

    expect(found.status).toBe('nothing-found');
    expect(dialled).toEqual([]);
  });

  it('dials only the vetted address', async () => {
    const dialled: string[] = [];

    await discover({}, { dialled, resolve: { mx: mx('') } });

    expect(new Set(dialled)).toEqual(new Set([`${PUBLIC_4}:443`]));
  });
});
