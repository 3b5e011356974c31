import type { Discovery } from '../model/job.ts';
import type { Knowledge } from '../ports.ts';
import { looksLike } from './look-alike.ts';

/** Whose is a server? An encrypted connection says nothing about that. */
export type ServerOwner =
  | { kind: 'provider'; id: string; retired: boolean }
  /** It lies in the asker's own domain, or that domain itself names it. */
  | { kind: 'own-domain'; domain: string }
  /** It bears a provider's name and is not known to be theirs. */
  | { kind: 'look-alike'; id: string }
  /** The asker's own domain names other servers. */
  | { kind: 'other-servers'; domain: string; hosts: string[] }
  | { kind: 'unknown' };

/** What is known of the asker: the domain of their address, and what was found out about it. */
export interface Asker {
  domain?: string;
  discovery?: Discovery;
}

/**
 * A known provider's own host, a host that the asker's domain names or contains, or unknown: never called safe then.
 * Only whole host names of the database count, so that `imap.qq-safe.example` is not taken for QQ.
 */
export function serverOwner(host: string, knowledge: Knowledge, asker: Asker = {}): ServerOwner {
  const match = knowledge.providerByHost(host);
  if (match?.via === 'host' || match?.via === 'retired-host') {
    return { kind: 'provider', id: match.provider.id, retired: match.via === 'retired-host' };
  }
  const domain = asker.domain ?? asker.discovery?.domain;
  const named = domain === undefined ? [] : namedHosts(domain, asker.discovery, knowledge);
  if (domain !== undefined && (isWithin(host, domain, knowledge) || named.includes(host))) {
    return { kind: 'own-domain', domain };
  }
  const id = looksLike(host, knowledge);
  if (id !== undefined) return { kind: 'look-alike', id };
  return domain !== undefined && named.length > 0
    ? { kind: 'other-servers', domain, hosts: named }
    : { kind: 'unknown' };
}

/** Below one registrable domain others may live (`alice.dyndns.org`, `bob.dyndns.org`): the asker's own domain counts. */
function isWithin(host: string, domain: string, knowledge: Knowledge): boolean {
  return knowledge.registrableDomain(domain) !== undefined && (host === domain || host.endsWith(`.${domain}`));
}

/** By our own collection, or by https of the domain itself; plain DNS can be forged. */
function namedHosts(domain: string, discovery: Discovery | undefined, knowledge: Knowledge): string[] {
  const known = knowledge.providerByDomain(domain)?.provider.servers ?? [];
  const found = discovery?.servers.filter((server) => server.trust === 'high') ?? [];
  return [...new Set([...known, ...found].map((server) => server.host))];
}
