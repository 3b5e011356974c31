import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('bot-main.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
/** Milliseconds for a start on a busy machine. */
const PATIENCE = 60_000;

/** The bot as a process of its own: it can be killed, and all that it writes is seen. */
export interface BotProcess {
  /** All of standard output and standard error so far. */
  written(): string;
  /** Resolves when what it wrote fits. */
  wrote(words: RegExp): Promise<void>;
  /** Ends it, by SIGTERM unless told otherwise; resolves when it is gone. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export function spawnBot(variables: Record<string, string>): BotProcess {
  const child = spawn(process.execPath, ['--import', TSX, MAIN], {
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      written += part.toString();
      child.emit('wrote');
    });
  }
  onTestFinished(() => end(child, 'SIGKILL'));
  return {
    written: () => written,
    async wrote(words) {
      const signal = AbortSignal.timeout(PATIENCE);
      while (!words.test(written)) await once(child, 'wrote', { signal });
    },
    end: (signal = 'SIGTERM') => end(child, signal),
  };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'close');
  child.kill(signal);
  await gone;
}
