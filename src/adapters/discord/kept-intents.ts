import type { Intent } from '../../core/index.ts';
import type { KeptIntent } from './custom-id.ts';
import { isRecord } from './json.ts';
import type { TextPort } from './options.ts';

/** Buttons beyond these are the oldest ones. */
const MOST = 1_000;

export interface KeptIntents {
  keep(intents: readonly KeptIntent[]): void;
  load(key: string): Intent | undefined;
}

function entriesOf(stored: string | undefined): [string, Intent][] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(value) ? value.filter((entry: unknown) => isEntry(entry)) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is [string, Intent] {
  return Array.isArray(value) && typeof value[0] === 'string' && isRecord(value[1]);
}

/** Intents too long for a custom id, newest last, in one small text of the adapter's own. */
export function createKeptIntents(port: TextPort): KeptIntents {
  const kept = new Map(entriesOf(port.load()));
  return {
    keep(intents) {
      const fresh = intents.filter(({ key }) => !kept.has(key));
      for (const { key, intent } of fresh) kept.set(key, intent);
      for (const key of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST))) kept.delete(key);
      if (fresh.length > 0) port.save(JSON.stringify([...kept]));
    },
    load: (key) => kept.get(key),
  };
}
