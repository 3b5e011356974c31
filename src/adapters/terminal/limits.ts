export const LIMITS = {
  /** Characters of one line that a person types or pastes. */
  line: 64 * 1024,
  /** Columns where the terminal does not say, and at most: longer lines are hard to read. */
  columns: 80,
  narrowest: 20,
} as const;
