/** Work of one lane is done in order, that of different lanes at once. */
export class Lanes {
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #failed: (error: string) => void;

  constructor(failed: (error: string) => void) {
    this.#failed = failed;
  }

  add(lane: string, work: () => Promise<void>): void {
    const before = this.#lanes.get(lane);
    const running: Promise<void> = (before ? before.then(work) : work())
      .catch((error: unknown) => this.#failed(error instanceof Error ? error.name : 'unknown'))
      .finally(() => {
        if (this.#lanes.get(lane) === running) this.#lanes.delete(lane);
      });
    this.#lanes.set(lane, running);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#lanes.values());
  }
}
