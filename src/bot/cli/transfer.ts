import { resolve } from 'node:path';
import { backUp, claimStateDir, moveToDatabase, restore, TransferError } from '../../adapters/storage/index.ts';
import { fill } from '../../core/index.ts';
import { systemClock } from '../clock.ts';
import { stateName, storeOptions } from '../state.ts';
import { asOperator, type Operator } from './with-state.ts';
import { wrongUse } from './usage.ts';
import { EXIT_UNAVAILABLE } from '../exit-codes.ts';

/** `postilion backup DIR`: also while the bot runs. */
export function runBackup([folder]: readonly string[]): Promise<number> {
  return transfer(folder, 'backup', async ({ config, words }, path) => {
    const { tables } = await backUp(storeOptions(config), path, systemClock.now());
    return [fill(words.backedUp, { folder: path, ...sizeOf(tables) })];
  });
}

/** `postilion restore DIR`: the bot is stopped, and there is no state yet. */
export function runRestore([folder]: readonly string[]): Promise<number> {
  return transfer(folder, 'restore', async (operator, path) => {
    const { config, words } = operator;
    const { lookedFor, held } = await alone(operator, () => restore(storeOptions(config), path, systemClock.now()));
    const lines = [fill(words.restored, { folder: path, lookedFor })];
    return held > 0 ? [...lines, fill(words.held, { held })] : lines;
  });
}

/** `postilion migrate-state`: from the state folder to DATABASE_URL; the bot is stopped. */
export function runMigrateState(args: readonly string[]): Promise<number> {
  return transfer(args.length === 0 ? '.' : undefined, 'migrate-state', async (operator) => {
    const { config, words } = operator;
    const moved = await alone(operator, () => moveToDatabase(storeOptions(config)));
    return [fill(words.moved, { path: stateName(config), ...sizeOf(moved) })];
  });
}

/** Somebody else is using the state file. */
class InUse extends Error {}

async function alone<T>({ config }: Operator, work: () => Promise<T>): Promise<T> {
  const claim = claimStateDir(config.stateDir);
  if (!claim) throw new InUse();
  return work().finally(() => claim.release());
}

async function transfer(
  folder: string | undefined,
  name: 'backup' | 'restore' | 'migrate-state',
  work: (operator: Operator, path: string) => Promise<string[]>,
): Promise<number> {
  if (folder === undefined) return wrongUse(name);
  return asOperator(async (operator) => {
    try {
      for (const line of await work(operator, resolve(folder))) console.log(line);
      return 0;
    } catch (error) {
      if (error instanceof InUse) console.error(operator.words.stopFirst);
      else if (error instanceof TransferError) console.error(operator.words.transfer[error.code]);
      else throw error;
      return EXIT_UNAVAILABLE;
    }
  });
}

function sizeOf(tables: Record<string, { rows: number }>): { rows: number; tables: number } {
  const all = Object.values(tables);
  return { rows: all.reduce((sum, { rows }) => sum + rows, 0), tables: all.length };
}
