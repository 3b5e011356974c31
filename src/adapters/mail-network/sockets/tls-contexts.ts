import { readFileSync } from 'node:fs';
import {
  createSecureContext,
  rootCertificates,
  type SecureContext,
  type SecureContextOptions,
  type SecureVersion,
} from 'node:tls';

/** Oldest first. */
export const TLS_VERSIONS: readonly SecureVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** Security level 0 also lets old servers finish the handshake, so that what is wrong with them can be said. Nothing secret is ever sent. */
const EVERYTHING = 'DEFAULT:@SECLEVEL=0';

/** Client contexts, each made once when first needed: one with a CA file parses every root certificate, which takes 80 ms. */
export interface TlsContexts {
  /** Accepts every version. */
  lenient(): SecureContext;
  /** Accepts one version alone; what it verifies is not to be trusted. */
  only(version: SecureVersion): SecureContext;
  /** Node's own strictness, for https. */
  strict(): SecureContext;
}

/** Throws when the CA file cannot be read. */
export function createTlsContexts(caFile?: string): TlsContexts {
  const ca = caFile === undefined ? {} : { ca: [...rootCertificates, readFileSync(caFile, 'utf8')] };
  const made = new Map<string, SecureContext>();

  function once(name: string, options: SecureContextOptions): SecureContext {
    const context = made.get(name) ?? createSecureContext(options);
    made.set(name, context);
    return context;
  }

  return {
    lenient: () => once('lenient', { minVersion: 'TLSv1', maxVersion: 'TLSv1.3', ciphers: EVERYTHING, ...ca }),
    only: (version) => once(version, { minVersion: version, maxVersion: version, ciphers: EVERYTHING }),
    strict: () => once('strict', ca),
  };
}
