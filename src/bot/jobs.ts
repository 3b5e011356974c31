import type { Event, JobOutcome, JobRequest, MailNetwork, Store } from '../core/index.ts';
import type { Clock } from './clock.ts';
import type { Events } from './events.ts';
import { Loop } from './loop.ts';
import type { Persist } from './persist.ts';

export interface JobParts {
  network: MailNetwork;
  store: Pick<Store, 'takeJobs' | 'finishJob'>;
  clock: Clock;
  persist: Persist;
  events: Pick<Events, 'jobFailed' | 'storeRefused'>;
  /** A job's result is in the inbox. */
  wake: () => void;
}

const PARALLEL = 8;
/** Longest time for one job, ms; the person is told that it did not work. */
const DEADLINE = 45_000;

/** Does what Turns asked for outside the core; every result, also a failure, comes back as an event. */
export class JobWorker {
  readonly #parts: JobParts;
  readonly #loop: Loop;
  readonly #running = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: JobParts) {
    this.#parts = parts;
    this.#loop = new Loop(
      parts.clock,
      () => this.#round(),
      (error) => parts.events.storeRefused('jobs', error),
    );
  }

  get busy(): boolean {
    return this.#loop.busy || this.#running.size > 0;
  }

  wake(): void {
    this.#loop.wake();
  }

  /** Resolves when no job runs. */
  async idle(): Promise<void> {
    await this.#loop.idle();
    while (this.#running.size > 0) {
      await Promise.all(this.#running);
      await this.#loop.idle();
    }
  }

  /** Breaks off what runs; it is done again after the next start. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    this.#stopping.abort();
    await Promise.all(this.#running);
  }

  async #round(): Promise<undefined> {
    const free = PARALLEL - this.#running.size;
    const jobs = free > 0 ? await this.#parts.store.takeJobs(this.#parts.clock.now(), free) : [];
    for (const job of jobs) this.#start(job);
  }

  #start(job: JobRequest): void {
    const running = this.#run(job).finally(() => {
      this.#running.delete(running);
      this.wake();
    });
    this.#running.add(running);
  }

  async #run(job: JobRequest): Promise<void> {
    const outcome = await this.#outcome(job);
    if (this.#stopping.signal.aborted) return;
    const { persist, store, clock, wake } = this.#parts;
    const event = finished(job, outcome, clock.now());
    await persist(() => store.finishJob(job.id, event));
    wake();
  }

  async #outcome(job: JobRequest): Promise<JobOutcome> {
    const failed: JobOutcome = { kind: 'failed', task: job.task, progress: job.progress };
    const deadline = new AbortController();
    const signal = AbortSignal.any([deadline.signal, this.#stopping.signal]);
    const cancel = this.#parts.clock.after(DEADLINE, () => deadline.abort());
    try {
      return await Promise.race([carryOut(this.#parts.network, job, signal), aborted(signal, failed)]);
    } catch (error) {
      this.#parts.events.jobFailed(job.id, error);
      return failed;
    } finally {
      cancel();
    }
  }
}

async function carryOut(
  network: MailNetwork,
  { task, progress }: JobRequest,
  signal: AbortSignal,
): Promise<JobOutcome> {
  if (task.kind === 'discover') {
    return { kind: 'discover', task, progress, result: await network.discover(task.domain, signal) };
  }
  return { kind: 'check-server', task, progress, result: await network.check(task.host, task.port, signal) };
}

/** Also a network that does not listen to its signal keeps nobody waiting. */
function aborted(signal: AbortSignal, outcome: JobOutcome): Promise<JobOutcome> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(outcome), { once: true });
  });
}

function finished(job: JobRequest, outcome: JobOutcome, now: number): Event {
  return {
    id: `job:${job.id}`,
    type: 'job-finished',
    conversation: job.conversation,
    place: job.place,
    private: job.private,
    author: { id: job.person, name: '', bot: false },
    at: now,
    job: job.id,
    outcome,
    redactions: [],
  };
}
