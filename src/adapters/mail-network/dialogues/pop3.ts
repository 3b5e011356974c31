import type { LineChannel } from '../sockets/line-channel.ts';
import {
  answerStop,
  greetingStop,
  hasPasswordMechanism,
  startTlsStop,
  strangerStop,
  type Ask,
  type Dialogue,
  type Greeting,
  type Stop,
} from './dialogue.ts';

/** POP3 (RFC 1939) with CAPA (RFC 2449) and STLS (RFC 2595). */
export const pop3: Dialogue = {
  protocol: 'pop3',
  startTlsCapability: 'STLS',
  greet,
  capabilities,
  startTls,
  offersLogin: (capabilities) => capabilities.includes('USER') || hasPasswordMechanism(saslMechanisms(capabilities)),
  saslMechanisms,
  goodbye: () => 'QUIT\r\n',
};

async function greet(channel: LineChannel): Promise<Ask<Greeting>> {
  const line = await channel.line();
  if (!line.ok) return greetingStop(line);
  if (/^\+OK\b/i.test(line.text)) return { text: line.text };
  if (/^-ERR\b/i.test(line.text)) return { stop: 'turned-away', greeting: line.text };
  return strangerStop(line.text);
}

async function capabilities(channel: LineChannel): Promise<Ask<string[] | undefined>> {
  channel.write('CAPA\r\n');
  const status = await channel.line();
  if (!status.ok) return answerStop(status);
  if (!/^\+OK\b/i.test(status.text)) return undefined;
  const found: string[] = [];
  for (;;) {
    const line = await channel.line();
    if (!line.ok) return answerStop(line);
    if (line.text === '.') return found;
    found.push(line.text.toUpperCase().trim());
  }
}

async function startTls(channel: LineChannel): Promise<Stop | undefined> {
  channel.write('STLS\r\n');
  const line = await channel.line();
  if (!line.ok) return startTlsStop(line);
  return /^\+OK\b/i.test(line.text) ? undefined : { stop: 'starttls-refused' };
}

function saslMechanisms(capabilities: readonly string[]): string[] {
  const line = capabilities.find((capability) => capability.startsWith('SASL '));
  return line === undefined ? [] : line.split(' ').slice(1);
}
