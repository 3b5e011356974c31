import type { Dialogue } from './dialogue.ts';
import { imap } from './imap.ts';
import { pop3 } from './pop3.ts';
import { smtp } from './smtp.ts';

export interface MailPort {
  port: number;
  dialogue: Dialogue;
  /** `tls` from the first byte (RFC 8314), or plain with STARTTLS. */
  mode: 'tls' | 'starttls';
}

/** The only ports that are ever dialled for a check. */
export const MAIL_PORTS: readonly MailPort[] = [
  { port: 993, dialogue: imap, mode: 'tls' },
  { port: 143, dialogue: imap, mode: 'starttls' },
  { port: 995, dialogue: pop3, mode: 'tls' },
  { port: 110, dialogue: pop3, mode: 'starttls' },
  { port: 465, dialogue: smtp, mode: 'tls' },
  { port: 587, dialogue: smtp, mode: 'starttls' },
];

/** The ports to look at: the one asked for, those that the first label of the host names, or all. */
export function portsToCheck(host: string, port: number | undefined): readonly MailPort[] {
  if (port !== undefined) return MAIL_PORTS.filter((known) => known.port === port);
  const label = host.split('.')[0] ?? '';
  const named = MAIL_PORTS.filter(({ dialogue }) => label.includes(dialogue.protocol.replace('3', '')));
  return named.length > 0 ? named : MAIL_PORTS;
}
