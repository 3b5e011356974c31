import { fill, texts } from '../locales/index.ts';
import type { Finding, FindingLevel, PastedServer, Protocol, Provider, Security, Server } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { settingsFor } from '../providers/index.ts';

export interface Comparison {
  findings: Finding[];
  /** The servers to use instead, in order of protocol. */
  corrected: Server[];
}

/** Compares pasted servers with what the provider publishes. Nothing right is called wrong. */
export function compareSettings(
  pasted: readonly PastedServer[],
  provider: Provider,
  domain: string | undefined,
  knowledge: Knowledge,
): Comparison {
  const truth = settingsFor(provider, domain === undefined ? {} : { domain });
  const swapped = swappedHosts(pasted, truth);
  const findings = swapped
    ? [finding('swapped-hosts', 'problem', {})]
    : pasted.flatMap((server) => compareServer(server, truth, provider, knowledge));
  const wanted = new Set(pasted.map((server) => protocolOf(server, truth)));
  const corrected = truth.filter((server) => wanted.has(server.protocol));
  return {
    findings:
      findings.length > 0
        ? findings
        : [finding('settings-ok', 'ok', { provider: provider.names['en'] ?? provider.id })],
    corrected,
  };
}

function finding(code: string, level: FindingLevel, facts: Finding['facts']): Finding {
  return { code, level, facts };
}

/** Both sides name the other's host. */
function swappedHosts(pasted: readonly PastedServer[], truth: readonly Server[]): boolean {
  const isSide = (host: string | undefined, outgoing: boolean) =>
    truth.some((server) => server.host === host && (server.protocol === 'smtp') === outgoing);
  const incoming = pasted.find((server) => server.direction === 'incoming');
  const outgoing = pasted.find((server) => server.direction === 'outgoing');
  return isSide(incoming?.host, true) && isSide(outgoing?.host, false) && incoming?.host !== outgoing?.host;
}

/** The protocol that is meant: the label's, else the published host's. */
function protocolOf(server: PastedServer, truth: readonly Server[]): Protocol {
  if (server.protocol) return server.protocol;
  if (server.direction === 'outgoing') return 'smtp';
  const published = truth.find((known) => known.host === server.host && known.protocol !== 'smtp');
  return published?.protocol ?? truth.find((known) => known.protocol !== 'smtp')?.protocol ?? 'imap';
}

function compareServer(
  server: PastedServer,
  truth: readonly Server[],
  provider: Provider,
  knowledge: Knowledge,
): Finding[] {
  const protocol = protocolOf(server, truth);
  const published = truth.filter((known) => known.protocol === protocol);
  const name = provider.names['en'] ?? provider.id;
  if (published.length === 0) return missing(protocol, name, provider);
  const all = provider.servers.filter((known) => known.protocol === protocol);
  const hostFinding = compareHost(server, protocol, published, all, provider, knowledge);
  return [...hostFinding, ...comparePort(server, protocol, published, all, name), ...compareUser(server, published)];
}

function missing(protocol: Protocol, provider: string, { traits }: Provider): Finding[] {
  if (protocol === 'pop3' && traits.some((trait) => trait.code === 'no-pop3'))
    return [finding('no-pop3', 'problem', { provider })];
  const closed = traits.some(
    (trait) => trait.code === 'no-imap' || trait.code === 'bridge-only' || trait.code === 'no-direct-access',
  );
  return closed ? [finding('no-direct-imap', 'problem', { provider })] : [];
}

function compareHost(
  server: PastedServer,
  protocol: Protocol,
  published: readonly Server[],
  all: readonly Server[],
  provider: Provider,
  knowledge: Knowledge,
): Finding[] {
  const { host } = server;
  const known = published[0]?.host ?? '';
  if (host === undefined || all.some((candidate) => candidate.host === host)) return [];
  const name = provider.names['en'] ?? provider.id;
  const facts = { host, known, provider: name };
  if (provider.retired.some((entry) => entry.host === host)) return [finding('old-host', 'problem', facts)];
  const own = provider.servers.find((candidate) => candidate.host === host);
  if (own)
    return [
      finding(
        own.protocol === 'smtp'
          ? 'smtp-host-in-incoming-field'
          : protocol === 'smtp'
            ? 'incoming-host-in-outgoing-field'
            : 'host-does-not-match-documentation',
        'problem',
        facts,
      ),
    ];
  const other = knowledge.providerByHost(host)?.provider;
  if (other && other.id !== provider.id)
    return [finding('host-of-other-product', 'problem', { ...facts, other: other.names['en'] ?? other.id })];
  if (/^(?:www|webmail)\./.test(host)) return [finding('web-address-not-mail-server', 'problem', facts)];
  const close = knowledge.nearestHosts(host, 1)[0];
  if (close && close.provider.id === provider.id)
    return [finding('host-typo', 'problem', { ...facts, known: close.matched })];
  return [finding('host-does-not-match-documentation', 'warning', facts)];
}

const USUAL: Record<number, Protocol> = {
  993: 'imap',
  143: 'imap',
  995: 'pop3',
  110: 'pop3',
  465: 'smtp',
  587: 'smtp',
  25: 'smtp',
  2525: 'smtp',
  994: 'smtp',
};
const SECURITY_OF_PORT: Record<number, Security> = { 993: 'tls', 995: 'tls', 465: 'tls', 994: 'tls', 587: 'starttls' };

function comparePort(
  server: PastedServer,
  protocol: Protocol,
  published: readonly Server[],
  all: readonly Server[],
  provider: string,
): Finding[] {
  const { port, security } = server;
  const recommended = published.filter((candidate) => candidate.security !== 'none');
  const known =
    recommended
      .map((candidate) => `${candidate.port} (${texts('en').answers.security[candidate.security]})`)
      .join(' / ') || '';
  const facts = { port: port ?? '', known, provider, protocol: protocol.toUpperCase() };
  if (
    security === 'none' ||
    (port !== undefined && PLAIN_PORTS.has(port) && security === undefined && server.port !== 25)
  ) {
    return [
      finding('plaintext-connection', 'problem', facts),
      ...(port === 25 ? [finding('port-25', 'problem', facts)] : []),
    ];
  }
  if (port === undefined) return [];
  if (port === 25) return [finding('port-25', 'problem', facts)];
  if (USUAL[port] !== undefined && USUAL[port] !== protocol)
    return [finding('wrong-port-for-protocol', 'problem', facts)];
  const expected = all.find((candidate) => candidate.port === port)?.security ?? SECURITY_OF_PORT[port];
  if (
    security !== undefined &&
    security !== 'auto' &&
    expected !== undefined &&
    expected !== 'none' &&
    expected !== security
  ) {
    return [
      finding('port-security-mismatch', 'problem', {
        ...facts,
        known: texts('en').answers.security[expected],
        security: texts('en').answers.security[security],
      }),
    ];
  }
  return all.some((candidate) => candidate.port === port) ? [] : [finding('wrong-port', 'warning', facts)];
}

const PLAIN_PORTS = new Set([110, 143]);

function compareUser({ username }: PastedServer, published: readonly Server[]): Finding[] {
  const form = published[0]?.username;
  if (username === undefined || /^[[<*]/.test(username)) return [];
  return form === 'full-address' && !username.includes('@')
    ? [finding('username-needs-full-address', 'warning', {})]
    : [];
}

/** The text of a finding in a language. */
export function findingText({ code, facts }: Finding, language: string): string {
  const all: Record<string, string> = texts(language).findings;
  return fill(all[code] ?? code, facts);
}
