import type { Protocol, Provider, Security, Server } from '../model.ts';

export interface SettingsWanted {
  /** Domain of the asker's address. */
  domain?: string;
  /** All three when absent or empty. */
  protocols?: readonly Protocol[];
}

/** Encryption from the first byte is preferred to one that begins on request (RFC 8314, section 3). */
const SECURITY_ORDER: Record<Security, number> = { tls: 0, starttls: 1, none: 2 };
const PROTOCOL_ORDER: readonly Protocol[] = ['imap', 'pop3', 'smtp'];

/**
 * Servers to recommend, protocol by protocol, the best first: those for the asker's own domain before the
 * general ones, TLS before STARTTLS, regional ones after. Plaintext servers are known, but never recommended.
 * Empty when nothing encrypted is known of the protocols wanted.
 */
export function settingsFor(provider: Provider, { domain, protocols = [] }: SettingsWanted = {}): Server[] {
  const wanted = protocols.length > 0 ? protocols : PROTOCOL_ORDER;
  const own = ownDomain(provider, domain);
  return PROTOCOL_ORDER.filter((protocol) => wanted.includes(protocol)).flatMap((protocol) =>
    recommended(
      provider.servers.filter((server) => server.protocol === protocol),
      own,
    ),
  );
}

/** Not recommended, but right where somebody of this domain has them. */
export function alsoRight(provider: Provider, domain: string | undefined): Server[] {
  const own = ownDomain(provider, domain);
  return provider.alsoOffered.filter((server) => isFor(server, own));
}

function recommended(servers: readonly Server[], domain: string | undefined): Server[] {
  const encrypted = servers.filter((server) => server.security !== 'none' && isFor(server, domain));
  const usable = encrypted.filter((server) => !isSecondWay(server, encrypted));
  const preference = domain === undefined ? 1 : -1;
  return usable.sort(
    (a, b) =>
      Number(a.scope !== undefined) - Number(b.scope !== undefined) ||
      SECURITY_ORDER[a.security] - SECURITY_ORDER[b.security] ||
      preference * (Number(a.domains !== undefined) - Number(b.domains !== undefined)),
  );
}

/**
 * STARTTLS for fetching mail, where the same host has TLS from the start: one row says it all (RFC 8314, section 3.2).
 * Sending keeps both: many networks let only one of the two through.
 */
function isSecondWay({ protocol, host, security, scope }: Server, all: readonly Server[]): boolean {
  if (protocol === 'smtp' || security !== 'starttls') return false;
  return all.some((other) => other.security === 'tls' && other.host === host && other.scope === scope);
}

/** The provider's domain that the asker's is or lies under, the longest; none for a company's own domain. */
function ownDomain(provider: Provider, domain: string | undefined): string | undefined {
  const around = provider.domains.filter((known) => domain === known || domain?.endsWith(`.${known}`));
  return around.sort((a, b) => b.length - a.length)[0];
}

/** A company domain is in no list: any of its provider's servers may be meant. */
function isFor(server: Server, own: string | undefined): boolean {
  return own === undefined || server.domains === undefined || server.domains.includes(own);
}
