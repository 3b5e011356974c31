import type { DiscoveredServer, Protocol } from '../../../core/index.ts';
import type { Guard } from '../guard/guard.ts';
import { isPublicName, registrable } from '../guard/host-names.ts';
import { parseAutoconfig, type ConfiguredServer } from './autoconfig-schema.ts';
import { rung, type DiscoveryTools, type Rung, type Via } from './rung.ts';

const PATH = '/mail/config-v1.1.xml';
const PROTOCOLS: Record<string, Protocol> = { imap: 'imap', pop3: 'pop3', smtp: 'smtp' };
const SECURITY: Record<string, DiscoveredServer['security']> = { ssl: 'tls', starttls: 'starttls', plain: 'none' };

/** The domain's own files. The address asked for never goes into the URL. */
export function ownAutoconfig(domain: string, tools: DiscoveryTools, signal: AbortSignal): Promise<Rung>[] {
  return [
    fetchRung('autoconfig', `https://autoconfig.${domain}${PATH}`, domain, tools, signal),
    fetchRung('well-known', `https://${domain}/.well-known/autoconfig${PATH}`, domain, tools, signal),
  ];
}

/** The file of whoever runs the mail exchanger, for a domain of another owner. */
export async function exchangerAutoconfig(
  domain: string,
  mx: readonly string[],
  tools: DiscoveryTools,
  signal: AbortSignal,
): Promise<Rung> {
  const host = mx[0];
  if (host === undefined || !isPublicName(host) || registrable(host) === registrable(domain)) {
    return rung('mx-autoconfig', [], 'not-tried');
  }
  const url = `https://autoconfig.${registrable(host)}${PATH}`;
  return fetchRung('mx-autoconfig', url, domain, tools, signal);
}

async function fetchRung(
  via: Via,
  url: string,
  domain: string,
  tools: DiscoveryTools,
  signal: AbortSignal,
): Promise<Rung> {
  const fetched = await tools.fetchText(url, signal);
  if (fetched.status !== 'ok') return rung(via, [], fetched.status === 'nothing' ? 'nothing' : 'failed');
  const configured = parseAutoconfig(fetched.body);
  if (!configured) return rung(via, [], 'failed');
  return rung(
    via,
    configured.flatMap((server) => readServer(server, domain, via, tools.guard)),
  );
}

/** A server whose host may not be asked about, or whose port is none, is left out. */
function readServer(configured: ConfiguredServer, domain: string, via: Via, guard: Guard): DiscoveredServer[] {
  const host = guard.name(configured.hostname.replaceAll('%EMAILDOMAIN%', domain));
  const protocol = PROTOCOLS[configured.type.toLowerCase()];
  const security = SECURITY[configured.socketType.toLowerCase()];
  const port = Number(configured.port);
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  if (host === undefined || !protocol || !security || !isPort) return [];
  // The MX record that leads to another's file comes by plain DNS.
  return [{ protocol, host, port, security, via, trust: via === 'mx-autoconfig' ? 'dns' : 'high' }];
}
