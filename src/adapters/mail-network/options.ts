import type { Socket } from 'node:net';
import type { AdapterLog, Knowledge } from '../../core/index.ts';
import type { Resolve } from './dns.ts';

/** Opens a TCP connection to an address that the guard has judged; never to a name. */
export type Dial = (address: string, port: number) => Socket;

/** Times in milliseconds. */
export interface Limits {
  /** One whole check of a server. */
  checkMs: number;
  /** One whole discovery. */
  discoveryMs: number;
  /** DNS for one check; shorter than `refusalMs`, so that a refusal never tells how long a name took to resolve. */
  dnsMs: number;
  /** Everything refused is answered after exactly this time. */
  refusalMs: number;
  /** All attempts to connect to one address family. */
  connectMs: number;
  /** A port that has said nothing for this long is tried with TLS from the start. */
  silentMs: number;
  cacheMs: number;
  /** Ports talked to at the same time, over all checks. */
  portsAtOnce: number;
}

export const DEFAULT_LIMITS: Limits = {
  checkMs: 8_000,
  discoveryMs: 6_000,
  dnsMs: 2_000,
  refusalMs: 2_500,
  connectMs: 4_000,
  silentMs: 1_500,
  cacheMs: 600_000,
  portsAtOnce: 64,
};

export interface MailNetworkOptions {
  knowledge: Knowledge;
  /** Milliseconds since the epoch. */
  now: () => number;
  log: AdapterLog;
  resolve?: Resolve;
  dial?: Dial;
  /** CIDR blocks inside a company that may be checked although they are not public. */
  allowNetworks?: readonly string[];
  /** `host:port` of the resolvers to ask; the system's without it. */
  dnsServers?: readonly string[];
  /** PEM file with certificate authorities to trust besides the usual ones. */
  caFile?: string;
  limits?: Partial<Limits>;
}
