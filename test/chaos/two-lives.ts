import { type Bot, type BotStart, startBot } from './bot.ts';
import { UnexpectedEnd } from './fleet.ts';
import type { Side } from './side.ts';
import { until } from './talk.ts';

/** A bot that dies at one point, and the one that takes its place. */
export class TwoLives {
  /** Rejects when either ends in another way than it should. */
  readonly failed: Promise<never>;
  readonly #bot: BotStart;
  readonly #sides: readonly Side[];
  readonly #first: Bot;
  readonly #over = new AbortController();
  #second: Bot | undefined;
  #isAsked = false;

  /** `mortal`: what it is told beside the other, so that it dies. */
  constructor(bot: BotStart, mortal: Record<string, string>, sides: readonly Side[]) {
    this.#bot = bot;
    this.#sides = sides;
    this.#first = startBot({ ...bot, variables: { ...bot.variables, ...mortal } });
    this.failed = this.#watch();
    this.failed.catch(() => undefined);
  }

  get died(): boolean {
    return this.#second !== undefined;
  }

  /** Resolves when the bot, whichever it is, is connected to both platforms. */
  async up(ended: AbortSignal): Promise<void> {
    await until(() => this.#sides.every((side) => side.connected() > 0), ended);
  }

  /** Asks for the end. A death on the way there is one like any other: `settle` is then awaited before the second's end. */
  async end(ended: AbortSignal, settle: () => Promise<number>): Promise<number> {
    this.#isAsked = true;
    this.#first.kill('SIGTERM');
    if ((await this.#first.ended) !== 'SIGKILL') return 0;
    await until(() => this.died, ended);
    await this.up(ended);
    const leftOver = await settle();
    this.#over.abort();
    this.#second?.kill('SIGTERM');
    const end = await this.#second?.ended;
    if (end !== 0) throw new UnexpectedEnd(`the second ended with ${String(end)}`);
    return leftOver;
  }

  /** Whatever happened: nothing goes on running. */
  async abandon(): Promise<void> {
    this.#over.abort();
    this.#first.kill('SIGKILL');
    await this.#first.ended;
    this.#second?.kill('SIGKILL');
    await this.#second?.ended;
  }

  async #watch(): Promise<never> {
    const end = await this.#first.ended;
    const isOver = this.#over.signal;
    if (end === 'SIGKILL' && !isOver.aborted) await this.#succeed(isOver);
    else if (!isOver.aborted && !(this.#isAsked && end === 0))
      throw new UnexpectedEnd(`the first ended with ${String(end)}`);
    return new Promise(() => undefined);
  }

  async #succeed(isOver: AbortSignal): Promise<void> {
    // Else one could take the first one's connections for the second's.
    await until(() => this.#sides.every((side) => side.connected() === 0), isOver);
    if (isOver.aborted) return;
    this.#second = startBot(this.#bot);
    const end = await this.#second.ended;
    if (!isOver.aborted) throw new UnexpectedEnd(`the second ended by itself with ${String(end)}`);
  }
}
