/** Work of one name is done in the order in which it was asked for, one after the other; that of other names meanwhile. */
export class InTurn {
  readonly #last = new Map<string, Promise<void>>();

  /** Settles as the work does; what fails keeps nobody after it from its turn. */
  run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name);
    const result = before ? before.then(work) : work();
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(name, ended);
    void ended.then(() => this.#forget(name, ended));
    return result;
  }

  #forget(name: string, ended: Promise<void>): void {
    if (this.#last.get(name) === ended) this.#last.delete(name);
  }
}
