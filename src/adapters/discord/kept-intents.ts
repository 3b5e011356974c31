import type { Intent } from '../../core/index.ts';
import type { KeptIntent } from './custom-id.ts';
import { createMemory } from './memory.ts';

const MOST_REMEMBERED = 1_000;

/** Intents too long for a custom id. */
export interface KeptIntents {
  /** They outlive this process once it resolves. */
  keep(intents: readonly KeptIntent[]): Promise<void>;
  load(key: string): Promise<Intent | undefined>;
}

/** Without a store: they are forgotten with the process. */
export function forgetfulIntents(): KeptIntents {
  const kept = createMemory<Intent>(MOST_REMEMBERED);
  return {
    keep(intents) {
      for (const { key, intent } of intents) kept.set(key, intent);
      return Promise.resolve();
    },
    load: (key) => Promise.resolve(kept.get(key)),
  };
}
