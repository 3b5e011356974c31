import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Config } from './config/index.ts';

/** Name of the log file in the state directory. */
const LOG_FILE = 'postilion.log';

/** Where the log goes when the terminal is used for chatting. */
export function logPath(config: Config): string {
  return join(config.stateDir, LOG_FILE);
}

/** To standard error, or to a file so that it does not disturb a chat in the terminal. */
export function createLog(config: Config, toFile: boolean): Logger {
  const dest = toFile ? logPath(config) : 2;
  return pino({ level: config.logLevel, base: null }, pino.destination({ dest, sync: true, mkdir: true }));
}
