import type { Faults } from './faults.ts';
import type { World } from './world.ts';

/** What the parts of the double share. */
export interface Double {
  world: World;
  faults: Faults;
  /** Milliseconds that an interaction may stay without a response. */
  interactionMs: number;
  /** Session starts that are left today. */
  starts: { remaining: number; resetMs: number };
  gatewayUrl(): string;
  /** Sends to every session that may see it. */
  dispatch(type: string, data: object): void;
  /** Something visible changed: whoever waits looks again. */
  changed(): void;
}
