import { execFileSync } from 'node:child_process';

/** A clone that somebody made of a repository: facts of it are named by its commit. */
export interface Checkout {
  commit: string;
  /** YYYY-MM-DD */
  date: string;
  /** The day of a file's last change; the commit's where that is not told. */
  dateOf(file: string): string;
}

const LARGE = 64 * 1024 * 1024;

/** Undefined when the folder is no git checkout. */
export function readCheckout(folder: string): Checkout | undefined {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      maxBuffer: LARGE,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    const [commit = '', date = ''] = git('log', '-1', '--format=%h %cs').trim().split(' ');
    const dates = fileDates(git('log', '--format=@%cs', '--name-status', '--find-renames', '--relative'));
    return { commit, date, dateOf: (file) => dates.get(file) ?? date };
  } catch {
    return undefined;
  }
}

/** Days of change by the name that a file has now: the newest commit stands first, and a mere new name is no change. */
function fileDates(log: string): Map<string, string> {
  const dates = new Map<string, string>();
  const today = new Map<string, string>();
  let day = '';
  for (const line of log.split('\n')) {
    const [status = '', name = '', renamed] = line.split('\t');
    const now = today.get(renamed ?? name) ?? renamed ?? name;
    if (line.startsWith('@')) day = line.slice(1);
    else if (renamed !== undefined) today.set(name, now);
    if (name !== '' && status !== 'R100' && !dates.has(now)) dates.set(now, day);
  }
  return dates;
}
