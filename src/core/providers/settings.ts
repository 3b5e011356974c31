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
 * general ones, TLS before STARTTLS, regional ones after. A plaintext server comes only where nothing else exists.
 * Empty when the provider offers none of the protocols wanted.
 */
export function settingsFor(provider: Provider, { domain, protocols = [] }: SettingsWanted = {}): Server[] {
  const wanted = protocols.length > 0 ? protocols : PROTOCOL_ORDER;
  return PROTOCOL_ORDER.filter((protocol) => wanted.includes(protocol)).flatMap((protocol) =>
    recommended(
      provider.servers.filter((server) => server.protocol === protocol),
      domain,
    ),
  );
}

/** The one server to name first for a protocol. */
export function firstServer(provider: Provider, protocol: Protocol, domain?: string): Server | undefined {
  return settingsFor(provider, { protocols: [protocol], ...(domain === undefined ? {} : { domain }) })[0];
}

function recommended(servers: readonly Server[], domain: string | undefined): Server[] {
  const usable = servers.filter((server) => isFor(server, domain));
  const encrypted = usable.filter((server) => server.security !== 'none');
  return (encrypted.length > 0 ? encrypted : usable).toSorted(
    (a, b) =>
      Number(a.scope !== undefined) - Number(b.scope !== undefined) ||
      SECURITY_ORDER[a.security] - SECURITY_ORDER[b.security] ||
      Number(b.domains !== undefined) - Number(a.domains !== undefined),
  );
}

/** Without a known domain, every server counts; with one, those of other domains do not. */
function isFor(server: Server, domain: string | undefined): boolean {
  if (domain === undefined || server.domains === undefined) return true;
  return server.domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}
