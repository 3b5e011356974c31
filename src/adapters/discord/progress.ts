/** How far the dispatches of one session were taken in without a gap. */
export interface Progress {
  /** All up to this sequence number are stored or were not ours. */
  readonly contiguous: number;
  /** Call the result once the dispatch is safe. */
  begin(sequence: number): () => void;
}

export function createProgress(start: number): Progress {
  const open = new Set<number>();
  let highest = start;

  return {
    get contiguous() {
      return open.size === 0 ? highest : Math.min(...open) - 1;
    },
    begin(sequence) {
      open.add(sequence);
      highest = Math.max(highest, sequence);
      return () => {
        open.delete(sequence);
      };
    },
  };
}
