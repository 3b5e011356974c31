import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Misfortune } from './misfortune.ts';

/** How the bot is started: arguments of Node, without the operator's settings. */
export interface BotStart {
  args: readonly string[];
  variables: Record<string, string>;
  /** All that the runs of the bot write, one after the other. */
  logFile: string;
}

/** The exit code, or the signal that ended it. */
export type End = number | NodeJS.Signals | null;

export interface Bot {
  /** Resolves when it is gone. */
  ended: Promise<End>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
  /** From now on this holds for its machine; a bot that was started without the means to suffer does not notice. */
  suffer(misfortune: Misfortune): void;
}

export function startBot({ args, variables, logFile }: BotStart): Bot {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [...args], {
    cwd: tmpdir(),
    env: { PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  return {
    ended: endOf(child),
    kill: (signal) => void child.kill(signal),
    suffer: (misfortune) => {
      // One that is just dying cannot be told any more.
      if (child.connected) child.send(misfortune, () => undefined);
    },
  };
}

async function endOf(child: ChildProcess): Promise<End> {
  await once(child, 'close');
  return child.signalCode ?? child.exitCode;
}
