import { describe, expect, it } from 'vitest';
import { splitPort } from '../../../src/bot/cli/check.ts';
import { checkLines } from '../../../src/bot/cli/check-lines.ts';
import { discoverLines } from '../../../src/bot/cli/discover-lines.ts';
import type { Discovery, Knowledge, PortCheck, ServerCheck } from '../../../src/core/index.ts';

const QQ = { id: 'qq', names: { en: 'QQ Mail', 'zh-Hans': 'QQ邮箱' } };
const knowledge = {
  provider: (id: string) => (id === 'qq' ? QQ : undefined),
  providerByHost: (host: string) => (host === 'imap.qq.com' ? { provider: QQ, via: 'host', matched: host } : undefined),
  providerByDomain: (domain: string) =>
    domain === 'qq.com' ? { provider: QQ, via: 'domain', matched: domain } : undefined,
  registrableDomain: () => undefined,
} as unknown as Knowledge;

const PORT: PortCheck = {
  port: 993,
  protocol: 'imap',
  reachable: true,
  mode: 'tls',
  tlsVersion: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  certificateProblems: [],
  certificate: { subject: 'imap.qq.com', issuer: 'Zoo', validTo: '2027-01-01T00:00:00.000Z', names: ['imap.qq.com'] },
  saslMechanisms: ['PLAIN'],
  greeting: '* OK ready',
  connectMs: 12,
  handshakeMs: 30,
  findings: ['encrypted'],
};

function check(host: string): ServerCheck {
  return { host, status: 'checked', ports: [PORT], verdict: 'good', notChecked: ['dane'], checkedAt: 0 };
}

describe('a check at the terminal', () => {
  it('says whether it is encrypted, whose it is, what was seen and what was not looked at', () => {
    const text = checkLines(check('imap.qq.com'), knowledge, 'en').join('\n');

    expect(text).toContain('The connection to imap.qq.com is encrypted');
    expect(text).toContain('This is a server of QQ Mail.');
    expect(text).toContain('Port 993, IMAP');
    expect(text).toContain('valid until 2027-01-01');
    expect(text).toContain('Ways to sign in: PLAIN');
    expect(text).toContain('(DANE)');
    expect(text).not.toMatch(/undefined|\{\w+\}/);
  });

  it('never vouches for a server of unknown owner', () => {
    expect(checkLines(check('imap.qq-safe.org'), knowledge, 'en')[1]).toContain('I can’t tell who runs this server');
  });

  it('speaks the operator’s language', () => {
    expect(checkLines(check('imap.qq.com'), knowledge, 'zh-Hans')[1]).toBe('这是QQ邮箱的服务器。');
  });

  it('says in one line what it will not do', () => {
    const refused: ServerCheck = { ...check('10.0.0.1'), status: 'refused', ports: [] };

    expect(checkLines(refused, knowledge, 'en')).toHaveLength(1);
  });

  it.each([
    ['imap.qq.com', 'imap.qq.com', undefined],
    ['imap.qq.com:993', 'imap.qq.com', 993],
    ['[::1]:993', '[::1]', 993],
  ])('reads %s', (subject, host, port) => {
    expect(splitPort(subject)).toEqual({ host, port });
  });
});

describe('a discovery at the terminal', () => {
  const FOUND: Discovery = {
    domain: 'example.org',
    status: 'found',
    mx: ['mx.qq.com'],
    provider: { id: 'qq', certain: true },
    servers: [{ protocol: 'imap', host: 'imap.qq.com', port: 993, security: 'tls', via: 'mx', trust: 'dns' }],
    disagreements: [],
    notOffered: ['pop3'],
    checkedAt: 0,
  };

  it('says who hosts the domain, each server with its source, and what is not offered', () => {
    const lines = discoverLines(FOUND, knowledge, 'en');

    expect(lines[0]).toContain('The mail of example.org is hosted at QQ Mail');
    expect(lines[1]).toMatch(/IMAP +imap\.qq\.com:993 +SSL\/TLS +\(.*MX.*\)/);
    expect(lines[2]).toContain('POP3');
    expect(lines.join('')).not.toMatch(/[`*]|undefined/);
  });

  it.each(['nothing-found', 'domain-not-found', 'refused', 'dns-failure', 'rate-limited'] as const)(
    'has a line for %s',
    (status) => {
      const { provider: _, ...rest } = FOUND;

      expect(discoverLines({ ...rest, status, servers: [] }, knowledge, 'zh-Hant')[0]).toMatch(/\S/);
    },
  );

  it('warns of a domain that only looks like a known one', () => {
    const lines = discoverLines({ ...FOUND, domain: 'ԛq.com' }, knowledge, 'en');

    expect(lines[0]).toContain('only looks like qq.com');
  });

  it('says of a guess that it is one', () => {
    const { provider: _, ...rest } = FOUND;
    const [server] = FOUND.servers;
    const guess = {
      ...server,
      protocol: 'imap',
      host: 'imap.example.org',
      port: 993,
      security: 'tls',
      via: 'guess',
      trust: 'guess',
    } as const;

    expect(discoverLines({ ...rest, servers: [guess] }, knowledge, 'en')[0]).toContain('guess');
  });
});
