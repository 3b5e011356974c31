import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { storeFault } from './errors.ts';

/**
 * Takes a state directory for this process, which would otherwise send everything twice beside another one.
 * `undefined` when another process has it; the system gives it free when that one ends, however it ends.
 */
export function claimStateDir(stateDir: string): { release(): void } | undefined {
  try {
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
    const lock = new Database(join(stateDir, 'in-use.lock'), { timeout: 0 });
    lock.exec('begin exclusive');
    return { release: () => lock.close() };
  } catch (error) {
    const fault = storeFault(error);
    if (fault?.code === 'locked') return undefined;
    throw fault ?? error;
  }
}
