import { describe, expect, it } from 'vitest';
import { type Discovery, serverOwner } from '../../../src/core/index.ts';
import { testKnowledge } from '../../support/knowledge.ts';

const knowledge = testKnowledge();

function discovery(host: string, trust: 'high' | 'dns'): Discovery {
  const server = { protocol: 'imap', host, port: 993, security: 'tls', via: 'autoconfig', trust } as const;
  return { domain: 'example.org', status: 'found', mx: [], servers: [server], disagreements: [], checkedAt: 0 };
}

describe('a server belongs', () => {
  it('to a provider whose host it is', () => {
    expect(serverOwner('imap.qq.com', knowledge)).toEqual({ kind: 'provider', id: 'qq', retired: false });
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
    ['a known name between hyphens', 'imap.qq-safe.org', 'qq'],
    ['a known domain put before another one', 'imap.qq.com.example.net', 'qq'],
    ['a known host mistyped', 'imap.gmial.com', 'gmail'],
  ])('to nobody, and looks like somebody: %s', (_, host, id) => {
    expect(serverOwner(host, knowledge)).toEqual({ kind: 'look-alike', id });
  });

  it('to nobody we know, beside the servers that the asker’s own domain names', () => {
    const asker = { domain: 'example.org', discovery: discovery('box.host.net', 'high') };

    expect(serverOwner('mail.elsewhere.net', knowledge, asker)).toEqual({
      kind: 'other-servers',
      domain: 'example.org',
      hosts: ['box.host.net'],
    });
  });

  it.each([
    ['a host of another domain', 'mail.example.net', { domain: 'example.org' }],
    ['a host that only plain DNS names', 'box.host.net', { discovery: discovery('box.host.net', 'dns') }],
  ])('to nobody we know: %s', (_, host, asker) => {
    expect(serverOwner(host, knowledge, asker)).toEqual({ kind: 'unknown' });
  });
});
