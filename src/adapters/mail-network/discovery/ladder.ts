import type { Discovery } from '../../../core/index.ts';
import { deadline } from '../deadline.ts';
import { autodiscover } from './autodiscover.ts';
import { exchangerAutoconfig, ownAutoconfig } from './autoconfig.ts';
import { guesses } from './guesses.ts';
import { knownDomain, knownExchanger } from './known.ts';
import { byPriority, disagreements, inOrder } from './merge.ts';
import { mailExchangers, serviceRecords, type MailExchangers, type ServiceRecords } from './records.ts';
import { rung, type DiscoveryTools, type Rung } from './rung.ts';

/** Climbs all rungs side by side within `limits.discoveryMs`; a rung that does not finish counts as failed. */
export async function climb(domain: string, tools: DiscoveryTools, parent: AbortSignal): Promise<Discovery> {
  const limit = deadline(tools.checks.limits.discoveryMs, parent);
  const mx = mailExchangers(domain, tools, limit.signal);
  const services = serviceRecords(domain, tools, limit.signal);
  const own = ownAutoconfig(domain, tools, limit.signal);
  const microsoft = autodiscover(domain, tools, limit.signal);
  const derived = derivedRungs(domain, { mx, services, microsoft }, tools, limit.signal);
  const fetched = await Promise.all([...own, derived.autoconfig, derived.guesses]);
  const told = { mx: await mx, services: await services, microsoft: await microsoft };
  const found = { domain, ...told, fetched, at: tools.checks.now() };
  limit.end();
  return assemble(found, tools);
}

/** What can begin only when DNS has answered. Strangers' servers are only tried when nobody has told us better. */
function derivedRungs(
  domain: string,
  dns: { mx: Promise<MailExchangers>; services: Promise<ServiceRecords>; microsoft: Promise<Rung> },
  tools: DiscoveryTools,
  signal: AbortSignal,
): Record<'autoconfig' | 'guesses', Promise<Rung>> {
  const isKnown = knownDomain(domain, tools.knowledge).outcome === 'found';
  async function autoconfig(): Promise<Rung> {
    const { hosts } = await dns.mx;
    if (isKnown) return rung('mx-autoconfig', [], 'not-tried');
    return exchangerAutoconfig(domain, hosts, tools, signal);
  }
  async function guess(): Promise<Rung> {
    const [{ hosts, nullMx }, services, microsoft] = await Promise.all([dns.mx, dns.services, dns.microsoft]);
    const records = services.outcome === 'found' || microsoft.outcome === 'found';
    const isTold = isKnown || nullMx || records || knownExchanger(domain, hosts, tools.knowledge).provider;
    return isTold ? rung('guess', [], 'not-tried') : guesses(domain, hosts, tools, signal);
  }
  return { autoconfig: autoconfig(), guesses: guess() };
}

interface Found {
  domain: string;
  mx: MailExchangers;
  services: ServiceRecords;
  microsoft: Rung & Pick<Discovery, 'provider'>;
  fetched: Rung[];
  at: number;
}

function assemble({ domain, mx, services, microsoft, fetched, at }: Found, { knowledge }: DiscoveryTools): Discovery {
  const database = knownDomain(domain, knowledge);
  const exchanger = knownExchanger(domain, mx.hosts, knowledge);
  const rungs: Rung[] = [database, exchanger, services, microsoft, ...fetched].sort(byPriority);
  const servers = inOrder(rungs.flatMap((rung) => rung.servers));
  const provider = database.provider ?? exchanger.provider ?? microsoft.provider;
  return {
    domain,
    status: servers.length > 0 || provider ? 'found' : emptyStatus(mx),
    mx: mx.hosts,
    ...(provider && { provider }),
    ...(exchanger.gateway !== undefined && { gateway: exchanger.gateway }),
    servers,
    disagreements: disagreements(servers),
    ...(services.notOffered.length > 0 && { notOffered: services.notOffered }),
    ...(mx.nullMx && { nullMx: true }),
    evidence: rungs.map(({ via, outcome }) => ({ via, outcome })),
    checkedAt: at,
  };
}

function emptyStatus({ status }: MailExchangers): Discovery['status'] {
  if (status === 'no-such-name') return 'domain-not-found';
  return status === 'failed' ? 'dns-failure' : 'nothing-found';
}
