import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { CertificateProblem, PortCheck } from '../../../core/index.ts';
import { printable } from '../sockets/printable.ts';
import { certificateFacts, peerChain } from './chain.ts';
import { dnsNames, signatureHash } from './fields.ts';
import { nameProblem } from './names.ts';

const DAY = 86_400_000;
/** Authorities renew a month before the end; two weeks left means that renewal has failed. */
const SOON = 14 * DAY;
const WEAKEST: Record<string, number> = { RSA: 2048, EC: 224 };
const WEAK_HASHES = new Set(['MD2', 'MD5', 'SHA-1']);
/** Extended key usage: serverAuth and any. */
const SERVER_PURPOSES = new Set(['1.3.6.1.5.5.7.3.1', '2.5.29.37.0']);
const MOST_NAMES_SHOWN = 20;
const MOST_CHAIN_SHOWN = 10;

type Judgement = Pick<PortCheck, 'authorized' | 'certificateProblems' | 'certificate' | 'chain'>;

/** What the certificates of an encrypted connection say, and every problem with them; `now` in milliseconds. */
export function judgeCertificates(socket: TLSSocket, host: string, now: number): Judgement {
  const chain = peerChain(socket);
  const leaf = chain[0];
  if (!leaf) return { authorized: false, certificateProblems: ['untrusted'] };
  const names = dnsNames(leaf.raw);
  const dates = dateProblems(chain, socket.authorized, now);
  const trust = trustProblems(chain, socket, dates.length > 0);
  const problems = new Set([...nameProblems(host, names), ...dates, ...trust, ...strengthProblems(chain)]);
  const { subject, issuer, validTo } = certificateFacts(leaf);
  return {
    authorized: socket.authorized && nameProblem(host, names) === undefined,
    certificateProblems: [...problems],
    certificate: { subject, issuer, validTo, names: names.slice(0, MOST_NAMES_SHOWN).map((name) => printable(name)) },
    chain: chain.slice(0, MOST_CHAIN_SHOWN).map(certificateFacts),
  };
}

function nameProblems(host: string, names: string[]): CertificateProblem[] {
  const problem = nameProblem(host, names);
  return problem === undefined ? [] : [problem];
}

/** OpenSSL names only the first date that is wrong, and not whose: each certificate is looked at. */
function dateProblems(chain: X509Certificate[], trusted: boolean, now: number): CertificateProblem[] {
  const [leaf, ...others] = chain;
  const problems: CertificateProblem[] = [];
  if (leaf) problems.push(...leafDateProblems(leaf, now));
  const stale = others.some(
    (certificate) => Date.parse(certificate.validTo) < now && !(trusted && isSelfSigned(certificate)),
  );
  // A trusted path that does not need the stale one may exist (an old cross-signed root): then it is only a spare.
  if (stale) problems.push(trusted ? 'spare-expired' : 'intermediate-expired');
  return problems;
}

function leafDateProblems(leaf: X509Certificate, now: number): CertificateProblem[] {
  if (Date.parse(leaf.validFrom) > now) return ['not-yet-valid'];
  const left = Date.parse(leaf.validTo) - now;
  if (left < 0) return ['expired'];
  return left < SOON ? ['expires-soon'] : [];
}

function trustProblems(chain: X509Certificate[], socket: TLSSocket, dated: boolean): CertificateProblem[] {
  const purposes: string[] | undefined = chain[0]?.keyUsage;
  if (purposes && !purposes.some((purpose) => SERVER_PURPOSES.has(purpose))) return ['wrong-purpose'];
  if (socket.authorized) return [];
  // OpenSSL keeps its last complaint only: a date hides that the certificate is also self-signed.
  if (chain.length === 1 && chain[0] && isSelfSigned(chain[0])) return ['self-signed'];
  const code = verificationCode(socket);
  if (code === 'SELF_SIGNED_CERT_IN_CHAIN') return ['unknown-issuer'];
  if (/^UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)/.test(code)) {
    return [chain.length === 1 ? 'incomplete-chain' : 'unknown-issuer'];
  }
  return dated ? [] : ['untrusted'];
}

/** Typed as an Error by Node's types, in truth its code. */
function verificationCode(socket: TLSSocket): string {
  const reason: unknown = socket.authorizationError;
  return reason instanceof Error ? reason.message : String(reason);
}

function strengthProblems(chain: X509Certificate[]): CertificateProblem[] {
  const problems: CertificateProblem[] = [];
  if (chain.some((certificate) => isWeakKey(certificateFacts(certificate).key))) problems.push('weak-key');
  // Nobody checks the signature of a root.
  const signed = chain.filter((certificate) => !isSelfSigned(certificate));
  if (signed.some(({ raw }) => WEAK_HASHES.has(signatureHash(raw) ?? ''))) problems.push('weak-signature');
  return problems;
}

function isWeakKey(key: string): boolean {
  const [type, bits] = key.split(' ');
  if (type === 'DSA') return true;
  return Number(bits ?? Infinity) < (WEAKEST[type ?? ''] ?? 0);
}

function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer;
}
