import type { Random } from './random.ts';

/** One platform in the loop: who talks there, what they saw, and what goes wrong. */
export interface Side {
  name: 'slack' | 'discord';
  people: readonly string[];
  /** What the bot needs to reach it. */
  variables: Record<string, string>;
  /** Resolves when the platform has told the bot, or will not try again. */
  say(person: string, text: string): Promise<void>;
  /** What the bot said to this person in their DM, oldest first. */
  seen(person: string): string[];
  /** How many sessions of the bot are up. */
  connected(): number;
  /** Makes one thing go wrong, now or with the next calls. */
  trouble(random: Random): void;
  /** What was to go wrong and has not yet, does not. */
  calm(): void;
  stop(): Promise<void>;
}
