import { type Bot, type BotStart, type End, startBot } from './bot.ts';
import type { Misfortune } from './misfortune.ts';
import type { Random } from './random.ts';

/** One process of the bot, on a machine of its own. */
export interface Member {
  role: string;
  start: BotStart;
}

/** A process that ends without being asked to, or badly, is a fault of its own. */
export class UnexpectedEnd extends Error {}

interface Place {
  member: Member;
  bot: Bot;
  /** Of its machine: how far ahead its clock is, ms. */
  clock: number;
}

/** A bot that hears no signal. */
export const STOCK = 'stock';

/** The time that a bot has for an end that it was asked for, ms. */
const LONGEST_STOP = 60_000;

/** Processes that share the work; those that are killed are started again. */
export class Fleet {
  /** How often which role ended by which signal. */
  readonly ends = new Map<string, number>();
  readonly #places: Place[];
  readonly #expected = new Set<Bot>();
  readonly #failed: Promise<never>;
  #fail: (error: UnexpectedEnd) => void = () => {};

  constructor(members: readonly Member[]) {
    this.#failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#failed.catch(() => undefined);
    this.#places = members.map((member) => ({ member, bot: this.#start(member, 0), clock: 0 }));
  }

  /** Rejects as soon as a process ends by itself. */
  during<Result>(work: Promise<Result>): Promise<Result> {
    return Promise.race([work, this.#failed]);
  }

  /** Ends one of them and starts it again. `isUp`: it had the time to come up. */
  async endOne(random: Random, signal: 'SIGKILL' | 'SIGTERM', isUp: boolean): Promise<void> {
    const place = random.pick(this.#places);
    const { role } = place.member;
    await this.#end(place, signal, isUp);
    this.ends.set(`${role} ${signal}`, (this.ends.get(`${role} ${signal}`) ?? 0) + 1);
    place.bot = this.#start(place.member, place.clock);
  }

  /** Befalls one of the machines. */
  befallOne(random: Random, clock: number): void {
    const place = random.pick(this.#places);
    place.clock = clock;
    place.bot.suffer({ clock });
  }

  befallAll(misfortune: Misfortune): void {
    for (const place of this.#places) {
      place.clock = misfortune.clock ?? place.clock;
      place.bot.suffer(misfortune);
    }
  }

  /** All together, as they should. */
  async stop(): Promise<void> {
    await Promise.all(this.#places.map((place) => this.#end(place, 'SIGTERM', true)));
  }

  /** Whatever happened: nothing goes on running. */
  abandon(): void {
    for (const { bot } of this.#places) {
      this.#expected.add(bot);
      bot.kill('SIGKILL');
    }
  }

  #start({ role, start }: Member, clock: number): Bot {
    const bot = startBot({ ...start, variables: { ...start.variables, CHAOS_CLOCK: String(clock) } });
    void this.#watch(role, bot);
    return bot;
  }

  async #watch(role: string, bot: Bot): Promise<void> {
    const end = await bot.ended;
    if (!this.#expected.has(bot)) this.#fail(new UnexpectedEnd(`${role} ended by itself: ${String(end)}`));
  }

  async #end({ member, bot }: Place, signal: 'SIGKILL' | 'SIGTERM', isUp: boolean): Promise<void> {
    this.#expected.add(bot);
    bot.kill(signal);
    const end = await endOf(bot);
    const heard = isUp && member.role !== STOCK;
    const asked: (End | 'late')[] = signal === 'SIGKILL' ? ['SIGKILL'] : heard ? [0] : [0, 'SIGTERM'];
    if (!asked.includes(end)) throw new UnexpectedEnd(`${member.role} ended by ${signal} with ${String(end)}`);
  }
}

async function endOf(bot: Bot): Promise<End | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), LONGEST_STOP);
  });
  const end = await Promise.race([bot.ended, late]);
  clearTimeout(timer);
  return end;
}
