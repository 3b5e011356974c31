import { setTimeout as wait } from 'node:timers/promises';
import type { Line } from './line.ts';
import type { State } from './stores.ts';

const LOOK_AGAIN = 200;
/** Longer than any wait before a next try, ms. */
const PATIENCE = 150_000;

/** Resolves when all is as it should be, or nothing at all has changed for so long; with how much has not ended even then. */
export async function quiet(
  lines: readonly Line[],
  state: Pick<State, 'pending'>,
  patience = PATIENCE,
): Promise<number> {
  let before = -1;
  let pending = await state.pending();
  for (let waited = 0; waited < patience; waited += LOOK_AGAIN) {
    const open = lines.reduce((sum, line) => sum + line.open(), 0);
    if (open + pending === 0) return 0;
    if (open + pending !== before) waited = 0;
    before = open + pending;
    await wait(LOOK_AGAIN);
    pending = await state.pending();
  }
  return pending;
}
