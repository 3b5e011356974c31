import type { DiscoveredServer, Discovery, Knowledge, Provider } from '../../../core/index.ts';
import { rung, type Rung, type Via } from './rung.ts';

/** Our own database, by the domain itself. */
export function knownDomain(domain: string, knowledge: Knowledge): Rung & Pick<Discovery, 'provider'> {
  const match = knowledge.providerByDomain(domain);
  if (match?.via !== 'domain' && match?.via !== 'subdomain') return rung('database', []);
  const provider = { id: match.provider.id, certain: true };
  return { ...rung('database', serversFor(match.provider, domain, 'database', 'high')), provider };
}

/** Our own database, by who takes the domain's mail. MX records come by plain DNS. */
export function knownExchanger(
  domain: string,
  mx: readonly string[],
  knowledge: Knowledge,
): Rung & Pick<Discovery, 'provider' | 'gateway'> {
  const match = mx.length > 0 ? knowledge.providerByMx(mx) : undefined;
  if (!match) return rung('mx', []);
  if ('gateway' in match) return { ...rung('mx', []), gateway: match.gateway };
  const provider = { id: match.provider.id, certain: match.certain };
  return { ...rung('mx', serversFor(match.provider, domain, 'mx', 'dns')), provider };
}

function serversFor(
  provider: Provider,
  domain: string,
  via: Via,
  trust: DiscoveredServer['trust'],
): DiscoveredServer[] {
  return provider.servers
    .filter((server) => server.scope === undefined && (server.domains?.includes(domain) ?? true))
    .map(({ protocol, host, port, security }) => ({ protocol, host, port, security, via, trust }));
}
