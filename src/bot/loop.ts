import { backoff } from './backoff.ts';
import type { Clock } from './clock.ts';

/** Does what there is to do now; resolves with the time (ms) after which it wants to look again, 0 for at once. */
export type Round = () => Promise<number | undefined>;

const FAULT_WAITS = { first: 100, longest: 5000 };

/** Runs rounds when woken, never two at once; one that throws is told to `onFault` and tried again later. */
export class Loop {
  readonly #clock: Clock;
  readonly #round: Round;
  readonly #onFault: (error: unknown) => void;
  #woken = false;
  #stopped = false;
  #faults = 0;
  #roundSince: number | undefined;
  #running: Promise<void> | undefined;
  #cancel: () => void = () => {};

  constructor(clock: Clock, round: Round, onFault: (error: unknown) => void) {
    this.#clock = clock;
    this.#round = round;
    this.#onFault = onFault;
  }

  wake(): void {
    if (this.#stopped) return;
    this.#woken = true;
    this.#running ??= this.#run();
  }

  /** When the round in hand began, ms: one that never ends keeps everything after it from being done. */
  get roundSince(): number | undefined {
    return this.#roundSince;
  }

  get busy(): boolean {
    return this.#running !== undefined;
  }

  /** Resolves when nothing runs; a round may still be scheduled for later. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** Ends the round in hand and begins no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#woken && !this.#stopped) {
      this.#woken = false;
      this.#cancel();
      this.#next(await this.#attempt());
    }
    this.#running = undefined;
  }

  async #attempt(): Promise<number | undefined> {
    this.#roundSince = this.#clock.now();
    try {
      const next = await this.#round();
      this.#faults = 0;
      return next;
    } catch (error) {
      this.#onFault(error);
      return 1 + backoff(this.#clock, this.#faults++, FAULT_WAITS);
    } finally {
      this.#roundSince = undefined;
    }
  }

  #next(ms: number | undefined): void {
    if (ms === undefined) return;
    if (ms <= 0) this.#woken = true;
    else this.#cancel = this.#clock.after(ms, () => this.wake());
  }
}
