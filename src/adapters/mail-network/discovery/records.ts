import type { DiscoveredServer, Protocol } from '../../../core/index.ts';
import type { DnsAnswer, MxRecord, SrvRecord } from '../dns.ts';
import type { Guard } from '../guard/guard.ts';
import { hostName } from '../guard/host-names.ts';
import { rung, type DiscoveryTools, type Rung } from './rung.ts';

interface Service {
  name: string;
  protocol: Protocol;
  security: DiscoveredServer['security'];
}

/** RFC 6186 and RFC 8314. */
const SERVICES: Service[] = [
  { name: '_imaps', protocol: 'imap', security: 'tls' },
  { name: '_imap', protocol: 'imap', security: 'starttls' },
  { name: '_pop3s', protocol: 'pop3', security: 'tls' },
  { name: '_pop3', protocol: 'pop3', security: 'starttls' },
  { name: '_submissions', protocol: 'smtp', security: 'tls' },
  { name: '_submission', protocol: 'smtp', security: 'starttls' },
];

export interface MailExchangers {
  status: DnsAnswer<MxRecord>['status'];
  /** In order of preference. */
  hosts: string[];
  /** "." alone: the domain takes no mail (RFC 7505). */
  nullMx: boolean;
}

export async function mailExchangers(
  domain: string,
  { resolve }: DiscoveryTools,
  signal: AbortSignal,
): Promise<MailExchangers> {
  const answer = await resolve.mx(domain, signal);
  const records = answer.status === 'found' ? answer.records : [];
  const hosts = records
    .toSorted((one, other) => one.preference - other.preference)
    .map(({ host }) => hostName(host))
    .filter((host) => host !== undefined);
  return { status: answer.status, hosts, nullMx: records.length > 0 && records.every(({ host }) => host === '') };
}

export interface ServiceRecords extends Rung {
  notOffered: Protocol[];
}

export async function serviceRecords(
  domain: string,
  { resolve, guard }: DiscoveryTools,
  signal: AbortSignal,
): Promise<ServiceRecords> {
  const answers = await Promise.all(SERVICES.map(({ name }) => resolve.srv(`${name}._tcp.${domain}`, signal)));
  const servers = SERVICES.flatMap((service, i) => targets(answers[i], service, guard));
  const denied = new Set(SERVICES.filter((_, i) => isDenied(answers[i])).map(({ protocol }) => protocol));
  const notOffered = [...denied].filter((protocol) => !servers.some((server) => server.protocol === protocol));
  const failed = answers.every(({ status }) => status === 'failed');
  const empty = notOffered.length > 0 ? 'not-offered' : 'nothing';
  return { ...rung('srv', servers, failed ? 'failed' : empty), notOffered };
}

/** The most preferred target that may be asked about. */
function targets(
  answer: DnsAnswer<SrvRecord> | undefined,
  { protocol, security }: Service,
  guard: Guard,
): DiscoveredServer[] {
  if (answer?.status !== 'found') return [];
  const preferred = answer.records.toSorted((one, other) => one.priority - other.priority || other.weight - one.weight);
  for (const record of preferred) {
    const host = guard.name(record.host);
    if (host === undefined || record.port === 0) continue;
    return [{ protocol, host, port: record.port, security, via: 'srv', trust: 'dns' }];
  }
  return [];
}

function isDenied(answer: DnsAnswer<SrvRecord> | undefined): boolean {
  return answer?.status === 'found' && answer.records.every(({ host }) => host === '');
}
