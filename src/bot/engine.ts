import type {
  ChatAdapter,
  HintTopic,
  Knowledge,
  MailNetwork,
  PlaceId,
  Receive,
  Retention,
  Settings,
  Store,
  Turn,
} from '../core/index.ts';
import { BackfillWorker } from './backfill.ts';
import { atMost, type Clock } from './clock.ts';
import type { Core } from './core-functions.ts';
import type { Events } from './events.ts';
import { JobWorker } from './jobs.ts';
import type { Loop } from './loop.ts';
import { OutboxWorker } from './outbox.ts';
import { createPersist, type Persist } from './persist.ts';
import { Pipeline } from './pipeline.ts';
import { createReceive } from './receive.ts';
import { Rights } from './rights.ts';
import { createTimerWorker } from './timers.ts';

export interface EngineParts {
  store: Store;
  core: Core;
  knowledge: Knowledge;
  network: MailNetwork;
  /** Signs a file with the operator's key, gives base64; throws where there is none. */
  sign: (content: string) => Promise<string>;
  clock: Clock;
  settings: () => Settings;
  events: Events;
  retention?: Retention;
  forgetLog?: (before: number) => void;
  /** False where other processes answer, check and keep the time: this one takes events in, and delivers. */
  works?: boolean;
}

/** What a worker does in one go takes a moment; whatever takes so long (ms) will not end any more. */
const HANGS = 120_000;
/** How long a graceful stop waits for each kind of work, ms; what is left is in the store. */
const DRAIN = 4000;

/** The pipeline and its workers around one store: everything between the chat adapters and the core. */
export class Engine {
  /** What chat adapters are started with. */
  readonly receive: Receive;
  readonly #parts: EngineParts;
  readonly #ending = new AbortController();
  readonly #persist: Persist;
  readonly #pipeline: Pipeline;
  readonly #jobs: JobWorker;
  readonly #timers: Loop;
  readonly #adapters = new Map<string, Pick<ChatAdapter, 'fetchFile' | 'isAgent'>>();
  readonly #outboxes: OutboxWorker[] = [];
  readonly #backfills: BackfillWorker[] = [];

  constructor(parts: EngineParts) {
    const wake = (): void => this.#wakePipeline();
    this.#parts = parts;
    this.#persist = createPersist(parts.clock, parts.events, this.#ending.signal);
    const adapterOf = (name: string) => this.#adapters.get(name);
    const rights = new Rights({ ...parts, adapterOf });
    this.#pipeline = new Pipeline({ ...parts, rights, onCommitted: (turn) => this.#carryOut(turn) });
    this.#jobs = new JobWorker({ ...parts, adapterOf, persist: this.#persist, wake });
    this.#timers = createTimerWorker({ ...parts, wake });
    this.receive = createReceive({ ...parts, wake });
  }

  get #works(): boolean {
    return this.#parts.works ?? true;
  }

  /** Begins with what the last run left, and says how much that was. */
  async start(): Promise<Awaited<ReturnType<Store['recover']>>> {
    const recovered = await this.#parts.store.recover(this.#parts.clock.now());
    this.#parts.store.hear((topic) => this.#lookAt(topic));
    if (!this.#works) return recovered;
    this.#pipeline.wake();
    this.#jobs.wake();
    this.#timers.wake();
    return recovered;
  }

  /** Asks this adapter for files, and about people's rights. To be called before the start. */
  meet(adapter: Pick<ChatAdapter, 'name' | 'fetchFile' | 'isAgent'>): void {
    this.#adapters.set(adapter.name, adapter);
  }

  /** Delivers to this adapter from now on. */
  deliverTo(adapter: Pick<ChatAdapter, 'name' | 'deliver' | 'fetchFile' | 'isAgent'>): void {
    this.meet(adapter);
    const wake = (): void => this.#wakePipeline();
    const outbox = new OutboxWorker({ ...this.#parts, adapter, persist: this.#persist, wake });
    this.#outboxes.push(outbox);
    outbox.wake();
  }

  /** Looks from now on for what this adapter has missed, where its platform keeps a history. */
  lookBackIn(adapter: ChatAdapter): void {
    if (!adapter.backfill) return;
    const worker = new BackfillWorker({ ...this.#parts, adapter, receive: this.receive });
    this.#backfills.push(worker);
    worker.start();
  }

  /** Resolves when nothing is left to do now; retries and timers may be due later. */
  async idle(): Promise<void> {
    const workers = [this.#pipeline, this.#jobs, this.#timers, ...this.#outboxes];
    while (workers.some((worker) => worker.busy)) {
      for (const worker of workers) await worker.idle();
    }
  }

  /** Whether a worker stands still: only a restart helps then. */
  get hangs(): boolean {
    const longAgo = this.#parts.clock.now() - HANGS;
    const workers = [this.#pipeline, this.#jobs, this.#timers, ...this.#outboxes];
    return workers.some(({ roundSince }) => roundSince !== undefined && roundSince < longAgo);
  }

  /** Places whose histories an adapter has named the last time, beside those that the store knows. */
  placesOf(adapter: string): readonly PlaceId[] {
    return this.#backfills.find(({ name }) => name === adapter)?.places ?? [];
  }

  /** To be called when the adapters take no more events: finishes what is in hand. */
  async stop(): Promise<void> {
    const { clock } = this.#parts;
    const others = [...this.#backfills, this.#timers, this.#jobs].map((worker) => worker.stop());
    await atMost(clock, DRAIN, Promise.all(others));
    await atMost(clock, DRAIN, this.#pipeline.idle());
    await atMost(clock, DRAIN, Promise.all(this.#outboxes.map((outbox) => outbox.idle())));
    this.#ending.abort();
    await this.#pipeline.stop();
    await atMost(clock, DRAIN, Promise.all(this.#outboxes.map((outbox) => outbox.stop())));
  }

  #wakePipeline(): void {
    if (this.#works) this.#pipeline.wake();
  }

  /** Another process has left something to do. */
  #lookAt(topic: HintTopic): void {
    if (topic === 'inbox') this.#wakePipeline();
    if (topic === 'jobs' && this.#works) this.#jobs.wake();
    if (topic === 'outbox') for (const outbox of this.#outboxes) outbox.wake();
  }

  #carryOut(turn: Turn): void {
    if (turn.jobs.length > 0) this.#jobs.wake();
    if (turn.cancelled) this.#jobs.cancel(turn.cancelled);
    if (turn.operations.length === 0) return;
    for (const outbox of this.#outboxes) outbox.wake();
  }
}
