import { randomBytes } from 'node:crypto';
import { createSeal } from '../../src/adapters/storage/sealing.ts';
import { openSqliteFile, sqliteBackend } from '../../src/adapters/storage/sqlite.ts';
import { createStore, type StateStore } from '../../src/adapters/storage/store.ts';
import { fetchFile } from '../../src/bot/fetch-file.ts';
import { finished } from '../../src/bot/job-events.ts';
import { fired } from '../../src/bot/timers.ts';
import {
  desksAsked,
  type Event,
  type JobRequest,
  type Knowledge,
  respond,
  type Settings,
  type Situation,
  type Ticket,
  type Turn,
} from '../../src/core/index.ts';
import { ConversationPlatform, nameOf, type Shown } from './conversation-platform.ts';
import { FakeClock } from './fake-clock.ts';

/** Who takes part. */
export interface Cast {
  people: ReadonlySet<string>;
  agents: ReadonlySet<string>;
  /** Who reads the desk's channel, but is no agent. */
  outsiders: ReadonlySet<string>;
  /** Whose direct messages are closed. */
  unreachable: ReadonlySet<string>;
  settings: Settings;
}

/** What one event led to: its own Turn, and what everybody was shown until all was done. */
export interface Handled {
  result: Turn;
  shown: Shown[];
}

const MANY = 100;

/** The real core and the real store, with a platform in memory; one thing is done after the other. */
export class ConversationWorld {
  readonly platform: ConversationPlatform;
  /** Checks and look-ups that were asked for; the script says what they find. */
  readonly jobs: JobRequest[] = [];
  readonly #store: StateStore;
  readonly #cast: Cast;
  readonly #knowledge: Knowledge;

  private constructor(cast: Cast, knowledge: Knowledge, store: StateStore) {
    this.#cast = cast;
    this.#knowledge = knowledge;
    this.#store = store;
    this.platform = new ConversationPlatform(cast, store);
  }

  static async open(cast: Cast, knowledge: Knowledge): Promise<ConversationWorld> {
    const store = await createStore(sqliteBackend(openSqliteFile(':memory:')), createSeal(randomBytes(32)));
    return new ConversationWorld(cast, knowledge, store);
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  /** The ticket whose thread agents write in: the newest. */
  async ticket(): Promise<Ticket | undefined> {
    return (await this.#store.tickets({ limit: 1 }))[0];
  }

  /** Kinds of what was written down about that ticket. */
  async story(): Promise<string[]> {
    const ticket = await this.ticket();
    const found = ticket && (await this.#store.ticketWithEvents(ticket.id));
    return found?.events.map(({ kind }) => kind) ?? [];
  }

  async hasOpenTicket(name: string): Promise<boolean> {
    return (await this.openTicketsOf(name)) > 0;
  }

  async openTicketsOf(name: string): Promise<number> {
    const tickets = await this.#store.tickets({ limit: MANY });
    const open = tickets.filter(({ state }) => state !== 'closed' && state !== 'resolved');
    return open.filter(({ asker }) => nameOf(asker) === name).length;
  }

  secretExpected(event: Pick<Event, 'conversation'>, now: number): Promise<boolean> {
    return this.#store.secretExpected(event.conversation, now);
  }

  async handle(event: Event, now: number): Promise<Handled> {
    await this.#store.accept(event);
    return answered(event, await this.#settle(event.id, now));
  }

  async finishJob(
    job: JobRequest,
    outcome: Parameters<typeof finished>[1],
    now: number,
  ): Promise<Handled & { event: Event }> {
    const event = finished(job, outcome, now);
    await this.#store.finishJob(job.id, event);
    return { event, ...answered(event, await this.#settle(event.id, now)) };
  }

  /** Lets fall due, one by one, what falls due until then. */
  async passTime(until: number): Promise<Shown[]> {
    const shown: Shown[] = [];
    for (;;) {
      const [timer] = await this.#store.dueTimers(until, 1);
      if (!timer) return shown;
      const event = fired(timer, timer.dueAt);
      await this.#store.finishTimer(timer.id, event);
      shown.push(...(await this.#settle(event.id, timer.dueAt)).shown);
    }
  }

  /** Until nothing is left to answer, to deliver and to fetch. */
  async #settle(asked: Event['id'], now: number): Promise<Partial<Handled> & Pick<Handled, 'shown'>> {
    const shown: Shown[] = [];
    let result: Turn | undefined;
    for (;;) {
      const [pending] = await this.#store.pendingEvents(1);
      if (pending) {
        const turn = await this.#respond(pending.event, now);
        if (pending.event.id === asked) result = turn;
      }
      const delivered = await this.platform.deliverAll(now);
      shown.push(...delivered);
      const worked = await this.#work(now);
      if (!pending && delivered.length === 0 && !worked) break;
    }
    return { ...(result && { result }), shown };
  }

  async #respond(event: Event, now: number): Promise<Turn> {
    const turn = respond(event, await this.#situation(event, now), this.#knowledge, now);
    const [committed] = await this.#store.commit([turn], now);
    if (committed?.status === 'rejected') throw new Error('a Turn was not committed', { cause: committed.reason });
    return turn;
  }

  async #situation(event: Event, now: number): Promise<Situation> {
    const situation = { ...(await this.#store.situation(event)), settings: this.#cast.settings };
    if (this.#cast.outsiders.size === 0 || desksAsked(event, situation).length === 0) return situation;
    const member = !this.#cast.outsiders.has(event.author.name);
    return { ...situation, membership: { member, checkedAt: now } };
  }

  /** Fetches files at once. True when there was one. */
  async #work(now: number): Promise<boolean> {
    const jobs = await this.#store.takeJobs(now, MANY, MANY);
    for (const job of jobs) {
      const { task, progress } = job;
      if (task.kind !== 'fetch-file') this.jobs.push(job);
      else {
        const means = { adapterOf: () => this.platform, store: this.#store, clock: new FakeClock(now) };
        const result = await fetchFile(job, task, means, AbortSignal.timeout(1000));
        await this.#store.finishJob(job.id, finished(job, { kind: 'fetch-file', task, progress, result }, now));
      }
    }
    return jobs.length > 0;
  }
}

function answered({ id }: Event, { result, shown }: Partial<Handled> & Pick<Handled, 'shown'>): Handled {
  if (!result) throw new Error(`${id} was not handled`);
  return { result, shown };
}
