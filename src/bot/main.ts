#!/usr/bin/env node
import { fill, texts } from '../core/index.ts';
import { claimStateDir } from '../adapters/storage/index.ts';
import type { Config } from './config/index.ts';
import { EXIT_CONFIG, faultLines, readEnvironment } from './environment.ts';
import type { Events } from './events.ts';
import { describeStartFault } from './notices.ts';
import { type Running, start } from './start.ts';

/** Of sysexits.h: something that is needed is not to be had now; a mistake in the program. */
const EXIT_UNAVAILABLE = 69;
const EXIT_SOFTWARE = 70;
/** As a shell reports a process that SIGINT ended. */
const EXIT_INTERRUPTED = 130;

async function main(): Promise<void> {
  const result = readEnvironment();
  if (!result.ok) return refuse(EXIT_CONFIG, faultLines(result.faults));
  const { config } = result;
  try {
    const claim = claimStateDir(config.stateDir);
    const { stateInUse } = texts(config.defaultLocale).cli.start;
    if (!claim) return refuse(EXIT_UNAVAILABLE, [fill(stateInUse, { path: config.stateDir })]);
    const running = await start(config, { input: process.stdin, output: process.stdout, onEnd: stopThis });
    dieOfMistakes(running.events);
    await stopOnSignal(config, running);
    claim.release();
  } catch (error) {
    refuse(EXIT_UNAVAILABLE, [describeStartFault(error, config)]);
  }
}

/** As if the person had pressed Ctrl-C. */
function stopThis(): void {
  process.kill(process.pid, 'SIGINT');
}

/** The first signal drains; a second one ends at once, and nothing is lost either way. */
function stopOnSignal(config: Config, running: Running): Promise<void> {
  return new Promise((resolve) => {
    let stopping = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(EXIT_INTERRUPTED);
        stopping = true;
        process.stdout.write(`${texts(config.defaultLocale).cli.start.stopping}\n`);
        running.events.stopping(signal);
        void running.stop().finally(resolve);
      });
    }
  });
}

/** After a mistake nobody knows what is true in memory: what is stored is taken up again by the next start. */
function dieOfMistakes(events: Events): void {
  process.on('uncaughtException', (error) => {
    events.crashed(error);
    process.exit(EXIT_SOFTWARE);
  });
}

function refuse(code: number, lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = code;
}

await main();
// What an adapter left open must not hold up the end.
process.exit();
