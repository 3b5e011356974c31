import type { Socket } from 'node:net';
import type { SecureVersion, TLSSocket } from 'node:tls';
import type { PortCheck, PortFailure } from '../../../core/index.ts';
import { isStop } from '../dialogues/dialogue.ts';
import { handshake } from '../sockets/handshake.ts';
import { openChannel } from '../sockets/line-channel.ts';
import { TLS_VERSIONS } from '../sockets/tls-contexts.ts';
import type { Talk } from './talk.ts';

/** Failures that say "not this version"; any other says nothing about it. */
const VERSION_REFUSED = new Set<PortFailure>([
  'no-common-version',
  'no-common-cipher',
  'handshake-reset',
  'handshake-failed',
]);

/** Tries each TLS version that the first handshake did not use, each alone on a socket of its own, side by side. */
export async function probeVersions(talk: Talk): Promise<Pick<PortCheck, 'tlsVersionsOffered'>> {
  if (!talk.tools.allVersions) return {};
  const used = talk.draft.tlsVersion;
  const offered = await Promise.all(TLS_VERSIONS.map(async (version) => version === used || isOffered(talk, version)));
  if (offered.includes('unknown')) return {};
  return { tlsVersionsOffered: TLS_VERSIONS.filter((_, i) => offered[i] === true) };
}

async function isOffered(talk: Talk, version: SecureVersion): Promise<boolean | 'unknown'> {
  const socket = await readyForTls(talk);
  if (!socket) return 'unknown';
  const tls = await handshake(socket, talk.host, talk.tools.contexts.only(version), talk.signal);
  if (typeof tls === 'string') return VERSION_REFUSED.has(tls) ? false : 'unknown';
  leave(tls, talk.mailPort.dialogue.goodbye());
  return true;
}

/** A new socket, brought to the point where TLS begins. */
async function readyForTls(talk: Talk): Promise<Socket | undefined> {
  const { tools, address, mailPort, signal, draft } = talk;
  const socket = tools.dial(address, mailPort.port);
  if (draft.mode === 'tls') return socket;
  const channel = openChannel(socket, signal);
  const greeting = await mailPort.dialogue.greet(channel);
  const ready = !isStop(greeting) && !isStop(await mailPort.dialogue.capabilities(channel));
  if (ready && (await mailPort.dialogue.startTls(channel)) === undefined) return channel.release();
  channel.close(mailPort.dialogue.goodbye());
  return undefined;
}

function leave(tls: TLSSocket, goodbye: string): void {
  openChannel(tls, new AbortController().signal).close(goodbye);
}
