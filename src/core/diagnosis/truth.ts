import type { Finding, FindingLevel, PastedServer, Protocol, Provider, Security, Server } from '../model.ts';
import type { Knowledge } from '../ports.ts';

export type Endpoint = Pick<Server, 'protocol' | 'port' | 'security'>;

/** What pasted settings are measured by. */
export interface Truth {
  knowledge: Knowledge;
  /** Absent for one that we do not know: then only what holds for every provider is said. */
  provider?: Provider;
  /** Those to use, best first: published for the asker's domain, or found by discovery. */
  servers: readonly Server[];
  /** Right too, where somebody has them. */
  others?: readonly Server[];
  /** Domain of the asker's address. */
  domain?: string;
}

/** The ports that mail programs use everywhere (RFC 8314, section 3 and 7.3). */
export const STANDARD: readonly Endpoint[] = [
  { protocol: 'imap', port: 993, security: 'tls' },
  { protocol: 'pop3', port: 995, security: 'tls' },
  { protocol: 'smtp', port: 465, security: 'tls' },
  { protocol: 'smtp', port: 587, security: 'starttls' },
];

export const USUAL_PROTOCOL: Readonly<Record<number, Protocol>> = {
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

export const USUAL_SECURITY: Readonly<Record<number, Security>> = {
  993: 'tls',
  995: 'tls',
  465: 'tls',
  994: 'tls',
  587: 'starttls',
};

export function finding(code: string, level: FindingLevel, facts: Finding['facts'] = {}): Finding {
  return { code, level, facts };
}

/** Those to use, and those that are right too where somebody has them. */
export function offeredBy(provider: Provider): Server[] {
  return [...provider.servers, ...provider.alsoOffered];
}

/** The protocol that is meant: the label's, else the published host's, else the usual one of the port. */
export function protocolOf(server: PastedServer, truth: readonly Server[]): Protocol {
  if (server.protocol) return server.protocol;
  if (server.direction === 'outgoing') return 'smtp';
  const published = truth.find((known) => known.host === server.host && known.protocol !== 'smtp');
  const byPort = server.port === undefined ? undefined : USUAL_PROTOCOL[server.port];
  if (published) return published.protocol;
  if (byPort !== undefined && (byPort !== 'smtp' || server.direction === undefined)) return byPort;
  return truth.find((known) => known.protocol !== 'smtp')?.protocol ?? 'imap';
}
