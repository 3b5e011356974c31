import type { Socket } from 'node:net';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import type { PortFailure } from '../../../core/index.ts';
import { tlsFailure } from './tls-failures.ts';

/** Encrypts a socket as a client and verifies nothing by itself: the caller judges what it sees. */
export function handshake(
  socket: Socket,
  host: string,
  secureContext: SecureContext,
  signal: AbortSignal,
): Promise<TLSSocket | PortFailure> {
  return new Promise((resolve) => {
    const tls = connect({
      socket,
      servername: host,
      secureContext,
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
    });
    const finish = (result: TLSSocket | PortFailure): void => {
      tls.off('secureConnect', secured).off('error', failed).off('close', closed);
      signal.removeEventListener('abort', expired);
      if (typeof result === 'string') {
        tls.on('error', () => undefined).destroy();
        socket.on('error', () => undefined).destroy();
      }
      resolve(result);
    };
    const secured = (): void => finish(tls);
    const failed = (error: NodeJS.ErrnoException): void => finish(tlsFailure(error.code));
    const closed = (): void => finish('handshake-reset');
    const expired = (): void => finish('handshake-silent');
    tls.once('secureConnect', secured).once('error', failed).once('close', closed);
    signal.addEventListener('abort', expired, { once: true });
    if (signal.aborted) expired();
  });
}
