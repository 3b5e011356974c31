import type { Clock } from '../../src/bot/clock.ts';

interface Alarm {
  at: number;
  ring: () => void;
}

/** Stands still until it is told to go on. */
export class FakeClock implements Clock {
  #now: number;
  #alarms: Alarm[] = [];
  /** How far somebody has put the time back, ms; waits do not notice. */
  #behind = 0;
  /** What `random` gives. */
  chance = 0.5;

  constructor(now = 1_900_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now - this.#behind;
  }

  ticks(): number {
    return this.#now;
  }

  random(): number {
    return this.chance;
  }

  after(ms: number, callback: () => void): () => void {
    const alarm = { at: this.#now + ms, ring: callback };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((one) => one !== alarm);
    };
  }

  putBack(ms: number): void {
    this.#behind += ms;
  }

  /** Rings every alarm on the way, in order, and lets what they started run. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (let next = this.#first(end); next; next = this.#first(end)) {
      this.#now = Math.max(this.#now, next.at);
      this.#alarms = this.#alarms.filter((one) => one !== next);
      next.ring();
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** As after a sleep of the machine: the time is another, and what fell due meanwhile rings once. */
  async jump(ms: number): Promise<void> {
    this.#now += ms;
    await this.advance(0);
  }

  #first(until: number): Alarm | undefined {
    return this.#alarms.filter((one) => one.at <= until).sort((one, other) => one.at - other.at)[0];
  }
}

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
