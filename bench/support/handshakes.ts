import { once } from 'node:events';
import { connect, createSecureContext, type SecureContext, type SecureVersion } from 'node:tls';

/** Every version that Node's OpenSSL can still be asked for. */
export const VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const satisfies readonly SecureVersion[];

export function contextFor(ca: string, version?: SecureVersion): SecureContext {
  const only = version && { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
  return createSecureContext({ ca, ...only });
}

/** Connects, shakes hands, says nothing and leaves. A refused handshake counts like any other. */
export async function handshake(port: number, servername: string, secureContext: SecureContext): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port, servername, secureContext, rejectUnauthorized: false });
  await Promise.race([once(socket, 'secureConnect'), once(socket, 'close')]).catch(() => undefined);
  socket.on('error', () => undefined).destroy();
}
