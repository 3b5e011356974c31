import type { PortFailure } from '../../../core/index.ts';

/** OpenSSL reason codes as Node names them, by pattern: their exact names differ between OpenSSL 3.0 and 3.2. */
const REASONS: [RegExp, PortFailure][] = [
  [/UNRECOGNIZED_NAME/, 'name-not-served'],
  [/CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|ALERT_CERTIFICATE_UNKNOWN/, 'client-certificate-wanted'],
  [/NO_APPLICATION_PROTOCOL/, 'alpn-refused'],
  [/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/, 'no-common-version'],
  [/HANDSHAKE_FAILURE|NO_SHARED_CIPHER|INSUFFICIENT_SECURITY/, 'no-common-cipher'],
  [/WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|UNEXPECTED_MESSAGE/, 'not-tls'],
  [/^(ECONNRESET|EPIPE|ERR_SSL_UNEXPECTED_EOF.*)$/, 'handshake-reset'],
];

/** Our own code for an error of a handshake. */
export function tlsFailure(code: string | undefined): PortFailure {
  return REASONS.find(([pattern]) => pattern.test(code ?? ''))?.[1] ?? 'handshake-failed';
}
