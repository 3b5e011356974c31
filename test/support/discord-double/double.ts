import type { Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** What the parts of the double share. */
export interface Double {
  world: World;
  faults: Faults;
  ledger: Ledger;
  /** Milliseconds that an interaction may stay without a response. */
  interactionMs: number;
  /** Milliseconds that a nonce is remembered. */
  nonceMs: number;
  /** Session starts that are left today. */
  starts: { remaining: number; resetMs: number };
  /** How many shards Discord advises, and how many may begin at once. */
  shards: number;
  maxConcurrency: number;
  /** Whether the app uses the Message Content intent: without it histories come without words as well. */
  readsAll(): boolean;
  /** A file's address, signed anew. */
  signAgain(url: string): string;
  /** Whether the portal has the Message Content intent switched on. */
  messageContent: boolean;
  gatewayUrl(): string;
  /** Sends to every session that may see it. */
  dispatch(type: string, data: object): void;
  /** Something visible changed: whoever waits looks again. */
  changed(): void;
}
