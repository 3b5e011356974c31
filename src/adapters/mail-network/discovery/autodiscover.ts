import type { Discovery } from '../../../core/index.ts';
import { knownExchanger } from './known.ts';
import { rung, type DiscoveryTools, type Rung } from './rung.ts';

/** Where Microsoft points the domains of its customers; the same host in China, where 21Vianet runs it. */
const MICROSOFT = /(?:^|\.)autodiscover(?:-s)?\.(?:outlook\.com|office365\.com|partner\.outlook\.cn)$/;
/** What an MX host of a Microsoft customer looks like, so that one table says whose it is. */
const ITS_EXCHANGER = 'any.mail.protection.outlook.com';

/**
 * Where Autodiscover points: tells a Microsoft 365 mailbox also behind a filter that hides it from the MX records.
 * Only its DNS is asked. The service itself wants an address, and mostly a password: neither is ever sent.
 * https://learn.microsoft.com/exchange/architecture/client-access/autodiscover
 */
export async function autodiscover(
  domain: string,
  { resolve, knowledge }: DiscoveryTools,
  signal: AbortSignal,
): Promise<Rung & Pick<Discovery, 'provider'>> {
  const [services, alias] = await Promise.all([
    resolve.srv(`_autodiscover._tcp.${domain}`, signal),
    resolve.alias(`autodiscover.${domain}`, signal),
  ]);
  const hosts = [
    ...(services.status === 'found' ? services.records.map(({ host }) => host) : []),
    ...(alias.status === 'found' ? alias.records : []),
  ];
  const failed = services.status === 'failed' && alias.status === 'failed';
  if (!hosts.some((host) => MICROSOFT.test(host))) return rung('autodiscover', [], failed ? 'failed' : 'nothing');
  const { servers, provider } = knownExchanger(domain, [ITS_EXCHANGER], knowledge);
  const found = servers.map((server) => ({ ...server, via: 'autodiscover' as const }));
  return { ...rung('autodiscover', found), ...(provider && { provider: { ...provider, certain: false } }) };
}
