import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { PortFailure } from '../../../core/index.ts';
import { pause } from '../deadline.ts';
import { isStop, type Ask, type Greeting } from '../dialogues/dialogue.ts';
import { handshake } from '../sockets/handshake.ts';
import type { LineChannel } from '../sockets/line-channel.ts';
import type { Talk } from './talk.ts';

/** TLS from the first byte, found on a port where it was not expected; `started` is a `performance.now()`. */
export interface EncryptedFromStart {
  encrypted: TLSSocket;
  started: number;
}

/** Waits for the greeting; a port that stays silent is tried with TLS on a second socket, and whoever answers first counts. */
export async function greetOrTls(talk: Talk, channel: LineChannel): Promise<Ask<Greeting> | EncryptedFromStart> {
  const greeting = talk.mailPort.dialogue.greet(channel);
  const answered = new AbortController();
  const silent = pause(talk.tools.limits.silentMs, answered.signal).then(() => 'silent' as const);
  const early = await Promise.race([greeting, silent]);
  answered.abort();
  return early !== 'silent' || channel.heard() ? greeting : greetingOrHandshake(talk, channel, greeting);
}

async function greetingOrHandshake(
  talk: Talk,
  channel: LineChannel,
  greeting: Promise<Ask<Greeting>>,
): Promise<Ask<Greeting> | EncryptedFromStart> {
  const started = performance.now();
  const trial = tlsOnNewSocket(talk);
  const encrypted = trial.then(async (tls): Promise<Ask<Greeting> | EncryptedFromStart> =>
    typeof tls === 'string' ? greeting : { encrypted: tls, started },
  );
  const winner = await Promise.race([greeting, encrypted]);
  if (!('encrypted' in winner)) return explainSilence(winner, trial);
  channel.close();
  return winner;
}

/** A server that answers a TLS hello in the clear but never greets speaks, and not mail. */
async function explainSilence(
  greeting: Ask<Greeting>,
  trial: Promise<TLSSocket | PortFailure>,
): Promise<Ask<Greeting>> {
  if (!isStop(greeting) || greeting.stop !== 'no-greeting') {
    void trial.then((tls) => typeof tls !== 'string' && tls.destroy());
    return greeting;
  }
  return (await trial) === 'not-tls' ? { stop: 'not-mail-server' } : greeting;
}

function tlsOnNewSocket({ tools, address, mailPort, host, signal }: Talk): Promise<TLSSocket | PortFailure> {
  const socket: Socket = tools.dial(address, mailPort.port);
  return handshake(socket, host, tools.contexts.lenient(), signal);
}
