import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Where the servers of these tests listen: loopback addresses of their own, so that nothing else is in the way. */
export const ADDRESS = { good: '127.77.0.10', bad: '127.77.0.11', dns: '127.77.0.53' } as const;
export const DNS_PORT = 5353;

const PROGRAMS = ['/usr/sbin/dovecot', '/usr/sbin/postfix', '/usr/sbin/knotd'];

/** Why these tests cannot run on this machine, said once; undefined where they can. In CI it is a failure. */
export function missingServers(): string | undefined {
  const reason = reasonToSkip();
  if (reason === undefined) return undefined;
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`The tests against dovecot, postfix and knot are skipped: ${reason}\n`);
  return reason;
}

function reasonToSkip(): string | undefined {
  if (process.platform !== 'linux') return 'the real servers run on Linux only';
  const missing = PROGRAMS.filter((program) => !existsSync(program));
  if (missing.length > 0) return `${missing.join(', ')} not installed`;
  return process.getuid?.() === 0 ? undefined : 'ports below 1024 need root';
}

export interface Daemon {
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 50;

/** Starts a program in the foreground and waits until its ports answer. Throws with its own words when they do not. */
export async function startDaemon(
  program: string,
  args: string[],
  ports: [address: string, port: number][],
): Promise<Daemon> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => void (said += String(part)));
  const until = Date.now() + PATIENCE_MS;
  for (const [address, port] of ports) {
    while (!(await answers(address, port))) {
      if (child.exitCode !== null || Date.now() > until) {
        await stop(child);
        throw new Error(`${program} does not answer on ${address}:${port}: ${said.slice(-2000)}`);
      }
      await wait(LOOK_AGAIN_MS);
    }
  }
  return { stop: () => stop(child) };
}

async function answers(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** The whole group: these programs have children. */
async function stop(child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, 'exit');
  kill(child, 'SIGTERM');
  await Promise.race([ended, wait(3_000)]);
  kill(child, 'SIGKILL');
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already.
  }
}
