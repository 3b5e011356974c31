import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/bot/variables.ts';

type Variables = Record<string, string>;

/** A program of the project, as its users run it. */
export function program(path: string): string {
  return join(packageRoot(), 'dist', path);
}

/** A module of the project or of the bench, compiled for itself alone. */
export function compiled(path: string): string {
  return program(join('modules', path));
}

/** What Node is given to run the whole program, as `npm start` does it. */
export function startArguments(): string[] {
  const manifest = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const [, ...args] = manifest.scripts.start.split(' ');
  return [...args.slice(0, -1), join(packageRoot(), args.at(-1) ?? '')];
}

/** Starts a program of `bench/processes`, which sends its result. */
export function forkBench(name: string, args: readonly string[] = []): ChildProcess {
  return fork(compiled(`bench/processes/${name}.js`), [...args]);
}

/** What a program of `bench/processes` says first. Rejects when it ends without a word. */
export function firstMessage<Result>(child: ChildProcess): Promise<Result> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Result));
    child.once('exit', (code, signal) => reject(new Error(`a process of the bench ended: ${signal ?? code}`)));
  });
}

/** Runs Node without the operator's settings: not in the folder of their `.env`, unless told otherwise. */
export function spawnNode(args: readonly string[], variables: Variables = {}, cwd = tmpdir()): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [...args], {
    cwd,
    env: { PATH, ...variables },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** Resolves when the program has written words that match. Rejects when it ends without them. */
export function said(child: ChildProcess, words: RegExp): Promise<void> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (words.test(text)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it said ${String(words)}`)));
  });
}

/** Resolves with the exit code. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

export async function stopped(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  child.kill(signal);
  await ended(child);
}

/** Milliseconds from before a program is started until `until` resolves. */
export async function timed(
  child: () => ChildProcess,
  until: (child: ChildProcess) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  const running = child();
  await until(running);
  const took = performance.now() - began;
  await stopped(running);
  return took;
}

/** Bytes in memory of a process; undefined where the system has no /proc. */
export function residentBytes(pid: number | undefined): number | undefined {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(path, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
