import { setTimeout as wait } from 'node:timers/promises';
import type { Line } from './line.ts';

/** Somebody who goes on writing. */
export interface Talk {
  readonly lines: readonly Line[];
  /** How long they think before they go on, ms. */
  readonly pause: { from: number; to: number };
  /** One more thing; false when there is nothing more to say. `ended`: no longer worth waiting for anything. */
  step(ended: AbortSignal): Promise<boolean>;
  /** When nothing goes wrong any more: what they would still say before they give up. */
  insist?(): Promise<void>;
}

const LOOK_AGAIN = 50;

/** Resolves when it is so, with true, or when it is no longer worth waiting. */
export async function until(holds: () => boolean, ended: AbortSignal): Promise<boolean> {
  while (!holds()) {
    if (ended.aborted) return false;
    await wait(LOOK_AGAIN);
  }
  return true;
}
