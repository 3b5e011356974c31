import { hasState, MovedError, NewerSchemaError, type StateStore } from '../../adapters/storage/index.ts';
import { fill, StoreError, type Texts, texts } from '../../core/index.ts';
import type { Config } from '../config/index.ts';
import { faultLines, readEnvironment } from '../environment.ts';
import { describeStartFault } from '../notices.ts';
import { openConfiguredStore, stateName, storeOptions } from '../state.ts';
import { EXIT_UNAVAILABLE, EXIT_CONFIG } from '../exit-codes.ts';

export interface Operator {
  config: Config;
  words: Texts['operator'];
}

/** What a command of the operator needs of the configuration; faults are said as the start says them. */
export async function asOperator(work: (operator: Operator) => Promise<number>): Promise<number> {
  const result = readEnvironment();
  if (!result.ok) {
    for (const line of faultLines(result.faults)) console.error(line);
    return EXIT_CONFIG;
  }
  const { config } = result;
  try {
    return await work({ config, words: texts(config.defaultLocale).operator });
  } catch (error) {
    if (![StoreError, NewerSchemaError, MovedError].some((kind) => error instanceof kind)) throw error;
    console.error(describeStartFault(error, config));
    return EXIT_UNAVAILABLE;
  }
}

/**
 * The same with the configured state, which a running bot may have open too. None is made: somebody who looks in the
 * wrong folder must not be told that all is well.
 */
export function withState(work: (store: StateStore, operator: Operator) => Promise<number>): Promise<number> {
  return asOperator(async (operator) => {
    if (!hasState(storeOptions(operator.config))) {
      console.error(fill(operator.words.noState, { path: stateName(operator.config) }));
      return EXIT_UNAVAILABLE;
    }
    const store = await openConfiguredStore(operator.config);
    try {
      return await work(store, operator);
    } finally {
      await store.close();
    }
  });
}
