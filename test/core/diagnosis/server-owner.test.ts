import { describe, expect, it } from 'vitest';
import { type Discovery, type Knowledge, serverOwner } from '../../../src/core/index.ts';

const KNOWN: Record<string, 'host' | 'retired-host' | 'typo'> = {
  'imap.qq.com': 'host',
  'imap-mail.outlook.com': 'retired-host',
  'imap.qq-safe.org': 'typo',
};
const knowledge = {
  providerByHost: (host: string) => KNOWN[host] && { provider: { id: 'zoo' }, via: KNOWN[host], matched: host },
  registrableDomain: (host: string) => host.split('.').slice(-2).join('.'),
} as unknown as Knowledge;

function discovery(host: string, trust: 'high' | 'dns'): Discovery {
  const server = { protocol: 'imap', host, port: 993, security: 'tls', via: 'autoconfig', trust } as const;
  return { domain: 'example.org', status: 'found', mx: [], servers: [server], disagreements: [], checkedAt: 0 };
}

describe('a server belongs', () => {
  it('to a provider whose host it is', () => {
    expect(serverOwner('imap.qq.com', knowledge)).toEqual({ kind: 'provider', id: 'zoo', retired: false });
    expect(serverOwner('imap-mail.outlook.com', knowledge)).toMatchObject({ retired: true });
  });

  it('to the asker’s own domain when it lies in it, or the domain itself names it', () => {
    expect(serverOwner('mail.example.org', knowledge, { domain: 'example.org' })).toMatchObject({ kind: 'own-domain' });
    expect(serverOwner('box.host.net', knowledge, { discovery: discovery('box.host.net', 'high') })).toEqual({
      kind: 'own-domain',
      domain: 'example.org',
    });
  });

  it.each([
    ['an impostor with a likely name', 'imap.qq-safe.org', {}],
    ['a known host put before another domain', 'imap.qq.com.example.net', {}],
    ['a host of another domain', 'mail.example.net', { domain: 'example.org' }],
    ['a host that only plain DNS names', 'box.host.net', { discovery: discovery('box.host.net', 'dns') }],
  ])('to nobody we know: %s', (_, host, asker) => {
    expect(serverOwner(host, knowledge, asker)).toEqual({ kind: 'unknown' });
  });
});
