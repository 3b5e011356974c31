import type { DiscoveredServer, Discovery, Protocol } from '../../../core/index.ts';
import type { Via } from './rung.ts';

/** Most telling first. */
const PRIORITY: Via[] = ['database', 'mx', 'autoconfig', 'well-known', 'srv', 'mx-autoconfig', 'autodiscover', 'guess'];
const PROTOCOLS: Protocol[] = ['imap', 'pop3', 'smtp'];
/** Plaintext is never offered first. */
const SECURITY: DiscoveredServer['security'][] = ['tls', 'starttls', 'none'];

/** All servers found: the better source first, then by protocol, then the better encryption. Guesses only where nothing else was found. */
export function inOrder(servers: readonly DiscoveredServer[]): DiscoveredServer[] {
  const told = servers.filter(({ via }) => via !== 'guess');
  return (told.length > 0 ? told : servers).toSorted(
    (one, other) =>
      PRIORITY.indexOf(one.via) - PRIORITY.indexOf(other.via) ||
      PROTOCOLS.indexOf(one.protocol) - PROTOCOLS.indexOf(other.protocol) ||
      SECURITY.indexOf(one.security) - SECURITY.indexOf(other.security),
  );
}

/** Protocols for which two sources have no server in common: the first of each source, to compare. */
export function disagreements(ordered: readonly DiscoveredServer[]): Discovery['disagreements'] {
  return PROTOCOLS.flatMap((protocol) => {
    const own = ordered.filter((server) => server.protocol === protocol);
    const sources = PRIORITY.map((via) => own.filter((server) => server.via === via)).filter(
      (source) => source.length > 0,
    );
    const preferred = sources[0] ?? [];
    const others = sources.slice(1).filter((source) => !shareServer(preferred, source));
    if (others.length === 0) return [];
    return [{ protocol, values: [preferred, ...others].flatMap((source) => source.slice(0, 1)) }];
  });
}

function shareServer(ones: readonly DiscoveredServer[], others: readonly DiscoveredServer[]): boolean {
  return ones.some((one) =>
    others.some((other) => one.host === other.host && one.port === other.port && one.security === other.security),
  );
}

export function byPriority(one: { via: Via }, other: { via: Via }): number {
  return PRIORITY.indexOf(one.via) - PRIORITY.indexOf(other.via);
}
