import { beforeAll, describe, expect, it } from 'vitest';
import { openZoo, visit, type Zoo } from '../../support/mail-zoo/zoo.ts';

let zoo: Zoo;
beforeAll(async () => {
  zoo = await openZoo();
});

describe('a server in order', () => {
  it.each([
    ['imap', 993, 'tls', ['PLAIN']],
    ['imap', 143, 'starttls', ['PLAIN']],
    ['pop3', 995, 'tls', ['PLAIN', 'LOGIN']],
    ['pop3', 110, 'starttls', ['PLAIN', 'LOGIN']],
    ['smtp', 465, 'tls', ['PLAIN', 'LOGIN']],
    ['smtp', 587, 'starttls', ['PLAIN', 'LOGIN']],
  ] as const)('%s on port %i is good', async (protocol, port, mode, mechanisms) => {
    const found = await visit({ zoo, port, behaviour: zoo.good(protocol, mode === 'tls') });

    expect(found.check.verdict).toBe('good');
    expect(found.port).toMatchObject({
      protocol,
      mode,
      reachable: true,
      authorized: true,
      tlsVersion: 'TLSv1.3',
      tlsVersionsOffered: ['TLSv1.2', 'TLSv1.3'],
      certificateProblems: [],
      saslMechanisms: mechanisms,
      findings: ['encrypted'],
    });
  });

  it('is left with a goodbye and never asked to sign in', async () => {
    const { cage } = await visit({ zoo, port: 587, behaviour: zoo.good('smtp', false) });

    expect(cage.heard).toContain('QUIT');
    expect(cage.heard.filter((line) => /^(AUTH|VRFY|MAIL|RCPT)/.test(line))).toEqual([]);
  });

  it('shows the whole chain with keys and hashes', async () => {
    const { port } = await visit({ zoo, port: 993, behaviour: zoo.good('imap', true) });

    expect(port.chain).toMatchObject([
      { subject: 'mail.example.org', issuer: 'Zoo Intermediate', key: 'EC 256', signatureHash: 'SHA-256' },
      { subject: 'Zoo Intermediate', issuer: 'Zoo Root' },
    ]);
  });
});
