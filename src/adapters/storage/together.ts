import { storeFault } from './errors.ts';
import type { Queries } from './tables.ts';

/** One piece of work in a group; `run` gives what to do once the group has ended well. It may run again. */
export interface Member {
  run(db: Queries): Promise<() => void>;
  reject(error: unknown): void;
}

/** Waits between attempts at a locked file, ms; together under the 3 s that platforms give us. */
const LOCK_WAITS = [10, 25, 50, 100, 200, 400, 800];

/** Gathers what is asked for at the same time, and does it as one group after another. */
export class Together {
  readonly #perform: (group: readonly Member[]) => Promise<(() => void)[]>;
  #waiting: Member[] = [];
  #running: Promise<void> | undefined;

  constructor(perform: (group: readonly Member[]) => Promise<(() => void)[]>) {
    this.#perform = perform;
  }

  add(member: Member): void {
    this.#waiting.push(member);
    this.#running ??= this.#drain();
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    // Whatever else this turn of the event loop asks for joins the first group.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#performGroup(this.#waiting.splice(0));
    this.#running = undefined;
  }

  async #performGroup(group: readonly Member[]): Promise<void> {
    try {
      for (const confirm of await whileLocked(() => this.#perform(group))) confirm();
    } catch (error) {
      const fault = storeFault(error) ?? error;
      for (const member of group) member.reject(fault);
    }
  }
}

async function whileLocked<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of LOCK_WAITS) {
    try {
      return await attempt();
    } catch (error) {
      if (storeFault(error)?.code !== 'locked') throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return attempt();
}
