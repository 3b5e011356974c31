import type { Random } from './random.ts';

/** How many of each kind there are. */
export interface Crowd {
  people: number;
  askers: number;
}

/** A message that a person wrote. */
export interface Said {
  place: string;
  id: string;
}

/** What stands somewhere for all who may read there. */
export interface Shown {
  text: string;
  /** Name and words of each file. */
  files: string[];
}

export interface Words {
  text: string;
  /** A file that goes with it: its name, and its words. */
  file?: { name: string; words: string };
  /** The platform tells nobody of it: only whoever looks back finds it. */
  lost?: boolean;
}

/** Whether the platform surely told the bot of a change; asked at the end. */
export type Told = () => boolean;

/** Where agents answer tickets from the other platform. */
export interface Desk {
  /** As the operator's file names it. */
  readonly place: string;
  /** The threads that were opened for whoever asked with this mark. */
  threads(mark: string): string[];
  write(thread: string, words: Words): Promise<Said>;
  /** "Send to asker", used on a message. False when the agent was not told that it worked. */
  send(message: Said): Promise<boolean>;
  /** What the bot put into the thread, oldest first. */
  shown(thread: string): Shown[];
}

/** One platform in the loop: who talks there, what they saw, and what goes wrong. */
export interface Side {
  readonly name: 'slack' | 'discord';
  /** They ask the assistant. */
  readonly people: readonly string[];
  /** They want a person. */
  readonly askers: readonly string[];
  /** How they say so, with a mark that is seen at the desk. */
  wishFor(mark: string): string;
  readonly desk: Desk;
  /** What the bot needs to reach it. */
  readonly variables: Record<string, string>;
  /** Says it in the DM with the bot. Resolves when the platform has told the bot, or will not try again. */
  say(person: string, words: Words): Promise<Said>;
  edit(message: Said, text: string): Promise<Told>;
  erase(message: Said): Promise<Told>;
  /** False where the platform can prove that it told no bot of it and never will: its writer must write again. */
  heard(message: Said): boolean;
  /** What the bot said to this person in their DM, oldest first. */
  seen(person: string): Shown[];
  /** How many sessions of the bot are up. */
  connected(): number;
  /** Makes one thing go wrong, now or with the next calls. */
  trouble(random: Random): void;
  /** What was to go wrong and has not yet, does not. */
  calm(): void;
  /** What went wrong, and how often. */
  met(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}
