import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls';
import { onLines, type Behaviour } from './keeper.ts';

/** Fatal TLS alerts in the clear: record type 21, version 3.1, two bytes: fatal, description. */
export const ALERT_UNRECOGNIZED_NAME = alert(112);
export const ALERT_NO_APPLICATION_PROTOCOL = alert(120);
export const ALERT_PROTOCOL_VERSION = alert(70);
export const ALERT_HANDSHAKE_FAILURE = alert(40);

function alert(description: number): Buffer {
  return Buffer.from([21, 3, 1, 0, 2, 2, description]);
}

export const silent: Behaviour = () => undefined;
export const closesOnAccept: Behaviour = (socket) => void socket.end();
export const resetsOnAccept: Behaviour = (socket) => void socket.resetAndDestroy();

/** Says something and then listens to nothing. */
export function says(text: string | Buffer): Behaviour {
  return (socket) => void socket.resume().write(text);
}

export function saysAndCloses(text: string): Behaviour {
  return (socket) => void socket.resume().end(text);
}

/** Answers the first bytes that come, whatever they are. */
export function answersAnything(text: string | Buffer): Behaviour {
  return (socket) => void socket.once('data', () => socket.end(text));
}

/** One byte at a time, never a line end. */
export const drips: Behaviour = (socket) => {
  const timer = setInterval(() => socket.write('.'), 20);
  socket.on('close', () => clearInterval(timer)).resume();
};

/** Goes on writing until it is cut off. */
export function endless(chunk: string): Behaviour {
  return (socket) => {
    const pour = (): void => {
      while (!socket.destroyed && socket.write(chunk.repeat(256)));
    };
    socket.on('drain', pour).resume();
    pour();
  };
}

/** An IMAP server that follows a script of answers by command, and does `after` once STARTTLS was agreed to. */
export function imapThat(
  answers: Record<string, string>,
  after: (socket: Socket) => void = () => undefined,
  greeting = '* OK zoo\r\n',
): Behaviour {
  return (socket, heard) => {
    socket.write(greeting);
    onLines(socket, (line) => {
      heard.push(line);
      const [tag = '', command = ''] = line.split(' ');
      const text = answers[command];
      if (text === undefined) return;
      if (command === 'STARTTLS') socket.removeAllListeners('data');
      socket.write(text.replaceAll('TAG', tag));
      if (command === 'STARTTLS') after(socket);
    });
  };
}

export const STARTTLS_OFFERED = {
  CAPABILITY: '* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\nTAG OK done\r\n',
  STARTTLS: 'TAG OK begin\r\n',
};

/** Finishes the handshake, then does what it likes. */
export function tlsThen(credentials: SecureContextOptions, then: (socket: TLSSocket) => void): Behaviour {
  const secureContext = createSecureContext(credentials);
  return (socket) => {
    const tls = new TLSSocket(socket, { isServer: true, secureContext });
    tls.on('error', () => undefined).once('secure', () => then(tls));
    tls.resume();
  };
}
