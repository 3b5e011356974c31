import type { Finding, PastedServer, Provider, Server } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { alsoRight, fittingServers, settingsFor } from '../providers/index.ts';
import { compareHost } from './compare-host.ts';
import { comparePort } from './compare-port.ts';
import { compareUser } from './compare-user.ts';
import { finding, protocolOf, type Truth, USUAL_PROTOCOL } from './truth.ts';

export interface Comparison {
  findings: Finding[];
  /** The servers to use instead, in order of protocol. */
  corrected: Server[];
  /** Nothing is wrong, yet other servers are recommended. */
  better: boolean;
}

/** Compares pasted servers with what the provider publishes. Nothing right is called wrong. */
export function compareSettings(
  pasted: readonly PastedServer[],
  provider: Provider | undefined,
  domain: string | undefined,
  knowledge: Knowledge,
): Comparison {
  const servers = provider ? settingsFor(provider, domain === undefined ? {} : { domain }) : [];
  const known = {
    ...(provider && { provider, others: alsoRight(provider, domain) }),
    ...(domain !== undefined && { domain }),
  };
  return compareWith(pasted, { knowledge, servers, ...known });
}

/** The same against any truth, such as what discovery found for a company's own domain. */
export function compareWith(pasted: readonly PastedServer[], truth: Truth): Comparison {
  const found =
    truth.servers.length > 0 && swappedHosts(pasted, truth.servers)
      ? [finding('swapped-hosts', 'problem')]
      : wrongIn(pasted, truth);
  const wanted = new Set(pasted.map((server) => protocolOf(server, truth.servers)));
  const findings = found.length > 0 ? found : [allRight(truth)];
  const corrected = truth.servers.filter(({ protocol }) => wanted.has(protocol));
  return {
    findings: worstFirst(unique(findings)),
    corrected: ofOneSet(corrected, pasted, findings),
    better: found.length === 0 && corrected.length > 0 && !pasted.every((server) => isAmong(server, corrected)),
  };
}

function isAmong({ host, port, security }: PastedServer, servers: readonly Server[]): boolean {
  const isTaken = security === undefined || security === 'auto';
  return servers.some(
    (server) =>
      server.host === host && (port === undefined || server.port === port) && (isTaken || server.security === security),
  );
}

/** Of several sets, the one that what was pasted belongs to, or should. */
function ofOneSet(servers: readonly Server[], pasted: readonly PastedServer[], findings: readonly Finding[]): Server[] {
  const hosts = [...pasted.map(({ host }) => host), ...findings.map(({ facts }) => facts['known'])];
  return fittingServers(servers, { hosts: hosts.flatMap((host) => (typeof host === 'string' ? [host] : [])) }).servers;
}

function allRight({ provider, servers, domain }: Truth): Finding {
  const facts = provider ? { provider: provider.id } : { provider: domain ?? '' };
  return servers.length > 0 || provider ? finding('settings-ok', 'ok', facts) : finding('provider-unknown', 'info');
}

function wrongIn(pasted: readonly PastedServer[], truth: Truth): Finding[] {
  const swapped = swappedPorts(pasted);
  return [
    ...(swapped ? [finding('swapped-ports', 'problem')] : []),
    ...pasted.flatMap((server) => compareServer(server, truth, swapped)),
  ];
}

function compareServer(server: PastedServer, truth: Truth, portsSwapped: boolean): Finding[] {
  const { provider, servers, others = [] } = truth;
  const protocol = protocolOf(server, servers);
  const published = servers.filter((known) => known.protocol === protocol);
  const right = [...published, ...others.filter((known) => known.protocol === protocol)];
  const isPublished = right.some((known) => known.host === server.host);
  const absent = provider && !isPublished ? missing(protocol, provider, published.length > 0) : undefined;
  if (absent) return absent;
  const glued = server.glued ? [finding('glued-host-and-port', 'problem', { port: server.port ?? '' })] : [];
  return [
    ...glued,
    ...compareHost(server, protocol, right, truth),
    ...(portsSwapped ? [] : comparePort(server, protocol, published, truth)),
    ...compareUser(server, protocol, published, truth),
  ];
}

/** What is not offered at all. A bridge is published, but it runs on the person's own computer. */
function missing(protocol: Server['protocol'], { id, traits }: Provider, published: boolean): Finding[] | undefined {
  const has = (code: string): boolean => traits.some((trait) => trait.code === code);
  const closed = has('bridge-only') || (!published && (has('no-imap') || has('no-direct-access')));
  if (protocol === 'pop3' && has('no-pop3')) return [finding('no-pop3', 'problem', { provider: id })];
  return closed ? [finding('no-direct-imap', 'problem', { provider: id })] : undefined;
}

/** Both sides name the other's host. */
function swappedHosts(pasted: readonly PastedServer[], truth: readonly Server[]): boolean {
  const isSide = (host: string | undefined, outgoing: boolean) =>
    truth.some((server) => server.host === host && (server.protocol === 'smtp') === outgoing);
  const incoming = pasted.find((server) => server.direction === 'incoming');
  const outgoing = pasted.find((server) => server.direction === 'outgoing');
  return isSide(incoming?.host, true) && isSide(outgoing?.host, false) && incoming?.host !== outgoing?.host;
}

/** Each side has a port that belongs to the other. */
function swappedPorts(pasted: readonly PastedServer[]): boolean {
  const outgoing = pasted.filter((server) => protocolOf(server, []) === 'smtp');
  const incoming = pasted.filter((server) => protocolOf(server, []) !== 'smtp');
  const isOf = (server: PastedServer | undefined, smtp: boolean): boolean =>
    server?.port !== undefined &&
    USUAL_PROTOCOL[server.port] !== undefined &&
    (USUAL_PROTOCOL[server.port] === 'smtp') === smtp;
  return outgoing.length === 1 && incoming.length === 1 && isOf(outgoing[0], false) && isOf(incoming[0], true);
}

const ORDER = { problem: 0, warning: 1, info: 2, ok: 3 } as const;

function worstFirst(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}

/** Two servers often share one mistake. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((each) => [JSON.stringify(each), each]));
  return [...seen.values()];
}
