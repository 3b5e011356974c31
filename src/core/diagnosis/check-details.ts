import { fill, type Texts } from '../locales/index.ts';
import type { CertificateFacts, PortCheck } from '../model/job.ts';
import { portFindings } from './tls-verdict.ts';

type Words = Texts['check'];

/** Capabilities beyond these say nothing to anybody. */
const CAPABILITIES_SHOWN = 24;
const DATE_LENGTH = '2026-01-31'.length;

/** Everything about one port as a heading and lines: what was found in plain words, then the technical facts. */
export function portDetails(port: PortCheck, at: number, words: Words): { title: string; lines: string[] } {
  const findings: Record<string, string> = words.findings;
  const found = portFindings(port, at).map(({ code, facts }) => fill(findings[code] ?? code, facts));
  const { details } = words;
  return {
    title: fill(details.port, { port: port.port, protocol: port.protocol.toUpperCase() }),
    lines: [...new Set(found), ...encryption(port, details), ...certificates(port, details), ...server(port, words)],
  };
}

/** What was not looked at, in words. */
export function notChecked(codes: readonly string[], words: Words): string[] {
  const texts: Record<string, string> = words.notChecked;
  return codes.map((code) => texts[code] ?? code);
}

function encryption(port: PortCheck, details: Words['details']): string[] {
  const { tlsVersion: version, cipher = '', mode, tlsVersionsOffered: offered } = port;
  if (version === undefined || mode === undefined) return [];
  const agreed = fill(details.encryption, { mode: details.modes[mode], version, cipher });
  return offered ? [agreed, fill(details.versions, { versions: offered.join(', ') })] : [agreed];
}

function certificates({ certificate, chain = [] }: PortCheck, details: Words['details']): string[] {
  if (!certificate) return [];
  const { subject, issuer, validTo, names } = certificate;
  const [leaf, ...others] = chain;
  const facts = { subject, issuer, date: day(validTo), from: day(leaf?.validFrom ?? ''), key: strength(leaf) };
  return [
    fill(details.certificate, facts),
    fill(details.names, { names: names.join(', ') }),
    ...others.map((link) =>
      fill(details.link, { subject: link.subject, date: day(link.validTo), key: strength(link) }),
    ),
  ];
}

function strength(certificate: CertificateFacts | undefined): string {
  return [certificate?.key, certificate?.signatureHash].filter((part) => part !== undefined).join(', ');
}

function day(date: string): string {
  return date.slice(0, DATE_LENGTH);
}

function server(port: PortCheck, { details }: Words): string[] {
  const { saslMechanisms = [], capabilities = [], greeting, loginBeforeTls, connectMs, handshakeMs } = port;
  const list = (words: readonly string[]) => words.slice(0, CAPABILITIES_SHOWN).join(', ');
  return [
    saslMechanisms.length > 0 && fill(details.sasl, { mechanisms: list(saslMechanisms) }),
    capabilities.length > 0 && fill(details.capabilities, { capabilities: list(capabilities) }),
    loginBeforeTls !== undefined && (loginBeforeTls ? details.loginBeforeTls : details.noLoginBeforeTls),
    greeting !== undefined && fill(details.greeting, { greeting }),
    families(port, details),
    connectMs !== undefined && fill(details.connectTime, { ms: connectMs }),
    handshakeMs !== undefined && fill(details.handshakeTime, { ms: handshakeMs }),
  ].filter((line) => line !== false);
}

/** IPv4 and IPv6 apart. */
function families({ families: both = [] }: PortCheck, details: Words['details']): string | false {
  const parts = both.map(({ family, outcome }) => {
    const line = outcome === 'reachable' ? details.answersOver : details.silentOver;
    return fill(line, { family: `IPv${family}` });
  });
  return parts.length > 0 && parts.join('; ');
}
