import type { Finding, PastedServer, Protocol, Server } from '../model.ts';
import { type Endpoint, finding, offeredBy, STANDARD, type Truth, USUAL_PROTOCOL, USUAL_SECURITY } from './truth.ts';

const PLAIN_BY_DEFAULT: ReadonlySet<number> = new Set([110, 143]);

const ON_REQUEST: readonly Endpoint[] = [
  { protocol: 'imap', port: 143, security: 'starttls' },
  { protocol: 'pop3', port: 110, security: 'starttls' },
];

interface Case {
  port: number | undefined;
  security: PastedServer['security'];
  protocol: Protocol;
  /** Of this protocol, also those that are not recommended. */
  all: readonly Endpoint[];
  /** Few providers take mail from programs there and nowhere else. */
  hasOnly25: boolean;
  facts: Record<string, string | number>;
}

/** Whether port and encryption go together, and are offered. */
export function comparePort(
  { port, security }: PastedServer,
  protocol: Protocol,
  published: readonly Server[],
  { provider }: Truth,
): Finding[] {
  const own: readonly Endpoint[] = provider ? offeredBy(provider) : published;
  const standard = STANDARD.filter((endpoint) => endpoint.protocol === protocol);
  const offered: readonly Endpoint[] = published.length > 0 ? published : standard;
  const all = own.filter((endpoint) => endpoint.protocol === protocol);
  const facts = { port: port ?? '', known: endpointsText(offered), provider: provider?.id ?? '', protocol };
  const hasOnly25 = published.length > 0 && published.every((endpoint) => endpoint.port === 25);
  return check({ port, security, protocol, all, hasOnly25, facts });
}

/** `465 tls / 587 starttls`: the words for them are the reader's. */
function endpointsText(endpoints: readonly Endpoint[]): string {
  return [...new Set(endpoints.map(({ port, security }) => `${port} ${security}`))].join(' / ');
}

function check(given: Case): Finding[] {
  const { port, security, protocol, all, facts } = given;
  if (security === 'none') return unencrypted(given);
  if (port === undefined) return [];
  if (port === 25 && !given.hasOnly25) return [finding('port-25', 'problem', facts)];
  const usual = USUAL_PROTOCOL[port];
  const offered = all.find((endpoint) => endpoint.port === port);
  if (offered === undefined && usual !== undefined && usual !== protocol)
    return [finding('wrong-port-for-protocol', 'problem', facts)];
  if (security === undefined && PLAIN_BY_DEFAULT.has(port)) return unsaid(given, offered);
  const expected = offered?.security ?? USUAL_SECURITY[port];
  if (isMismatch(security, expected, port, all))
    return [
      finding('port-security-mismatch', 'problem', { ...facts, known: expected ?? '', security: security ?? '' }),
    ];
  if (offered !== undefined || all.length === 0) return [];
  return [finding('wrong-port', isUsual(given) ? 'info' : 'warning', facts)];
}

/** Listed by nobody for this provider, but what mail servers everywhere offer: whether this one does is not known. */
function isUsual({ port, security, protocol }: Case): boolean {
  return [...STANDARD, ...ON_REQUEST].some(
    (usual) => usual.protocol === protocol && usual.port === port && usual.security === security,
  );
}

function unencrypted({ port, facts, all }: Case): Finding[] {
  const upgrade =
    port !== undefined && (all.find((each) => each.port === port)?.security ?? USUAL_SECURITY[port]) === 'starttls';
  return [
    finding('plaintext-connection', 'problem', facts),
    ...(port === 25 ? [finding('port-25', 'problem', facts)] : []),
    ...(upgrade ? [finding('starttls-required', 'problem', facts)] : []),
  ];
}

/** 143 and 110 without a word on encryption: fine with STARTTLS where that is offered, open to all elsewhere. */
function unsaid({ facts }: Case, offered: Endpoint | undefined): Finding[] {
  if (offered?.security === 'starttls') return [finding('starttls-required', 'warning', facts)];
  return [finding('plaintext-connection', 'problem', facts)];
}

function isMismatch(
  security: PastedServer['security'],
  expected: Endpoint['security'] | undefined,
  port: number,
  all: readonly Endpoint[],
): boolean {
  if (security === undefined || security === 'auto' || expected === undefined || expected === 'none') return false;
  return security !== expected && !all.some((each) => each.port === port && each.security === security);
}
