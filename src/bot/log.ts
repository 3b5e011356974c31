import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Config } from './config/index.ts';
import { forgetLines } from './forget-lines.ts';

/** Name of the log file in the state directory. */
const LOG_FILE = 'postilion.log';
/** A little more goes than has to, so that the file is not written anew with each line that grows old, ms. */
const AT_ONCE = 3_600_000;

export interface Log {
  log: Logger;
  /** Erases what was written before a time, ms, in the file: also one that an earlier run left. */
  forget: (before: number) => void;
}

/** Where the log goes when the terminal is used for chatting. */
export function logPath(config: Config): string {
  return join(config.stateDir, LOG_FILE);
}

/** To standard error, or to a file so that it does not disturb a chat in the terminal. */
export function createLog(config: Config, toFile: boolean): Log {
  const path = logPath(config);
  const destination = pino.destination({ dest: toFile ? path : 2, sync: true, mkdir: true });
  let forgotten = 0;
  return {
    log: pino({ level: config.logLevel, base: null }, destination),
    forget(before) {
      if (before < forgotten) return;
      forgotten = before + AT_ONCE;
      if (forgetLines(path, forgotten) && toFile) destination.reopen();
    },
  };
}
