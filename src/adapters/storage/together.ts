import { storeFault } from './errors.ts';

/** One piece of work in a group. It may run again. */
interface Member {
  reject(error: unknown): void;
}

/** Waits between attempts at a locked file, ms; together under the 3 s that platforms give us. */
const LOCK_WAITS = [10, 25, 50, 100, 200, 400, 800];

/** Resolves with what to do once the group has ended well. */
type Perform<One> = (group: readonly One[]) => Promise<(() => void)[]>;

/** How many groups run at once, and how many members a group has at most. */
interface Limits {
  groups: number;
  size: number;
}

/** Gathers what is asked for at the same time, and does it in groups. */
export class Together<One extends Member> {
  readonly #perform: Perform<One>;
  readonly #limits: Limits;
  readonly #waiting: One[] = [];
  #running = 0;
  #drained: Promise<void> = Promise.resolve();

  constructor(limits: Limits, perform: Perform<One>) {
    this.#limits = limits;
    this.#perform = perform;
  }

  add(member: One): void {
    this.#waiting.push(member);
    if (this.#running === this.#limits.groups) return;
    this.#running++;
    this.#drained = Promise.all([this.#drained, this.#drain()]).then(() => undefined);
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running > 0) await this.#drained;
  }

  async #drain(): Promise<void> {
    // Whatever else this turn of the event loop asks for joins the first group.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#performGroup(this.#waiting.splice(0, this.#limits.size));
    this.#running--;
  }

  async #performGroup(group: readonly One[]): Promise<void> {
    try {
      for (const confirm of await whileLocked(() => this.#perform(group))) confirm();
    } catch (error) {
      const fault = storeFault(error);
      if (fault === undefined && group.length > 1) return this.#performEach(group);
      for (const member of group) member.reject(fault ?? error);
    }
  }

  /** One of them spoilt it for all: the fault is its own. */
  async #performEach(group: readonly One[]): Promise<void> {
    for (const member of group) await this.#performGroup([member]);
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
