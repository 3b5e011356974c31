import type { ChatAdapter, CheckStep, JobOutcome, JobRequest, MailNetwork, Store } from '../core/index.ts';
import { carryOut } from './carry-out.ts';
import type { Clock } from './clock.ts';
import type { Events } from './events.ts';
import { finished, progressed } from './job-events.ts';
import { createProgress } from './job-progress.ts';
import { Loop } from './loop.ts';
import type { Persist } from './persist.ts';

export interface JobParts {
  network: MailNetwork;
  store: Pick<Store, 'takeJobs' | 'admit' | 'reportJob' | 'finishJob' | 'keepFile'>;
  /** The adapter that a file came by. */
  adapterOf: (name: string) => Pick<ChatAdapter, 'fetchFile'> | undefined;
  /** A file, signed, in base64. */
  sign: (content: string) => Promise<string>;
  clock: Clock;
  persist: Persist;
  events: Pick<Events, 'jobFailed' | 'storeRefused'>;
  /** A job's result or progress is in the inbox. */
  wake: () => void;
}

const PARALLEL = 8;
/** Looks for jobs that others have left, ms. */
const POLL = 1000;
/** Of one person: whoever asks for a hundred leaves room for the others. */
const PER_PERSON = 3;
/** Longest time for one job, ms; the person is told that it did not work. */
const DEADLINE = 45_000;

interface Running {
  ended: Promise<void>;
  /** Ends it without a result. */
  cancel: AbortController;
}

/** Does what Turns asked for outside the core; every result, also a failure, comes back as an event. */
export class JobWorker {
  readonly #parts: JobParts;
  readonly #loop: Loop;
  readonly #running = new Map<string, Running>();

  constructor(parts: JobParts) {
    this.#parts = parts;
    this.#loop = new Loop(
      parts.clock,
      () => this.#round(),
      (error) => parts.events.storeRefused('jobs', error),
    );
  }

  get roundSince(): number | undefined {
    return this.#loop.roundSince;
  }

  get busy(): boolean {
    return this.#loop.busy || this.#running.size > 0;
  }

  wake(): void {
    this.#loop.wake();
  }

  /** Breaks off those that run; nobody waits for them any more. */
  cancel(jobs: readonly string[]): void {
    for (const id of jobs) this.#running.get(id)?.cancel.abort();
  }

  /** Resolves when no job runs. */
  async idle(): Promise<void> {
    await this.#loop.idle();
    while (this.#running.size > 0) {
      await this.#allEnded();
      await this.#loop.idle();
    }
  }

  /** Breaks off what runs; it is done again after the next start. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    this.cancel([...this.#running.keys()]);
    await this.#allEnded();
  }

  async #allEnded(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  async #round(): Promise<number> {
    const { store, clock } = this.#parts;
    const free = PARALLEL - this.#running.size;
    const jobs = free > 0 ? await store.takeJobs(clock.now(), free, PER_PERSON) : [];
    for (const job of jobs) this.#start(job);
    return POLL;
  }

  #start(job: JobRequest): void {
    const cancel = new AbortController();
    const ended = this.#run(job, cancel.signal).finally(() => {
      this.#running.delete(job.id);
      this.wake();
    });
    this.#running.set(job.id, { ended, cancel });
  }

  async #run(job: JobRequest, cancelled: AbortSignal): Promise<void> {
    const outcome = await this.#outcome(job, cancelled);
    if (cancelled.aborted) return;
    const { persist, store, clock, wake } = this.#parts;
    const event = finished(job, outcome, clock.now());
    await persist(() => store.finishJob(job.id, event));
    wake();
  }

  async #outcome(job: JobRequest, cancelled: AbortSignal): Promise<JobOutcome> {
    const { clock, events } = this.#parts;
    const failed: JobOutcome = { kind: 'failed', task: job.task, progress: job.progress };
    const deadline = new AbortController();
    const signal = AbortSignal.any([deadline.signal, cancelled]);
    const cancelDeadline = clock.after(DEADLINE, () => deadline.abort());
    const progress = createProgress(clock, (step) => void this.#tell(job, step));
    try {
      const means = { ...this.#parts, step: (step: CheckStep) => progress.step(step) };
      return await Promise.race([carryOut(job, means, signal), aborted(signal, failed)]);
    } catch (error) {
      events.jobFailed(job.id, error);
      return failed;
    } finally {
      cancelDeadline();
      progress.end();
    }
  }

  /** Progress that the store refuses is not worth a second try. */
  async #tell(job: JobRequest, step: Parameters<typeof progressed>[1]): Promise<void> {
    const { store, clock, events, wake } = this.#parts;
    try {
      await store.reportJob(job.id, progressed(job, step, clock.now()));
      wake();
    } catch (error) {
      events.storeRefused('progress of a job', error);
    }
  }
}

/** Also a network that does not listen to its signal keeps nobody waiting. */
function aborted(signal: AbortSignal, outcome: JobOutcome): Promise<JobOutcome> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(outcome), { once: true });
  });
}
