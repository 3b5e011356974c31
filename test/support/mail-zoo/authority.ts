import { webcrypto } from 'node:crypto';
import './reflect-metadata.ts';
import * as x509 from '@peculiar/x509';

const DAY = 86_400_000;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' };

/** A certificate with its key, ready for a server: `cert` holds the chain to send. */
export interface Issued {
  cert: string;
  key: string;
  certificate: x509.X509Certificate;
  keys: webcrypto.CryptoKeyPair;
}

export interface CertificateOptions {
  subject?: string;
  /** DNS names; none at all for an empty list. */
  names?: readonly string[];
  /** Days from now. */
  from?: number;
  to?: number;
  ca?: boolean;
  purposes?: readonly string[];
  rsaBits?: number;
  hash?: 'SHA-1' | 'SHA-256';
  /** Signs itself without one. */
  issuer?: Issued;
  /** Certificates to send after the own one. */
  send?: readonly Issued[];
}

let serial = 1;

export async function issue(options: CertificateOptions = {}): Promise<Issued> {
  const keys = await makeKeys(options.rsaBits);
  const subject = options.subject ?? `CN=${options.names?.[0] ?? 'Zoo'}`;
  const issuer = options.issuer;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: (serial++).toString(16).padStart(4, '0'),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(Date.now() + (options.from ?? -30) * DAY),
    notAfter: new Date(Date.now() + (options.to ?? 60) * DAY),
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: signing((issuer?.keys ?? keys).privateKey, options.hash ?? 'SHA-256'),
    extensions: extensions(options),
  });
  const sent = [certificate, ...(options.send ?? []).map((other) => other.certificate)];
  return { cert: sent.map((one) => one.toString('pem')).join('\n'), key: await pem(keys), certificate, keys };
}

async function makeKeys(rsaBits: number | undefined): Promise<webcrypto.CryptoKeyPair> {
  if (rsaBits === undefined) return webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const rsa = { name: 'RSASSA-PKCS1-v1_5', modulusLength: rsaBits, publicExponent: new Uint8Array([1, 0, 1]) };
  return webcrypto.subtle.generateKey({ ...rsa, hash: 'SHA-256' }, true, ['sign', 'verify']);
}

function signing(key: webcrypto.CryptoKey, hash: string): { name: string; hash: string } {
  return { name: key.algorithm.name, hash };
}

function extensions({ ca = false, names = [], purposes = [SERVER_AUTH] }: CertificateOptions): x509.Extension[] {
  const made: x509.Extension[] = [new x509.BasicConstraintsExtension(ca, undefined, true)];
  if (!ca && purposes.length > 0) made.push(new x509.ExtendedKeyUsageExtension([...purposes]));
  if (names.length > 0) {
    made.push(new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns' as const, value }))));
  }
  return made;
}

async function pem(keys: webcrypto.CryptoKeyPair): Promise<string> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return x509.PemConverter.encode(pkcs8, 'PRIVATE KEY');
}
