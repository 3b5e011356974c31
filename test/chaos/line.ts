import { compare, isClean, type Message, misplacedAmong, type Tally } from './oracle.ts';

/** The messages of one writer to one reader, and what that reader sees. */
export class Line {
  readonly messages: Message[] = [];
  readonly name: string;
  readonly #seen: () => string[];
  /** Those that were as they should be when last looked at, with what was expected then. */
  readonly #fine = new Map<Message, string>();

  constructor(name: string, seen: () => string[]) {
    this.name = name;
    this.#seen = seen;
  }

  add(message: Message): Message {
    this.messages.push(message);
    return message;
  }

  /** How many are not yet as they should be. */
  open(): number {
    const waiting = this.messages.filter((message) => this.#fine.get(message) !== JSON.stringify(message));
    if (waiting.length === 0) return 0;
    const seen = this.#seen();
    const fine = waiting.filter((message) => isFine(message, seen));
    for (const message of fine) this.#fine.set(message, JSON.stringify(message));
    return waiting.length - fine.length;
  }

  tally(dead: readonly string[]): Tally {
    return compare(this.messages, this.#seen(), dead);
  }

  /** The messages with which something is wrong, for whoever looks for the cause. */
  faults(dead: readonly string[]): string[] {
    const seen = this.#seen();
    const late = new Set(misplacedAmong(this.messages, seen));
    return this.messages
      .map((message) => ({
        message,
        tally: { ...compare([message], seen, dead), misplaced: Number(late.has(message)) },
      }))
      .filter(({ tally }) => !isClean(tally))
      .map(({ message, tally }) => `${this.name}: ${JSON.stringify(message)}, ${wrongWith(tally)}`);
  }
}

function isFine(message: Message, seen: readonly string[]): boolean {
  const { lost, outdated, leaked } = compare([message], seen);
  return lost + outdated + leaked === 0;
}

function wrongWith(tally: Tally): string {
  const wrong = Object.entries(tally).filter(([name, count]) => name !== 'sent' && name !== 'again' && count > 0);
  return wrong.map(([name]) => name).join(', ');
}
