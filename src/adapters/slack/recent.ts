const MOST_KEPT = 2_000;

/** A few texts by name; the oldest are forgotten. */
export interface Recent {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

export function createRecent(): Recent {
  const kept = new Map<string, string>();
  return {
    get: (name) => kept.get(name),
    set: (name, value) => {
      kept.delete(name);
      kept.set(name, value);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    },
  };
}
