import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const NEWLINE = 0x0a;
const READABLE_BY_OWNER = 0o600;

/**
 * Takes the lines that were written before a time (ms) out of a log file; they stand in the order of their times. True
 * when the file is another one now, which whoever writes to it must open again.
 */
export function forgetLines(path: string, before: number): boolean {
  if (!existsSync(path)) return false;
  const log = readFileSync(path);
  const from = firstSince(log, before);
  if (from === 0) return false;
  const aside = `${path}.new`;
  try {
    writeFileSync(aside, log.subarray(from), { mode: READABLE_BY_OWNER });
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
  return true;
}

/** Where the first line begins that is young enough. What no time can be read from goes with the line before it. */
function firstSince(log: Buffer, time: number): number {
  for (let start = 0; start < log.length;) {
    const newline = log.indexOf(NEWLINE, start);
    const end = newline === -1 ? log.length : newline + 1;
    if (timeOf(log.toString('utf8', start, end)) >= time) return start;
    start = end;
  }
  return log.length;
}

function timeOf(line: string): number {
  try {
    const { time } = JSON.parse(line) as { time?: unknown };
    return typeof time === 'number' ? time : 0;
  } catch {
    return 0;
  }
}
