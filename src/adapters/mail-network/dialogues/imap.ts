import { randomBytes } from 'node:crypto';
import type { Line, LineChannel } from '../sockets/line-channel.ts';
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

/** IMAP4rev1 (RFC 3501, 9051) with STARTTLS. */
export const imap: Dialogue = {
  protocol: 'imap',
  startTlsCapability: 'STARTTLS',
  greet,
  capabilities,
  startTls,
  offersLogin: (capabilities) =>
    !capabilities.includes('LOGINDISABLED') || hasPasswordMechanism(saslMechanisms(capabilities)),
  saslMechanisms,
  goodbye: () => `${randomTag()} LOGOUT\r\n`,
};

interface Answer {
  untagged: string[];
  /** The tagged line without its tag. */
  status: string;
}

async function greet(channel: LineChannel): Promise<Ask<Greeting>> {
  const line = await channel.line();
  if (!line.ok) return greetingStop(line);
  if (/^\* OK\b/i.test(line.text)) return { text: line.text };
  if (/^\* PREAUTH\b/i.test(line.text)) return { text: line.text, note: 'preauth' };
  if (/^\* BYE\b/i.test(line.text)) return { stop: 'busy', greeting: line.text };
  return strangerStop(line.text);
}

async function capabilities(channel: LineChannel): Promise<Ask<string[] | undefined>> {
  const answer = await command(channel, 'CAPABILITY');
  if ('ok' in answer) return answerStop(answer);
  if (/^BYE\b/i.test(answer.status)) return { stop: 'closed-after-greeting' };
  const listed = answer.untagged.filter((line) => /^\* CAPABILITY /i.test(line));
  if (!/^OK\b/i.test(answer.status) || listed.length === 0) return undefined;
  return listed.flatMap((line) => line.toUpperCase().split(' ').slice(2)).filter((word) => word !== '');
}

async function startTls(channel: LineChannel): Promise<Stop | undefined> {
  const answer = await command(channel, 'STARTTLS');
  if ('ok' in answer) return startTlsStop(answer);
  return /^OK\b/i.test(answer.status) ? undefined : { stop: 'starttls-refused' };
}

/** Tags are random: some servers answer a guessed tag before they are asked. */
async function command(channel: LineChannel, name: string): Promise<Answer | Extract<Line, { ok: false }>> {
  const tag = randomTag();
  const untagged: string[] = [];
  channel.write(`${tag} ${name}\r\n`);
  for (;;) {
    const line = await channel.line();
    if (!line.ok) return line;
    if (line.text.startsWith(`${tag} `)) return { untagged, status: line.text.slice(tag.length + 1) };
    if (/^\* BYE\b/i.test(line.text)) return { untagged, status: 'BYE' };
    untagged.push(line.text);
  }
}

function randomTag(): string {
  return `P${randomBytes(6).toString('hex')}`;
}

function saslMechanisms(capabilities: readonly string[]): string[] {
  return capabilities.filter((word) => word.startsWith('AUTH=')).map((word) => word.slice('AUTH='.length));
}
