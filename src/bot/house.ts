import type { Readable, Writable } from 'node:stream';
import type { StateStore } from '../adapters/storage/index.ts';
import type { ChatAdapter, Knowledge, PlaceId } from '../core/index.ts';
import type { Config } from './config/index.ts';
import type { Engine } from './engine.ts';
import type { Events } from './events.ts';
import type { Notices } from './notices.ts';
import type { Supervised } from './supervise.ts';

export interface Surroundings {
  input: Readable & { isTTY?: boolean };
  output: Writable;
  /** The person in the terminal has finished: asks for a stop. */
  onEnd: () => void;
}

/** Those that this process has to do with, and those of them that were begun. */
export interface Adapters {
  known: Map<string, ChatAdapter>;
  begun: Map<string, Supervised>;
}

/** All that a running process is made of. */
export interface House extends Surroundings {
  config: Config;
  events: Events;
  notices: Notices;
  store: StateStore;
  knowledge: Knowledge;
  engine: Engine;
  adapters: Adapters;
  /** Where the tickets of every queue go. */
  desks: () => PlaceId[];
  forgetLog: (before: number) => void;
  /** Ends the watch over the operator's topics. */
  leaveTopics: () => void;
}
