import type { DeadLetter, StateStore } from '../../adapters/storage/index.ts';
import { fill } from '../../core/index.ts';
import { systemClock } from '../clock.ts';
import { type Operator, withState } from './with-state.ts';
import { wrongUse } from './usage.ts';
import { EXIT_UNAVAILABLE } from '../exit-codes.ts';

const MOST = 200;

/** `postilion dead-letters`: what could not be answered or delivered, why, and once more. */
export async function runDeadLetters([act = 'list', id, ...rest]: readonly string[]): Promise<number> {
  if (act === 'retry' && id !== undefined && rest.length === 0)
    return withState((store, operator) => retry(store, id, operator));
  if (act === 'list' && id === undefined) return withState(list);
  if (act === 'retry-all' && id === undefined) return withState(retryAll);
  return wrongUse('dead-letters');
}

async function list(store: StateStore, { words }: Operator): Promise<number> {
  const letters = await store.deadLetters(MOST);
  for (const letter of letters) console.log(line(letter, words));
  if (letters.length === 0) console.log(words.noDeadLetters);
  return 0;
}

function line({ what, id, kind, at, reason, place, canBeRetried }: DeadLetter, words: Operator['words']): string {
  const fields = [new Date(at).toISOString(), what, kind, id, place, reason];
  return `${fields.join('  ')}${canBeRetried ? '' : `  (${words.textErased})`}`;
}

async function retry(store: StateStore, id: string, { words }: Operator): Promise<number> {
  const found = await store.retryDeadLetter(id, systemClock.now());
  console.log(fill(found ? words.retried : words.noSuchDeadLetter, { id }));
  return found ? 0 : EXIT_UNAVAILABLE;
}

async function retryAll(store: StateStore, { words }: Operator): Promise<number> {
  const letters = (await store.deadLetters(MOST)).filter(({ canBeRetried }) => canBeRetried);
  let count = 0;
  for (const { id } of letters.toReversed()) if (await store.retryDeadLetter(id, systemClock.now())) count++;
  console.log(fill(words.retriedAll, { count }));
  return 0;
}
