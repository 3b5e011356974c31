import type { Finding } from '../model/diagnosis.ts';
import type { PortCheck, ServerCheck } from '../model/job.ts';
import type { Level } from '../model/reply.ts';
import { TLS_FINDING_CODES, TLS_RULES, type TlsFindingCode, type TlsRule } from './tls-rules.ts';

const DAY = 86_400_000;
const OLD_VERSIONS = new Set(['TLSv1', 'TLSv1.1']);
const CONNECTION_FAILURES = new Set(['refused', 'timeout', 'reset', 'unreachable', 'closed']);
const PROTOCOL_NAMES: Record<string, string> = { imap: 'IMAP', pop3: 'POP3', smtp: 'SMTP', http: 'HTTP', ssh: 'SSH' };
const LEVELS_BY_WEIGHT: Level[] = ['broken', 'risky', 'unknown', 'good'];

/** What was found on one port, worst first; never empty. `at` is the time of the check in milliseconds. */
export function portFindings(port: PortCheck, at: number): Finding[] {
  const codes = new Set<string>([
    ...failureCodes(port),
    ...tlsCodes(port),
    ...(port.notes ?? []),
    ...familyCodes(port),
  ]);
  if (isEncrypted(port) && ![...codes].some((code) => ruleOf(code).verdict === 'broken')) codes.add('encrypted');
  const facts = findingFacts(port, at);
  return byWeight(codes).map((code) => ({ code, level: ruleOf(code).level, facts }));
}

/** Findings of all ports that say something: where one port answered, those that are merely closed are left out. */
export function serverFindings(check: ServerCheck): Finding[] {
  return speakingPorts(check.ports)
    .flatMap((port) => portFindings(port, check.checkedAt))
    .sort((one, other) => weight(one.code) - weight(other.code));
}

/** Is it encrypted? The worst verdict of the ports that answered; `unknown` when none did. */
export function tlsVerdict(ports: readonly PortCheck[], at: number): Level {
  const levels = new Set(speakingPorts(ports).map((port) => portVerdict(port, at)));
  return LEVELS_BY_WEIGHT.find((level) => levels.has(level)) ?? 'unknown';
}

export function portVerdict(port: PortCheck, at: number): Level {
  const levels = new Set(portFindings(port, at).map((finding) => ruleOf(finding.code).verdict));
  return LEVELS_BY_WEIGHT.find((level) => levels.has(level)) ?? 'unknown';
}

function speakingPorts(ports: readonly PortCheck[]): readonly PortCheck[] {
  const speaking = ports.filter((port) => port.reachable);
  return speaking.length > 0 ? speaking : ports;
}

function failureCodes(port: PortCheck): string[] {
  if (port.failure === undefined) return [];
  return [CONNECTION_FAILURES.has(port.failure) ? `connection-${port.failure}` : port.failure];
}

function tlsCodes(port: PortCheck): string[] {
  const codes = (port.certificateProblems ?? []).map((problem) => `certificate-${problem}`);
  if (port.mode === 'none' && port.failure === undefined) codes.push('plaintext-connection');
  if (port.loginBeforeTls === true && port.mode !== 'none') codes.push('login-before-tls');
  if (port.cipher !== undefined && !hasForwardSecrecy(port.cipher)) codes.push('old-cipher');
  return [...codes, ...versionCodes(port)];
}

function versionCodes({ tlsVersion, tlsVersionsOffered = [] }: PortCheck): string[] {
  if (tlsVersion !== undefined && OLD_VERSIONS.has(tlsVersion)) return ['old-tls-only'];
  return tlsVersionsOffered.some((version) => OLD_VERSIONS.has(version)) ? ['old-tls-offered'] : [];
}

/** TLS 1.3 suites begin with TLS_ and always have it. */
function hasForwardSecrecy(cipher: string): boolean {
  return /^(TLS_|ECDHE-|DHE-)/.test(cipher) && !/RC4|3DES|DES-CBC3|NULL|EXP/.test(cipher);
}

/** A family that fails while the other works delays people whose network has both. "Unreachable" may be our own network: nothing is said. */
function familyCodes(port: PortCheck): string[] {
  if (!port.reachable) return [];
  return (port.families ?? [])
    .filter(({ outcome }) => outcome !== 'reachable' && outcome !== 'unreachable')
    .map(({ family }) => `ipv${family}-broken`);
}

function isEncrypted(port: PortCheck): boolean {
  return port.tlsVersion !== undefined && port.mode !== 'none';
}

function findingFacts(port: PortCheck, at: number): Finding['facts'] {
  const facts: Finding['facts'] = { port: port.port, protocol: PROTOCOL_NAMES[port.protocol] ?? '' };
  if (port.speaks !== undefined) facts['speaks'] = PROTOCOL_NAMES[port.speaks] ?? port.speaks;
  if (port.tlsVersion !== undefined) facts['version'] = port.tlsVersion.replace('v', ' ');
  if (port.greeting !== undefined) facts['greeting'] = port.greeting;
  return { ...facts, ...certificateFacts(port, at) };
}

function certificateFacts({ certificate, chain }: PortCheck, at: number): Finding['facts'] {
  if (!certificate) return {};
  const ends = Date.parse(certificate.validTo);
  return {
    names: certificate.names.slice(0, 3).join(', ') || certificate.subject,
    issuer: certificate.issuer,
    date: certificate.validTo.slice(0, 10),
    from: chain?.[0]?.validFrom.slice(0, 10) ?? '',
    days: Math.max(0, Math.floor((ends - at) / DAY)),
    key: chain?.[0]?.key ?? '',
  };
}

function ruleOf(code: string): TlsRule {
  return TLS_RULES[code as TlsFindingCode] ?? { level: 'warning', verdict: 'unknown' };
}

function weight(code: string): number {
  const place = TLS_FINDING_CODES.indexOf(code as TlsFindingCode);
  return place === -1 ? TLS_FINDING_CODES.length : place;
}

function byWeight(codes: Iterable<string>): string[] {
  return [...codes].sort((one, other) => weight(one) - weight(other));
}
