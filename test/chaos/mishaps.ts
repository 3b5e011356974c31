import { setTimeout as wait } from 'node:timers/promises';
import type { Fleet } from './fleet.ts';
import type { Random } from './random.ts';
import type { State } from './stores.ts';

export interface MishapParts {
  fleet: Fleet;
  state: State;
  random: Random;
  /** Resolves when the bot is connected. */
  up: () => Promise<void>;
}

/** How far ahead or behind a clock may be, ms. */
const CLOCKS = [-3_600_000, -45_000, 0, 45_000, 3_600_000];
/** After how many deaths each comes about. */
const CLOCK_EVERY = 4;
const DISK_EVERY = 5;
/** How long a disk is full, ms. */
const FULL = { from: 300, to: 2_000 };

/** What befalls the machines beside the deaths of processes: clocks that jump, a full disk, a database that goes away. */
export class Mishaps {
  readonly counts = new Map([
    ['clock jump', 0],
    ['disk full', 0],
    ['database restarted', 0],
  ]);
  readonly #parts: MishapParts;

  constructor(parts: MishapParts) {
    this.#parts = parts;
  }

  /** After this death, of so many. */
  async after(kill: number, kills: number): Promise<void> {
    const { fleet, random, state } = this.#parts;
    if (kill % CLOCK_EVERY === 0) {
      fleet.befallOne(random, random.pick(CLOCKS));
      this.#count('clock jump');
    }
    if (kill % DISK_EVERY === 0) await this.#fillDisk(random.between(FULL.from, FULL.to));
    if (state.restart && isAThird(kill, kills)) {
      await state.restart();
      this.#count('database restarted');
    }
  }

  /** The clocks are right again. */
  async end(): Promise<void> {
    this.#parts.fleet.befallAll({ clock: 0 });
    await this.#fill(false);
  }

  async #fillDisk(ms: number): Promise<void> {
    await this.#parts.up();
    await this.#fill(true);
    this.#count('disk full');
    await wait(ms);
    await this.#fill(false);
  }

  async #fill(diskFull: boolean): Promise<void> {
    const { fleet, state } = this.#parts;
    if (state.fill) await state.fill(diskFull);
    else fleet.befallAll({ diskFull });
  }

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}

/** Twice in a run, however short it is. */
function isAThird(kill: number, kills: number): boolean {
  return kill === Math.ceil(kills / 3) || kill === Math.ceil((2 * kills) / 3);
}
