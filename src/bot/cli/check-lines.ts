import {
  fill,
  type Knowledge,
  type PortCheck,
  portFindings,
  type ServerCheck,
  serverOwner,
  type Texts,
  texts,
} from '../../core/index.ts';

type Words = Texts['check'];

/** A check for a person at a terminal: both verdicts, then every port with its findings and technical facts. */
export function checkLines(check: ServerCheck, knowledge: Knowledge, language: string): string[] {
  const words = texts(language).check;
  if (check.status !== 'checked') return [fill(words.statuses[check.status], { host: check.host })];
  return [
    fill(words.verdicts[check.verdict], { host: check.host }),
    ownerLine(check.host, knowledge, language),
    ...check.ports.flatMap((port) => ['', ...portLines(port, check.checkedAt, words)]),
    '',
    words.fromHere,
    `${words.notCheckedTitle}:`,
    ...check.notChecked.map((code) => `  ${textOf(words.notChecked, code)}`),
  ];
}

function ownerLine(host: string, knowledge: Knowledge, language: string): string {
  const { owners } = texts(language).check;
  const owner = serverOwner(host, knowledge);
  if (owner.kind !== 'provider') return owners.unknown;
  const names = knowledge.provider(owner.id)?.names;
  const provider = names?.[language] ?? names?.['en'] ?? owner.id;
  return fill(owner.retired ? owners.retired : owners.provider, { provider });
}

function portLines(port: PortCheck, at: number, words: Words): string[] {
  const findings = portFindings(port, at).map(({ code, facts }) => fill(textOf(words.findings, code), facts));
  const lines = [...findings, ...encryptionLines(port, words.details), ...serverLines(port, words.details)];
  const title = fill(words.details.port, { port: port.port, protocol: port.protocol.toUpperCase() });
  return [title, ...lines.map((line) => `  ${line}`)];
}

function encryptionLines(port: PortCheck, details: Words['details']): string[] {
  const { tlsVersion: version, cipher, mode, certificate, chain, tlsVersionsOffered: offered } = port;
  if (version === undefined || mode === undefined) return [];
  const lines = [fill(details.encryption, { mode: details.modes[mode], version, cipher: cipher ?? '' })];
  if (offered) lines.push(fill(details.versions, { versions: offered.join(', ') }));
  if (certificate) {
    const { subject, issuer, validTo, names } = certificate;
    const facts = { subject, issuer, date: validTo.slice(0, 10), key: chain?.[0]?.key ?? '' };
    lines.push(fill(details.certificate, facts), fill(details.names, { names: names.join(', ') }));
  }
  return lines;
}

function serverLines(port: PortCheck, details: Words['details']): string[] {
  const { saslMechanisms = [], greeting, connectMs, handshakeMs } = port;
  const lines: string[] = [];
  if (saslMechanisms.length > 0) lines.push(fill(details.sasl, { mechanisms: saslMechanisms.join(', ') }));
  if (greeting !== undefined) lines.push(fill(details.greeting, { greeting }));
  if (connectMs !== undefined && handshakeMs !== undefined) {
    lines.push(fill(details.times, { connect: connectMs, handshake: handshakeMs }));
  }
  return lines;
}

function textOf(words: Record<string, string>, code: string): string {
  return words[code] ?? code;
}
