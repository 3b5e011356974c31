import type { Provider, Server } from '../../../src/core/model.ts';
import type { Knowledge, ProviderMatch } from '../../../src/core/ports.ts';

/** A server with the parts that a test is about; everything else is plain. */
export function server(part: Partial<Server> = {}): Server {
  return {
    protocol: 'imap',
    host: 'imap.example.com',
    port: 993,
    security: 'tls',
    username: 'full-address',
    sources: [],
    confidence: 'high',
    ...part,
  };
}

export function provider(part: Partial<Provider> = {}): Provider {
  return {
    id: 'example',
    kind: 'mailbox',
    names: { en: 'Example' },
    rank: 1,
    domains: ['example.com'],
    servers: [],
    alsoOffered: [],
    traits: [],
    changes: [],
    retired: [],
    conflicts: [],
    documentation: [],
    mx: [],
    ...part,
  };
}

type Lookups = Pick<
  Knowledge,
  | 'aliases'
  | 'nearestAliases'
  | 'nearestDomains'
  | 'nearestHosts'
  | 'provider'
  | 'providerByDomain'
  | 'providerByHost'
  | 'providerByMx'
  | 'registrableDomain'
  | 'simplify'
>;

/** Look-ups that know one provider by exactly its domains and hosts, and nothing else. */
export function lookupsOf(known: Provider, part: Partial<Lookups> = {}): Knowledge {
  const match = (via: ProviderMatch['via'], matched: string): ProviderMatch => ({ provider: known, via, matched });
  const lookups: Lookups = {
    aliases: () => [],
    nearestAliases: () => [],
    nearestDomains: () => [],
    nearestHosts: () => [],
    provider: (id) => (id === known.id ? known : undefined),
    providerByDomain: (domain) => (known.domains.includes(domain) ? match('domain', domain) : undefined),
    providerByHost: (host) => (known.servers.some((one) => one.host === host) ? match('host', host) : undefined),
    providerByMx: () => undefined,
    registrableDomain: (host) => host.split('.').slice(-2).join('.'),
    simplify: (text) => text,
    ...part,
  };
  return lookups as Knowledge;
}
