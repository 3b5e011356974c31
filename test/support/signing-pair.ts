import './mail-zoo/reflect-metadata.ts';
import { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cryptoProvider, X509CertificateGenerator } from '@peculiar/x509';
import type { SigningFiles } from '../../src/bot/signing/index.ts';
import { tempDir } from './temp-dir.ts';

const DAY = 24 * 60 * 60 * 1000;
export const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
export const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

cryptoProvider.set(webcrypto);

/** A certificate that signed itself a day before `now` (ms), with its key: two PEM files. */
export async function signingPair(
  now: number,
  algorithm: typeof RSA | typeof EC = EC,
  until = now + DAY,
): Promise<SigningFiles & { folder: string }> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Help desk of Example',
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(now - DAY),
    notAfter: new Date(until),
  });
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const folder = tempDir();
  const files = { folder, certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  writeFileSync(files.certFile, certificate.toString('pem'));
  writeFileSync(files.keyFile, pem('PRIVATE KEY', der));
  return files;
}

function pem(label: string, der: Buffer): string {
  return `-----BEGIN ${label}-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`;
}
