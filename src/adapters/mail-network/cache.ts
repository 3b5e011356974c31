import { setMaxListeners } from 'node:events';

export interface Work<T> {
  key: string;
  /** Its signal aborts when nobody waits any more. */
  make: (signal: AbortSignal) => Promise<T>;
  /** Whether the result is worth keeping. */
  keep: (value: T) => boolean;
}

/**
 * Results by key for a while. Who asks while one is being made waits for the same one; who leaves (by its own signal)
 * gets `undefined` at once, and the work ends when the last has left.
 */
export interface Cache<T> {
  get(work: Work<T>, signal: AbortSignal): Promise<T | undefined>;
  /** Whether there is a result, or one is being made. */
  has(key: string): boolean;
}

interface Entry<T> {
  value: Promise<T>;
  until: number;
  waiting: number;
  controller: AbortController;
}

const MOST_ENTRIES = 2_000;

export function createCache<T>(ttlMs: number, now: () => number): Cache<T> {
  const entries = new Map<string, Entry<T>>();

  function find(key: string): Entry<T> | undefined {
    const entry = entries.get(key);
    if (entry && entry.until > now()) return entry;
    entries.delete(key);
    return undefined;
  }

  function forget(key: string, entry: Entry<T>): void {
    if (entries.get(key) === entry) entries.delete(key);
  }

  function start({ key, make, keep }: Work<T>): Entry<T> {
    const controller = new AbortController();
    // Six ports with their sockets listen to it: more than the ten that Node takes for a leak.
    setMaxListeners(0, controller.signal);
    const entry: Entry<T> = { value: make(controller.signal), until: now() + ttlMs, waiting: 0, controller };
    entries.set(key, entry);
    void entry.value.then((value) => keep(value) || forget(key, entry));
    const oldest = entries.keys().next();
    if (entries.size > MOST_ENTRIES && oldest.done !== true) entries.delete(oldest.value);
    return entry;
  }

  async function get(work: Work<T>, signal: AbortSignal): Promise<T | undefined> {
    const entry = find(work.key) ?? start(work);
    entry.waiting += 1;
    const value = await unlessAborted(entry.value, signal);
    entry.waiting -= 1;
    if (value === undefined && entry.waiting === 0) {
      forget(work.key, entry);
      entry.controller.abort();
    }
    return value;
  }

  return { get, has: (key) => find(key) !== undefined };
}

function unlessAborted<T>(value: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const leave = (): void => resolve(undefined);
    signal.addEventListener('abort', leave, { once: true });
    if (signal.aborted) leave();
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
