import type { TLSSocket } from 'node:tls';
import { judgeCertificates } from '../certificate/judge.ts';
import { isStop, type Stop } from '../dialogues/dialogue.ts';
import { openChannel, type LineChannel } from '../sockets/line-channel.ts';
import { printable } from '../sockets/printable.ts';
import { note, stop, type Talk } from './talk.ts';

const MOST_CAPABILITIES = 60;

/** Writes down what the handshake showed. `started` is a `performance.now()`. */
export function recordHandshake({ draft, host, tools }: Talk, tls: TLSSocket, started: number): void {
  tools.step?.('certificate');
  const version = tls.getProtocol();
  if (version !== null) draft.tlsVersion = version;
  draft.cipher = tls.getCipher().name;
  draft.handshakeMs = Math.round(performance.now() - started);
  Object.assign(draft, judgeCertificates(tls, host, tools.now()));
}

/** What the server says inside TLS: its greeting, unless it was given before STARTTLS, and its capabilities. */
export async function talkInside(talk: Talk, tls: TLSSocket, greeted: boolean): Promise<void> {
  const { dialogue } = talk.mailPort;
  const channel = openChannel(tls, talk.signal);
  const ended = (greeted ? undefined : await greetInside(talk, channel)) ?? (await askInside(talk, channel));
  if (ended) stop(talk.draft, ended);
  channel.close(dialogue.goodbye());
}

async function greetInside({ mailPort, draft }: Talk, channel: LineChannel): Promise<Stop | undefined> {
  const greeting = await mailPort.dialogue.greet(channel);
  if (isStop(greeting)) return insideStop(greeting);
  draft.greeting = printable(greeting.text);
  if (greeting.note) note(draft, greeting.note);
  return undefined;
}

async function askInside(talk: Talk, channel: LineChannel): Promise<Stop | undefined> {
  if (channel.dropUnread() > 0) note(talk.draft, 'spoke-out-of-turn');
  const capabilities = await talk.mailPort.dialogue.capabilities(channel);
  if (isStop(capabilities)) return insideStop(capabilities);
  recordCapabilities(talk, capabilities);
  return undefined;
}

/** The same silence or hang-up means something else once the line is encrypted. */
function insideStop(ended: Stop): Stop {
  if (ended.stop === 'no-greeting') return { ...ended, stop: 'no-greeting-after-tls' };
  const hungUp = ['closed', 'reset', 'closed-after-greeting'].includes(ended.stop);
  return hungUp ? { ...ended, stop: 'closed-after-tls' } : ended;
}

export function recordCapabilities({ mailPort, draft }: Talk, capabilities: string[] | undefined): void {
  if (!capabilities) return note(draft, 'capabilities-refused');
  draft.capabilities = capabilities.slice(0, MOST_CAPABILITIES).map((text) => printable(text));
  draft.saslMechanisms = mailPort.dialogue.saslMechanisms(capabilities).map((text) => printable(text));
}
