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

/** Submission (RFC 6409, 5321) with STARTTLS (RFC 3207). */
export const smtp: Dialogue = {
  protocol: 'smtp',
  startTlsCapability: 'STARTTLS',
  greet,
  capabilities,
  startTls,
  offersLogin: (capabilities) => hasPasswordMechanism(saslMechanisms(capabilities)),
  saslMechanisms,
  goodbye: () => 'QUIT\r\n',
};

/** Fully qualified in form, as strict servers want it, and nobody's name (RFC 2606). */
const OWN_NAME = 'postilion.invalid';

interface Reply {
  code: string;
  texts: string[];
}

async function greet(channel: LineChannel): Promise<Ask<Greeting>> {
  const first = await channel.line();
  if (!first.ok) return greetingStop(first);
  if (!/^\d{3}([ -]|$)/.test(first.text)) return strangerStop(first.text);
  const rest = await restOfReply(channel, first.text);
  if ('ok' in rest) return greetingStop({ ...rest, begun: true });
  if (rest.code === '220') return { text: first.text };
  return { stop: rest.code === '421' ? 'busy' : 'turned-away', greeting: first.text };
}

async function capabilities(channel: LineChannel): Promise<Ask<string[] | undefined>> {
  const reply = await command(channel, `EHLO ${OWN_NAME}`);
  if ('ok' in reply) return answerStop(reply);
  if (reply.code === '421') return { stop: 'busy' };
  return reply.code === '250' ? reply.texts.slice(1).map((text) => text.toUpperCase().trim()) : undefined;
}

async function startTls(channel: LineChannel): Promise<Stop | undefined> {
  const reply = await command(channel, 'STARTTLS');
  if ('ok' in reply) return startTlsStop(reply);
  return reply.code === '220' ? undefined : { stop: 'starttls-refused' };
}

async function command(channel: LineChannel, text: string): Promise<Reply | Extract<Line, { ok: false }>> {
  channel.write(`${text}\r\n`);
  const line = await channel.line();
  return line.ok ? restOfReply(channel, line.text) : line;
}

/** Lines "250-…" go on, "250 …" is the last. */
async function restOfReply(channel: LineChannel, first: string): Promise<Reply | Extract<Line, { ok: false }>> {
  const texts = [first.slice(4)];
  for (let last = first; last[3] === '-';) {
    const line = await channel.line();
    if (!line.ok) return line;
    texts.push(line.text.slice(4));
    last = line.text;
  }
  return { code: first.slice(0, 3), texts };
}

/** "AUTH PLAIN LOGIN", and "AUTH=PLAIN LOGIN" of old servers. */
function saslMechanisms(capabilities: readonly string[]): string[] {
  const lines = capabilities.filter((capability) => /^AUTH[ =]/.test(capability));
  return [...new Set(lines.flatMap((line) => line.slice('AUTH '.length).split(' ')))].filter((word) => word !== '');
}
