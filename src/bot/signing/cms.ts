import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import { OctetString } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { SigningFault } from './fault.ts';

const HASH = 'SHA-256';
const CURVES: Record<string, string> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

/** A certificate, with those above it, and its key: both PEM. */
export interface SigningPair {
  /** The signer's own first. */
  certificates: readonly [X509Certificate, ...X509Certificate[]];
  key: webcrypto.CryptoKey;
}

/** Reads a pair. Throws SigningFault when it cannot sign. `now` in milliseconds since the epoch. */
export async function readPair(certificatePem: string, keyPem: string, now: number): Promise<SigningPair> {
  const [own, ...issuers] = certificatesIn(certificatePem);
  if (!own) throw new SigningFault('certificate-unreadable');
  const key = privateKeyIn(keyPem);
  if (!own.checkPrivateKey(key)) throw new SigningFault('pair-mismatch');
  if (Date.parse(own.validTo) <= now) throw new SigningFault('certificate-expired');
  const der = key.export({ type: 'pkcs8', format: 'der' });
  const algorithm = algorithmOf(key);
  return {
    certificates: [own, ...issuers],
    key: await webcrypto.subtle.importKey('pkcs8', Uint8Array.from(der), algorithm, false, ['sign']),
  };
}

/** The file inside a signature (CMS SignedData, RFC 5652; DER), as Apple wants signed profiles. */
export async function signedMessage(content: string, { certificates, key }: SigningPair): Promise<Uint8Array> {
  const chain = certificates.map((one) => Certificate.fromBER(Uint8Array.from(one.raw)));
  const [own] = chain;
  if (!own) throw new SigningFault('certificate-unreadable');
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: ContentInfo.DATA,
      eContent: new OctetString({ valueHex: new TextEncoder().encode(content) }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
      }),
    ],
    certificates: chain,
  });
  await signed.sign(key, 0, HASH, undefined, new CryptoEngine({ name: 'node', crypto: webcrypto }));
  const message = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(message.toSchema().toBER());
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    throw new SigningFault('certificate-unreadable');
  }
}

function privateKeyIn(pem: string) {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new SigningFault('key-unreadable');
  }
}

function algorithmOf(
  key: ReturnType<typeof createPrivateKey>,
): webcrypto.RsaHashedImportParams | webcrypto.EcKeyImportParams {
  if (key.asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash: HASH };
  const curve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (key.asymmetricKeyType !== 'ec' || curve === undefined) throw new SigningFault('key-unsuitable');
  return { name: 'ECDSA', namedCurve: curve };
}
