import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { PortFailure } from '../../../core/index.ts';
import { isStop, type Stop } from '../dialogues/dialogue.ts';
import { handshake } from '../sockets/handshake.ts';
import { openChannel, type LineChannel } from '../sockets/line-channel.ts';
import { printable } from '../sockets/printable.ts';
import { recordCapabilities, recordHandshake, talkInside } from './encrypted.ts';
import { greetOrTls } from './silence.ts';
import { fail, note, stop, type Talk } from './talk.ts';
import { probeVersions } from './versions.ts';

/** A port where the server speaks first, in the clear, and STARTTLS follows. */
export async function talkPlain(talk: Talk, socket: Socket): Promise<void> {
  const channel = openChannel(socket, talk.signal);
  const greeting = await greetOrTls(talk, channel);
  if ('encrypted' in greeting) return talkTlsFromStart(talk, greeting.encrypted, greeting.started);
  if (isStop(greeting)) {
    stop(talk.draft, greeting);
    return channel.close(talk.mailPort.dialogue.goodbye());
  }
  talk.draft.greeting = printable(greeting.text);
  if (greeting.note) {
    note(talk.draft, greeting.note);
    return channel.close(talk.mailPort.dialogue.goodbye());
  }
  await upgrade(talk, channel);
}

async function talkTlsFromStart(talk: Talk, tls: TLSSocket, started: number): Promise<void> {
  note(talk.draft, 'tls-on-plain-port');
  talk.draft.mode = 'tls';
  recordHandshake(talk, tls, started);
  const versions = probeVersions(talk);
  await talkInside(talk, tls, false);
  Object.assign(talk.draft, await versions);
}

async function upgrade(talk: Talk, channel: LineChannel): Promise<void> {
  const { draft, mailPort } = talk;
  const ended = (await askPlain(talk, channel)) ?? (draft.mode === 'none' ? undefined : await askTls(talk, channel));
  if (ended) stop(draft, ended);
  if (ended?.stop === 'starttls-injected' || (!ended && draft.mode !== 'none')) return;
  channel.close(mailPort.dialogue.goodbye());
}

async function askPlain({ mailPort, draft, ...talk }: Talk, channel: LineChannel): Promise<Stop | undefined> {
  if (channel.dropUnread() > 0) note(draft, 'spoke-out-of-turn');
  const capabilities = await mailPort.dialogue.capabilities(channel);
  if (isStop(capabilities)) return capabilities;
  recordCapabilities({ mailPort, draft, ...talk }, capabilities);
  if (!capabilities) return undefined;
  draft.loginBeforeTls = mailPort.dialogue.offersLogin(capabilities);
  if (!capabilities.includes(mailPort.dialogue.startTlsCapability)) draft.mode = 'none';
  return undefined;
}

async function askTls(talk: Talk, channel: LineChannel): Promise<Stop | undefined> {
  if (channel.dropUnread() > 0) note(talk.draft, 'spoke-out-of-turn');
  const refused = await talk.mailPort.dialogue.startTls(channel);
  if (refused) return refused;
  // Commands smuggled in behind the OK would be taken for encrypted ones (CVE-2011-0411 and its kind).
  if (channel.dropUnread() > 0) {
    channel.release().destroy();
    return { stop: 'starttls-injected' };
  }
  await encrypt(talk, channel.release());
  return undefined;
}

async function encrypt(talk: Talk, socket: Socket): Promise<void> {
  const started = performance.now();
  const tls = await handshake(socket, talk.host, talk.tools.contexts.lenient(), talk.signal);
  if (typeof tls === 'string') return fail(talk.draft, startTlsFailure(tls));
  talk.draft.mode = 'starttls';
  recordHandshake(talk, tls, started);
  const versions = probeVersions(talk);
  await talkInside(talk, tls, true);
  Object.assign(talk.draft, await versions);
}

/** A handshake that ends like this never began: the server agreed to STARTTLS and did not do it. */
function startTlsFailure(failure: PortFailure): PortFailure {
  if (failure === 'not-tls') return 'starttls-ignored';
  if (failure === 'handshake-reset') return 'starttls-closed';
  return failure === 'handshake-silent' ? 'starttls-silent' : failure;
}
