import type { CheckStep } from '../core/index.ts';
import type { Clock } from './clock.ts';

/** Shorter than this (ms) nobody reads a step; it is also the least time between two of them. */
const PAUSE = 1500;
const STEPS: readonly CheckStep[] = ['connecting', 'encrypting', 'certificate'];

export interface Progress {
  step(step: CheckStep): void;
  end(): void;
}

/** Tells how far something is: never back, never faster than it can be read, and nothing when it is quick. */
export function createProgress(clock: Clock, tell: (step: CheckStep) => void): Progress {
  let reached = 0;
  let told = 0;
  let cancel = clock.after(PAUSE, look);

  function look(): void {
    const step = STEPS[reached];
    if (reached > told && step !== undefined) tell(step);
    told = reached;
    cancel = clock.after(PAUSE, look);
  }

  return {
    step: (step) => {
      reached = Math.max(reached, STEPS.indexOf(step));
    },
    end: () => cancel(),
  };
}
