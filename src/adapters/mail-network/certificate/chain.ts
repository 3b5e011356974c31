import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { CertificateFacts } from '../../../core/index.ts';
import { printable } from '../sockets/printable.ts';
import { signatureHash } from './fields.ts';

/** Enough for every honest server; a longer chain is cut. */
const MOST_CERTIFICATES = 100;

/** The chain as the server sent it, leaf first. */
export function peerChain(socket: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<string>();
  let link = socket.getPeerX509Certificate();
  while (link && !seen.has(link.fingerprint256) && chain.length < MOST_CERTIFICATES) {
    seen.add(link.fingerprint256);
    chain.push(link);
    link = link.issuerCertificate;
  }
  return chain;
}

export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const hash = signatureHash(certificate.raw);
  return {
    subject: shortName(certificate.subject),
    issuer: shortName(certificate.issuer),
    validFrom: isoDate(certificate.validFrom),
    validTo: isoDate(certificate.validTo),
    key: describeKey(certificate),
    ...(hash !== undefined && { signatureHash: hash }),
  };
}

/** The common name, else the organisation, else all of it on one line. */
function shortName(name: string): string {
  const lines = name.split('\n');
  const field = (key: string): string | undefined =>
    lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
  return printable(field('CN') ?? field('O') ?? lines.join(', '));
}

function isoDate(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

const CURVE_BITS: Record<string, number> = { prime256v1: 256, secp384r1: 384, secp521r1: 521, secp256k1: 256 };

function describeKey(certificate: X509Certificate): string {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
  if (type === 'rsa' || type === 'rsa-pss') return `RSA ${details?.modulusLength ?? 0}`;
  if (type === 'ec') return `EC ${curveBits(details?.namedCurve)}`;
  if (type === 'ed25519') return 'Ed25519';
  return type === 'ed448' ? 'Ed448' : `${(type ?? 'other').toUpperCase()} ${details?.modulusLength ?? 0}`;
}

function curveBits(curve: string | undefined): number {
  return CURVE_BITS[curve ?? ''] ?? Number(/\d{3}/.exec(curve ?? '')?.[0] ?? 0);
}
