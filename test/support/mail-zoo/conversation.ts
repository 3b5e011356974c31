import type { Protocol } from '../../../src/core/index.ts';

/** What a well-behaved server answers to one line. */
export interface Answer {
  text: string;
  startTls?: boolean;
  hangUp?: boolean;
}

export interface Manners {
  greeting: string;
  /** Capabilities announced; SASL and STARTTLS included. */
  plain: readonly string[];
  encrypted: readonly string[];
}

export const MANNERS: Record<Protocol, Manners> = {
  imap: {
    greeting: '* OK zoo ready',
    plain: ['IMAP4rev1', 'STARTTLS', 'LOGINDISABLED'],
    encrypted: ['IMAP4rev1', 'IDLE', 'AUTH=PLAIN'],
  },
  pop3: { greeting: '+OK zoo ready', plain: ['STLS', 'UIDL'], encrypted: ['USER', 'SASL PLAIN LOGIN'] },
  smtp: { greeting: '220 zoo ESMTP', plain: ['PIPELINING', 'STARTTLS'], encrypted: ['AUTH PLAIN LOGIN'] },
};

export function answer(protocol: Protocol, line: string, capabilities: readonly string[]): Answer {
  if (protocol === 'imap') return imapAnswer(line, capabilities);
  return protocol === 'pop3' ? pop3Answer(line, capabilities) : smtpAnswer(line, capabilities);
}

function imapAnswer(line: string, capabilities: readonly string[]): Answer {
  const [tag = '*', command = ''] = line.split(' ');
  if (command === 'CAPABILITY') return { text: `* CAPABILITY ${capabilities.join(' ')}\r\n${tag} OK done\r\n` };
  if (command === 'STARTTLS') return { text: `${tag} OK begin\r\n`, startTls: true };
  if (command === 'LOGOUT') return { text: `* BYE bye\r\n${tag} OK bye\r\n`, hangUp: true };
  return { text: `${tag} BAD what\r\n` };
}

function pop3Answer(line: string, capabilities: readonly string[]): Answer {
  if (line === 'CAPA') return { text: ['+OK', ...capabilities, '.', ''].join('\r\n') };
  if (line === 'STLS') return { text: '+OK begin\r\n', startTls: true };
  return line === 'QUIT' ? { text: '+OK bye\r\n', hangUp: true } : { text: '-ERR what\r\n' };
}

function smtpAnswer(line: string, capabilities: readonly string[]): Answer {
  if (line.startsWith('EHLO ')) {
    const lines = ['zoo', ...capabilities];
    return { text: lines.map((text, i) => `250${i === lines.length - 1 ? ' ' : '-'}${text}\r\n`).join('') };
  }
  if (line === 'STARTTLS') return { text: '220 begin\r\n', startTls: true };
  return line === 'QUIT' ? { text: '221 bye\r\n', hangUp: true } : { text: '502 what\r\n' };
}
