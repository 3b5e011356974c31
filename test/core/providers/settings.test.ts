import { describe, expect, it } from 'vitest';
import { settingsFor } from '../../../src/core/providers/index.ts';
import { provider, server } from './samples.ts';

describe('settingsFor', () => {
  it('orders by protocol and puts TLS before STARTTLS', () => {
    const known = provider({
      servers: [
        server({ protocol: 'smtp', host: 'smtp.example.com', port: 587, security: 'starttls' }),
        server({ protocol: 'smtp', host: 'smtp.example.com', port: 465 }),
        server(),
      ],
    });

    const settings = settingsFor(known);

    expect(settings.map(({ protocol, port }) => `${protocol} ${port}`)).toEqual(['imap 993', 'smtp 465', 'smtp 587']);
  });

  it('never recommends a plaintext server, even where it is the only one', () => {
    const known = provider({ servers: [server({ port: 143, security: 'none' })] });

    expect(settingsFor(known)).toEqual([]);
  });

  it('gives only the protocols asked for', () => {
    const known = provider({ servers: [server(), server({ protocol: 'smtp', port: 465 })] });

    expect(settingsFor(known, { protocols: ['smtp'] }).map((one) => one.protocol)).toEqual(['smtp']);
    expect(settingsFor(known, { protocols: ['pop3'] })).toEqual([]);
  });

  describe('with servers for single domains', () => {
    const scoped = provider({
      domains: ['sina.com', 'sina.cn'],
      servers: [
        server({ host: 'imap.sina.com', domains: ['sina.com'] }),
        server({ host: 'imap.sina.cn', domains: ['sina.cn'] }),
        server({ host: 'imap.sina.example' }),
      ],
    });

    it.each([
      ['sina.cn', ['imap.sina.cn', 'imap.sina.example']],
      ['vip.sina.cn', ['imap.sina.cn', 'imap.sina.example']],
      ['sina.com', ['imap.sina.com', 'imap.sina.example']],
    ])('prefers those of %s and leaves the others out', (domain, hosts) => {
      expect(settingsFor(scoped, { domain }).map((one) => one.host)).toEqual(hosts);
    });

    it('puts the general server first where the domain is not known', () => {
      expect(settingsFor(scoped).map((one) => one.host)[0]).toBe('imap.sina.example');
    });

    it('does not hide servers from a company domain that the provider hosts', () => {
      expect(settingsFor(scoped, { domain: 'company.example' })).toHaveLength(3);
    });
  });

  it('names regional servers last', () => {
    const known = provider({ servers: [server({ host: 'hwimap.example.com', scope: 'overseas' }), server()] });

    expect(settingsFor(known).map((one) => one.host)).toEqual(['imap.example.com', 'hwimap.example.com']);
  });
});
