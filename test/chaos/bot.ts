import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';

/** How the bot is started: arguments of Node, without the operator's settings. */
export interface BotStart {
  args: readonly string[];
  variables: Record<string, string>;
  /** All that the runs of the bot write, one after the other. */
  logFile: string;
}

export interface Bot {
  /** Resolves when it is gone, with the exit code or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
}

export function startBot({ args, variables, logFile }: BotStart): Bot {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [...args], {
    cwd: tmpdir(),
    env: { PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  return { ended: endOf(child), kill: (signal) => void child.kill(signal) };
}

async function endOf(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  await once(child, 'close');
  return child.signalCode ?? child.exitCode;
}
