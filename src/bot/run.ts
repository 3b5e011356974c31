import { claimStateDir } from '../adapters/storage/index.ts';
import { fill, texts } from '../core/index.ts';
import type { Config } from './config/index.ts';
import { DeskFaults } from './desk/index.ts';
import type { Events } from './events.ts';
import { describeStartFault } from './notices.ts';
import { type Running, start } from './start.ts';
import { EXIT_UNAVAILABLE, EXIT_SOFTWARE, EXIT_CONFIG, EXIT_INTERRUPTED } from './exit-codes.ts';

const NO_CLAIM = { release: (): void => undefined };

/** Runs until a signal, or the person in the terminal, ends it. Gives the exit code. */
export async function run(config: Config): Promise<number> {
  try {
    // A database is made to be shared; a file is not.
    const claim = config.databaseUrl ? NO_CLAIM : claimStateDir(config.stateDir);
    const { stateInUse } = texts(config.defaultLocale).cli.start;
    if (!claim) return refuse(fill(stateInUse, { path: config.stateDir }));
    const running = await start(config, { input: process.stdin, output: process.stdout, onEnd: stopThis });
    dieOfMistakes(running.events);
    await stopOnSignal(config, running);
    claim.release();
    return 0;
  } catch (error) {
    return refuse(describeStartFault(error, config), error instanceof DeskFaults ? EXIT_CONFIG : EXIT_UNAVAILABLE);
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

function refuse(line: string, exitCode = EXIT_UNAVAILABLE): number {
  process.stderr.write(`${line}\n`);
  return exitCode;
}
