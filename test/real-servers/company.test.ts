import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailNetwork } from '../../src/adapters/mail-network/index.ts';
import type { MailNetwork, ServerCheck } from '../../src/core/index.ts';
import { testKnowledge } from '../support/knowledge.ts';
import { openCompany, type Company } from './servers/company.ts';
import { ADDRESS, DNS_PORT, missingServers } from './servers/daemon.ts';

const missing = missingServers();

describe.skipIf(missing !== undefined)("a company's own dovecot, postfix and name server", () => {
  let company: Company | undefined;
  let network: MailNetwork;

  beforeAll(async () => {
    const opened = await openCompany();
    company = opened;
    network = networkFor({ allowNetworks: ['127.77.0.0/16'], caFile: opened.caFile });
  }, 30_000);

  afterAll(() => company?.stop());

  function networkFor(options: { allowNetworks?: string[]; caFile?: string }): MailNetwork {
    return createMailNetwork({
      knowledge: testKnowledge(),
      now: Date.now,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      dnsServers: [`${ADDRESS.dns}:${DNS_PORT}`],
      ...options,
    });
  }

  function check(host: string, port?: number): Promise<ServerCheck> {
    return network.check(host, port, new AbortController().signal);
  }

  it('is good on all six ports', async () => {
    const { status, verdict, ports } = await check('mail.company.example');

    expect({ status, verdict }).toEqual({ status: 'checked', verdict: 'good' });
    expect(Object.fromEntries(ports.map(({ port, mode, protocol }) => [port, `${protocol} ${mode}`]))).toEqual({
      993: 'imap tls',
      143: 'imap starttls',
      995: 'pop3 tls',
      110: 'pop3 starttls',
      465: 'smtp tls',
      587: 'smtp starttls',
    });
    for (const port of ports) {
      expect(port).toMatchObject({
        reachable: true,
        authorized: true,
        certificateProblems: [],
        findings: ['encrypted'],
      });
      expect(port.saslMechanisms).toContain('PLAIN');
      expect(port.tlsVersionsOffered).toEqual(['TLSv1.2', 'TLSv1.3']);
    }
  });

  it('reads what dovecot and postfix can do', async () => {
    const [imap] = (await check('mail.company.example', 993)).ports;
    const [smtp] = (await check('mail.company.example', 587)).ports;

    expect(imap?.greeting).toMatch(/^\* OK \[CAPABILITY IMAP4rev1/);
    expect(imap?.capabilities).toEqual(expect.arrayContaining(['IMAP4REV1', 'IDLE']));
    expect(smtp?.capabilities?.join(' ')).toMatch(/PIPELINING|8BITMIME/);
    expect(smtp?.loginBeforeTls).toBe(false);
  });

  it('tells of the old server that its certificate has expired and that it takes passwords in the clear', async () => {
    const { verdict, ports } = await check('old.company.example', 143);

    expect(verdict).toBe('broken');
    expect(ports[0]?.certificateProblems).toContain('expired');
    expect(ports[0]?.loginBeforeTls).toBe(true);
  });

  it('trusts its certificates only when the operator has named the authority', async () => {
    const stranger = networkFor({ allowNetworks: ['127.77.0.0/16'] });

    const { ports } = await stranger.check('mail.company.example', 993, new AbortController().signal);

    expect(ports[0]).toMatchObject({ authorized: false });
    expect(ports[0]?.certificateProblems).toEqual(
      expect.arrayContaining([expect.stringMatching(/unknown-issuer|incomplete-chain/)]),
    );
  });

  it('does not look into its network when the operator has not allowed that', async () => {
    const guarded = networkFor({});

    const { status, ports } = await guarded.check('mail.company.example', 993, new AbortController().signal);

    expect({ status, ports }).toEqual({ status: 'refused', ports: [] });
  });

  it('is found by its page and its SRV records, which agree', async () => {
    const found = await network.discover('company.example', new AbortController().signal);

    expect(found).toMatchObject({ status: 'found', disagreements: [], mx: ['mail.company.example'] });
    expect(found.servers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          protocol: 'imap',
          host: 'mail.company.example',
          port: 993,
          via: 'autoconfig',
          trust: 'high',
        }),
        expect.objectContaining({ protocol: 'smtp', host: 'mail.company.example', port: 465 }),
      ]),
    );
    expect(found.servers.some(({ protocol }) => protocol === 'pop3')).toBe(false);
  });

  it('is told apart from one whose mail lies with a provider, and from one without mail', async () => {
    const hosted = await network.discover('hosted.example', new AbortController().signal);
    const silent = await network.discover('silent.example', new AbortController().signal);

    expect(hosted.provider?.id).toBe('exmail');
    expect(silent.status).toBe('nothing-found');
    expect(silent.servers).toEqual([]);
  });
});
