import type { ConversationId, PersonId, PlaceId } from './event.ts';
import type { Protocol } from './intent.ts';

/** What a Turn can ask to be done outside the core. */
export type JobTask = { kind: 'check-server'; host: string; port?: number } | { kind: 'discover'; domain: string };

export interface JobRequest {
  /** Derived from the event key, so that a repeated respond asks for the same job. */
  id: string;
  task: JobTask;
  /** To whom and where the result belongs: the `job-finished` event carries these. */
  conversation: ConversationId;
  place: PlaceId;
  private: boolean;
  person: PersonId;
  /** Operation key of the "Checking…" message that the result edits. */
  progress: string;
}

/** Facts of one TLS conversation; codes, never raw OpenSSL text. */
export interface PortCheck {
  port: number;
  protocol: Protocol | 'unknown';
  reachable: boolean;
  /** Why not: `refused`, `timeout`, `reset`, `unreachable`, `closed`. */
  failure?: string;
  mode?: 'tls' | 'starttls' | 'none';
  /** Printable, at most 80 characters. */
  greeting?: string;
  tlsVersion?: string;
  tlsVersionsOffered?: string[];
  cipher?: string;
  authorized?: boolean;
  /** Own codes: `expired`, `not-yet-valid`, `self-signed`, `unknown-issuer`, `incomplete-chain`, `name-mismatch`, `weak-key`, `weak-signature`, … */
  certificateProblems?: string[];
  certificate?: { subject: string; issuer: string; validTo: string; names: string[] };
  loginBeforeTls?: boolean;
  saslMechanisms?: string[];
  /** Milliseconds to connect and to finish the handshake. */
  connectMs?: number;
  handshakeMs?: number;
  /** Findings by code, worst first. */
  findings: string[];
}

export interface ServerCheck {
  host: string;
  /** `refused` is one uniform answer for everything the address guard will not touch. */
  status: 'checked' | 'refused' | 'name-not-found' | 'dns-failure' | 'rate-limited';
  ports: PortCheck[];
  /** Is it encrypted? */
  verdict: 'good' | 'risky' | 'broken' | 'unknown';
  notChecked: string[];
  /** Milliseconds since the epoch. */
  checkedAt: number;
}

export interface DiscoveredServer {
  protocol: Protocol;
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  /** Which rung found it and how far to trust it. */
  via: 'database' | 'mx' | 'autoconfig' | 'well-known' | 'srv' | 'mx-autoconfig' | 'guess';
  trust: 'high' | 'dns' | 'guess';
}

export interface Discovery {
  domain: string;
  status: 'found' | 'nothing-found' | 'domain-not-found' | 'refused' | 'dns-failure' | 'rate-limited';
  /** MX hosts seen, in order of preference. */
  mx: string[];
  /** Provider behind the domain, by MX, and how sure that is. */
  provider?: { id: string; certain: boolean };
  /** A filter in front (Proofpoint…), which proves nothing about the mailbox. */
  gateway?: string;
  servers: DiscoveredServer[];
  disagreements: { protocol: Protocol; values: DiscoveredServer[] }[];
  checkedAt: number;
}

export type JobOutcome =
  | { kind: 'check-server'; task: Extract<JobTask, { kind: 'check-server' }>; progress: string; result: ServerCheck }
  | { kind: 'discover'; task: Extract<JobTask, { kind: 'discover' }>; progress: string; result: Discovery }
  | { kind: 'failed'; task: JobTask; progress: string };
