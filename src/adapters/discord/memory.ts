/** A map that forgets its oldest entries. */
export interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  /** Oldest first. */
  entries(): [string, Value][];
}

export function createMemory<Value>(most: number): Memory<Value> {
  const entries = new Map<string, Value>();
  return {
    get: (key) => entries.get(key),
    entries: () => [...entries],
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      const oldest = entries.size > most ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
    },
  };
}
