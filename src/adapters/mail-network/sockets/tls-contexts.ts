import { readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates, type SecureContext, type SecureVersion } from 'node:tls';

/** Oldest first. */
export const TLS_VERSIONS: readonly SecureVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** Security level 0 also lets old servers finish the handshake, so that what is wrong with them can be said. Nothing secret is ever sent. */
const EVERYTHING = 'DEFAULT:@SECLEVEL=0';

/** Client contexts, made once each: making one parses every root certificate. */
export interface TlsContexts {
  /** Accepts all versions, or one alone. */
  context(only?: SecureVersion): SecureContext;
  /** The authorities trusted besides Node's own; undefined without a CA file. */
  readonly ca: string[] | undefined;
}

/** Throws when the CA file cannot be read. */
export function createTlsContexts(caFile?: string): TlsContexts {
  const ca = caFile === undefined ? undefined : [...rootCertificates, readFileSync(caFile, 'utf8')];
  const made = new Map<SecureVersion | 'any', SecureContext>();

  function context(only?: SecureVersion): SecureContext {
    const known = made.get(only ?? 'any');
    if (known) return known;
    const versions = { minVersion: only ?? 'TLSv1', maxVersion: only ?? 'TLSv1.3' } as const;
    const fresh = createSecureContext({ ...versions, ciphers: EVERYTHING, ...(ca && { ca }) });
    made.set(only ?? 'any', fresh);
    return fresh;
  }

  return { context, ca };
}
