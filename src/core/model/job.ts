import type { PastedServer } from './diagnosis.ts';
import type { FileRules } from './desk.ts';
import type { ConversationId, FileRef, PersonId, PlaceId } from './event.ts';
import type { Protocol } from './intent.ts';
import type { FileRefusal } from './ticket.ts';

/** What a Turn can ask to be done outside the core. */
export type JobTask =
  | {
      kind: 'check-server';
      host: string;
      /** The usual ones where absent; 0 for what is refused whatever it is (a scan, a list of servers). */
      port?: number;
      /** Of the asker's own address: looked up beside the check, it may confirm whose server it is. */
      domain?: string;
    }
  /** `pasted`: settings that the result is to be compared with. */
  | { kind: 'discover'; domain: string; pasted?: PastedServer[] }
  /** Copies a file of a message into the store, as long as the platform still gives it away. */
  | { kind: 'fetch-file'; file: FileRef; attachment: string; rules: FileRules }
  /** Signs a file with the operator's key. `account`: whose it is, as shown. */
  | { kind: 'sign-file'; name: string; mime: string; content: string; account: string };

/** What became of a file. */
export type FetchedFile =
  | { kept: true; mime: string; size: number; hash: string }
  | { kept: false; refusal: FileRefusal };

export interface JobRequest {
  /** Derived from the event key, so that a repeated respond asks for the same job. */
  id: string;
  task: JobTask;
  /** To whom and where the result belongs: the `job-finished` event carries these. */
  conversation: ConversationId;
  place: PlaceId;
  private: boolean;
  person: PersonId;
  /** Operation key of the "Checking…" message that the result edits; empty where there is none. */
  progress: string;
  /** The platform's id of the message that asked: when it is deleted, the job is dropped. */
  message?: string;
}

/** How far a check has come, in order. */
export type CheckStep = 'connecting' | 'encrypting' | 'certificate';

/** One visit to a domain's servers for somebody; `target` is a registrable domain, `at` in milliseconds. */
export interface Visit {
  at: number;
  person: PersonId;
  place: PlaceId;
  target: string;
}

/** Whose count is full, and from when (ms) one more visit is allowed. */
export interface VisitLimit {
  by: 'person' | 'place' | 'target' | 'all';
  tryAt: number;
}

/**
 * What ended a conversation with a port before it was complete. The first five happen while connecting;
 * `no-greeting` and later ones after it.
 */
export type PortFailure =
  | 'refused'
  | 'timeout'
  | 'reset'
  | 'unreachable'
  | 'closed'
  | 'no-greeting'
  | 'closed-after-greeting'
  | 'too-slow'
  | 'flood'
  | 'turned-away'
  | 'busy'
  | 'not-mail-server'
  | 'other-mail-protocol'
  | 'starttls-refused'
  | 'starttls-injected'
  | 'starttls-ignored'
  | 'starttls-closed'
  | 'starttls-silent'
  | 'not-tls'
  | 'handshake-reset'
  | 'handshake-silent'
  | 'handshake-failed'
  | 'no-common-version'
  | 'no-common-cipher'
  | 'name-not-served'
  | 'client-certificate-wanted'
  | 'alpn-refused'
  | 'closed-after-tls'
  | 'no-greeting-after-tls';

/** What is odd about a port without ending the conversation. */
export type PortNote =
  | 'plain-on-tls-port'
  | 'tls-on-plain-port'
  | 'preauth'
  | 'capabilities-refused'
  | 'spoke-out-of-turn'
  | 'first-address-dead';

export type CertificateProblem =
  | 'expired'
  | 'not-yet-valid'
  | 'expires-soon'
  | 'intermediate-expired'
  | 'spare-expired'
  | 'self-signed'
  | 'unknown-issuer'
  | 'incomplete-chain'
  | 'untrusted'
  | 'name-mismatch'
  | 'no-names'
  | 'strange-name'
  | 'wildcard-too-wide'
  | 'wrong-purpose'
  | 'weak-key'
  | 'weak-signature';

/** One certificate of a chain, leaf first. Texts are printable and cut; dates are ISO 8601. */
export interface CertificateFacts {
  subject: string;
  issuer: string;
  validFrom: string;
  validTo: string;
  /** `RSA 2048`, `EC 256`, `Ed25519`. */
  key: string;
  /** Hash of the signature, `SHA-256`; absent where the algorithm has none or is unknown. */
  signatureHash?: string;
}

/** Facts of one TLS conversation; codes, never raw OpenSSL text. */
export interface PortCheck {
  port: number;
  protocol: Protocol | 'unknown';
  reachable: boolean;
  /** A `PortFailure`. */
  failure?: string;
  /** `PortNote`s. */
  notes?: string[];
  /** What answered instead of the expected protocol: `http`, `ssh`, `smtp`, `imap`, `pop3`. */
  speaks?: string;
  /** How each address family fared, where the name has addresses of it: `reachable` or a `PortFailure`. */
  families?: { family: 4 | 6; outcome: string }[];
  mode?: 'tls' | 'starttls' | 'none';
  /** Printable, at most 80 characters. */
  greeting?: string;
  tlsVersion?: string;
  /** Of TLSv1, TLSv1.1, TLSv1.2, TLSv1.3, oldest first; absent when they were not all tried. */
  tlsVersionsOffered?: string[];
  cipher?: string;
  authorized?: boolean;
  /** `CertificateProblem`s. */
  certificateProblems?: string[];
  /** At most 20 names. */
  certificate?: { subject: string; issuer: string; validTo: string; names: string[] };
  /** Leaf first, at most 10. */
  chain?: CertificateFacts[];
  loginBeforeTls?: boolean;
  saslMechanisms?: string[];
  /** Announced after encryption (before it where there is none); printable, at most 60. */
  capabilities?: string[];
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
  /** With `rate-limited`. */
  limit?: VisitLimit;
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
  via: 'database' | 'mx' | 'autoconfig' | 'well-known' | 'srv' | 'mx-autoconfig' | 'autodiscover' | 'guess';
  trust: 'high' | 'dns' | 'guess';
}

export interface Discovery {
  domain: string;
  status: 'found' | 'nothing-found' | 'domain-not-found' | 'refused' | 'dns-failure' | 'rate-limited';
  /** With `rate-limited`. */
  limit?: VisitLimit;
  /** MX hosts seen, in order of preference. */
  mx: string[];
  /** Provider behind the domain, by MX, and how sure that is. */
  provider?: { id: string; certain: boolean };
  /** A filter in front (Proofpoint…), which proves nothing about the mailbox. */
  gateway?: string;
  servers: DiscoveredServer[];
  disagreements: { protocol: Protocol; values: DiscoveredServer[] }[];
  /** Protocols whose SRV records say that they are not offered (target "."). */
  notOffered?: Protocol[];
  /** The domain says that it receives no mail at all (null MX, RFC 7505). */
  nullMx?: boolean;
  /** What each rung of the ladder answered, in order of priority. */
  evidence?: { via: DiscoveredServer['via']; outcome: 'found' | 'nothing' | 'not-offered' | 'failed' | 'not-tried' }[];
  checkedAt: number;
}

export type JobOutcome =
  | {
      kind: 'check-server';
      task: Extract<JobTask, { kind: 'check-server' }>;
      progress: string;
      result: ServerCheck;
      /** Of the task's domain. */
      discovery?: Discovery;
    }
  | { kind: 'discover'; task: Extract<JobTask, { kind: 'discover' }>; progress: string; result: Discovery }
  | { kind: 'fetch-file'; task: Extract<JobTask, { kind: 'fetch-file' }>; progress: string; result: FetchedFile }
  /** `result`: the signed file (CMS, DER) in base64. */
  | { kind: 'sign-file'; task: Extract<JobTask, { kind: 'sign-file' }>; progress: string; result: string }
  | { kind: 'failed'; task: JobTask; progress: string };
