import type { FindingLevel } from '../model/diagnosis.ts';
import type { Level } from '../model/reply.ts';

/** What a finding of a check means: how loud it is, and which verdict it forces (none where it only informs). */
export interface TlsRule {
  level: FindingLevel;
  verdict?: Level;
}

const BROKEN: TlsRule = { level: 'problem', verdict: 'broken' };
const RISKY: TlsRule = { level: 'warning', verdict: 'risky' };
const UNKNOWN: TlsRule = { level: 'problem', verdict: 'unknown' };
const REMARK: TlsRule = { level: 'info' };

/** Every finding of a check, worst first: findings are shown in this order. */
export const TLS_RULES = {
  'plaintext-connection': BROKEN,
  'starttls-injected': BROKEN,
  'starttls-refused': BROKEN,
  'starttls-ignored': BROKEN,
  'starttls-closed': BROKEN,
  'starttls-silent': BROKEN,
  preauth: BROKEN,
  'certificate-name-mismatch': BROKEN,
  'certificate-strange-name': BROKEN,
  'certificate-wildcard-too-wide': BROKEN,
  'certificate-no-names': BROKEN,
  'certificate-expired': BROKEN,
  'certificate-intermediate-expired': BROKEN,
  'certificate-not-yet-valid': BROKEN,
  'certificate-self-signed': BROKEN,
  'certificate-incomplete-chain': BROKEN,
  'certificate-unknown-issuer': BROKEN,
  'certificate-wrong-purpose': BROKEN,
  'certificate-untrusted': BROKEN,
  'plain-on-tls-port': BROKEN,
  'not-tls': BROKEN,
  'handshake-reset': BROKEN,
  'handshake-silent': BROKEN,
  'handshake-failed': BROKEN,
  'no-common-version': BROKEN,
  'no-common-cipher': BROKEN,
  'name-not-served': BROKEN,
  'alpn-refused': BROKEN,
  'not-mail-server': BROKEN,
  'other-mail-protocol': BROKEN,
  flood: BROKEN,
  'closed-after-tls': BROKEN,
  'no-greeting-after-tls': BROKEN,
  'client-certificate-wanted': UNKNOWN,
  'turned-away': UNKNOWN,
  busy: UNKNOWN,
  'closed-after-greeting': UNKNOWN,
  'no-greeting': UNKNOWN,
  'too-slow': UNKNOWN,
  'connection-closed': UNKNOWN,
  'connection-reset': UNKNOWN,
  'connection-refused': UNKNOWN,
  'connection-timeout': UNKNOWN,
  'connection-unreachable': UNKNOWN,
  'old-tls-only': RISKY,
  'certificate-weak-key': RISKY,
  'certificate-weak-signature': RISKY,
  'old-cipher': RISKY,
  'login-before-tls': RISKY,
  'certificate-expires-soon': { level: 'warning' },
  'ipv6-broken': { level: 'warning' },
  'ipv4-broken': { level: 'warning' },
  'first-address-dead': { level: 'warning' },
  'tls-on-plain-port': REMARK,
  'old-tls-offered': REMARK,
  'certificate-spare-expired': REMARK,
  'capabilities-refused': REMARK,
  'spoke-out-of-turn': REMARK,
  encrypted: { level: 'ok', verdict: 'good' },
} as const satisfies Record<string, TlsRule>;

export type TlsFindingCode = keyof typeof TLS_RULES;

export const TLS_FINDING_CODES = Object.keys(TLS_RULES) as TlsFindingCode[];
