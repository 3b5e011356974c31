import { setTimeout as wait } from 'node:timers/promises';
import { Line } from './line.ts';
import type { Said, Shown, Side, Words } from './side.ts';
import { until } from './talk.ts';
import { Writer } from './writer.ts';

export interface TicketParts {
  /** Where the asker is, and where the desk is. */
  from: Side;
  at: Side;
  asker: string;
  nextMark: () => string;
}

/** How long an asker waits before they write again, ms. */
const WAITS = 3_000;

interface Lines {
  words: Line;
  files: Line;
}

/** A ticket between an asker on one platform and an agent on the other: what each writes, and what the other one sees. */
export class Ticket {
  readonly at: Side;
  readonly askerWrites: Writer;
  readonly agentWrites: Writer;
  readonly #parts: TicketParts;
  readonly #wish: string;
  /** What the asker wrote last before the ticket was there. */
  #asked: Said | undefined;
  #asking: Promise<void> | undefined;
  readonly #opened: Line;
  readonly #toDesk: Lines;
  readonly #toAsker: Lines;

  constructor(parts: TicketParts) {
    const { from, at, asker, nextMark } = parts;
    this.#parts = parts;
    this.at = at;
    this.#wish = nextMark();
    this.#opened = new Line(`${from.name} → ${at.name}: tickets`, () => this.#threads.map(() => this.#wish));
    this.#toDesk = linesOf(`${from.name} → ${at.name}: to the desk`, () => this.#atDesk());
    this.#toAsker = linesOf(`${at.name} → ${from.name}: to the asker`, () => from.seen(asker));
    const say = (words: Words) => from.say(asker, words);
    const answer = (words: Words) => at.desk.write(this.#threads[0] ?? '', words);
    this.askerWrites = new Writer({ write: say, ...changesOn(from) }, this.#toDesk, nextMark);
    this.agentWrites = new Writer({ write: answer, ...changesOn(at) }, this.#toAsker, nextMark);
  }

  get askerLines(): Line[] {
    return [this.#opened, this.#toDesk.words, this.#toDesk.files];
  }

  get agentLines(): Line[] {
    return [this.#toAsker.words, this.#toAsker.files];
  }

  /** The asker asks for a person, once. */
  async open(): Promise<void> {
    if (this.#opened.messages.length > 0) return;
    this.#opened.add({ mark: this.#wish });
    const { from, asker } = this.#parts;
    this.#asked = await from.say(asker, { text: from.wishFor(this.#wish) });
  }

  /** Resolves with true when the desk has it. Whom nobody heard writes again. */
  async opened(ended: AbortSignal): Promise<boolean> {
    while (!ended.aborted) {
      await until(() => this.#isOpen || this.#isUnheard, ended);
      if (this.#isOpen) return true;
      if (this.#isUnheard) await this.#askAgain();
    }
    return this.#isOpen;
  }

  /** Who was not heard until now writes again. */
  async insist(): Promise<void> {
    while (!this.#isOpen && this.#isUnheard) await this.#askAgain();
  }

  /** As a person does it: looks whether what was sent before has arrived, and uses the command until it works. */
  async sendByCommand(ended: AbortSignal): Promise<void> {
    if (!(await until(() => this.#toAsker.words.open() === 0, ended))) return;
    const { message, said } = await this.agentWrites.write('and then:', { told: () => false });
    while (!ended.aborted) {
      if (!(await this.at.desk.send(said))) continue;
      delete message.told;
      return;
    }
  }

  get #isOpen(): boolean {
    return this.#threads.length > 0;
  }

  get #isUnheard(): boolean {
    return this.#asked !== undefined && !this.#parts.from.heard(this.#asked);
  }

  /** Once, also when asker and agent both wait for the ticket. */
  async #askAgain(): Promise<void> {
    this.#asking ??= this.#writeAgain();
    await this.#asking;
    this.#asking = undefined;
  }

  /** The first words are what must arrive: whoever hears these looks what was written before. */
  async #writeAgain(): Promise<void> {
    const { from, asker } = this.#parts;
    await wait(WAITS);
    if (this.#isOpen) return;
    const [wish] = this.#opened.messages;
    if (wish) wish.again = (wish.again ?? 0) + 1;
    this.#asked = await from.say(asker, { text: 'are you there?' });
  }

  get #threads(): string[] {
    return this.at.desk.threads(this.#wish);
  }

  /** What stands at the desk, wherever it was opened. */
  #atDesk(): Shown[] {
    return this.#threads.flatMap((thread) => this.at.desk.shown(thread));
  }
}

function changesOn(side: Side): Pick<Side, 'edit' | 'erase'> {
  return { edit: (message, text) => side.edit(message, text), erase: (message) => side.erase(message) };
}

function linesOf(name: string, shown: () => Shown[]): Lines {
  return {
    words: new Line(name, () => shown().map(({ text }) => text)),
    files: new Line(`${name}, files`, () => shown().flatMap(({ files }) => files)),
  };
}
