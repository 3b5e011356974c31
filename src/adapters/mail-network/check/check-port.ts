import type { Socket } from 'node:net';
import { portFindings, type PortCheck } from '../../../core/index.ts';
import { deadline } from '../deadline.ts';
import { connect, type Connected, type Connecting } from '../sockets/connect.ts';
import { handshake } from '../sockets/handshake.ts';
import { recordHandshake, talkInside } from './encrypted.ts';
import { talkPlain } from './plain.ts';
import { fail, note, type CheckTools, type PortTarget, type Talk } from './talk.ts';
import { probeVersions } from './versions.ts';

/** Everything about one port of a vetted server, within `limits.checkMs`. Never throws. */
export async function checkPort(target: PortTarget, tools: CheckTools, parent: AbortSignal): Promise<PortCheck> {
  const { port, dialogue } = target.mailPort;
  const draft: PortCheck = { port, protocol: dialogue.protocol, reachable: false, findings: [] };
  const limit = deadline(tools.limits.checkMs, parent);
  const options = { dial: tools.dial, port, connectMs: tools.limits.connectMs, signal: limit.signal };
  await talkOver(connect(target.addresses, options), { target, tools, signal: limit.signal, draft });
  limit.end();
  draft.findings = portFindings(draft, tools.now()).map((finding) => finding.code);
  return draft;
}

interface Visit {
  target: PortTarget;
  tools: CheckTools;
  signal: AbortSignal;
  draft: PortCheck;
}

async function talkOver(connecting: Connecting, { target, tools, signal, draft }: Visit): Promise<void> {
  const first = await connecting.first;
  if (typeof first === 'string') fail(draft, first);
  else {
    draft.reachable = true;
    tools.step?.('encrypting');
    draft.connectMs = first.ms;
    if (first.firstDead) note(draft, 'first-address-dead');
    await talkOn(first, { host: target.host, address: first.address, mailPort: target.mailPort, tools, signal, draft });
  }
  draft.families = await connecting.families;
}

function talkOn({ socket }: Connected, talk: Talk): Promise<void> {
  return talk.mailPort.mode === 'tls' ? talkTls(talk, socket) : talkPlain(talk, socket);
}

async function talkTls(talk: Talk, socket: Socket): Promise<void> {
  const started = performance.now();
  const tls = await handshake(socket, talk.host, talk.tools.contexts.lenient(), talk.signal);
  if (tls === 'not-tls') return talkPlainInstead(talk);
  if (typeof tls === 'string') return fail(talk.draft, tls);
  talk.draft.mode = 'tls';
  recordHandshake(talk, tls, started);
  const versions = probeVersions(talk);
  await talkInside(talk, tls, false);
  Object.assign(talk.draft, await versions);
}

/** The server answered the TLS hello in the clear: what does it say when it may speak first? */
async function talkPlainInstead(talk: Talk): Promise<void> {
  await talkPlain(talk, talk.tools.dial(talk.address, talk.mailPort.port));
  if (talk.draft.failure === 'not-mail-server' && talk.draft.speaks === undefined) fail(talk.draft, 'not-tls');
  if (talk.draft.failure === undefined) note(talk.draft, 'plain-on-tls-port');
}
