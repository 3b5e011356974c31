import type { Discovery } from '../model/job.ts';
import type { Knowledge } from '../ports.ts';

/** Whose is a server? An encrypted connection says nothing about that. */
export type ServerOwner =
  | { kind: 'provider'; id: string; retired: boolean }
  | { kind: 'own-domain'; domain: string }
  | { kind: 'unknown' };

/**
 * A known provider's own host, a host that the asker's domain names or contains, or unknown: never called safe then.
 * Only whole host names of the database count, so that `imap.qq-safe.example` is not taken for QQ.
 */
export function serverOwner(
  host: string,
  knowledge: Knowledge,
  asker: { domain?: string; discovery?: Discovery } = {},
): ServerOwner {
  const match = knowledge.providerByHost(host);
  if (match?.via === 'host' || match?.via === 'retired-host') {
    return { kind: 'provider', id: match.provider.id, retired: match.via === 'retired-host' };
  }
  const domain = asker.domain ?? asker.discovery?.domain;
  if (domain !== undefined && (isWithin(host, domain, knowledge) || isNamedBy(host, asker.discovery))) {
    return { kind: 'own-domain', domain };
  }
  return { kind: 'unknown' };
}

function isWithin(host: string, domain: string, knowledge: Knowledge): boolean {
  const registered = knowledge.registrableDomain(domain);
  return registered !== undefined && registered === knowledge.registrableDomain(host);
}

function isNamedBy(host: string, discovery: Discovery | undefined): boolean {
  return discovery?.servers.some((server) => server.host === host && server.trust === 'high') ?? false;
}
