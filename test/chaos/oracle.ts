/** What became of one line of messages, from one person to one reader; the platform's own ledger says what was seen. */
export interface Tally {
  sent: number;
  lost: number;
  repeated: number;
  /** Seen after one that was sent later. */
  misplaced: number;
}

export const NOTHING: Tally = { sent: 0, lost: 0, repeated: 0, misplaced: 0 };

/** Compares what was sent with what was seen, both oldest first. Messages of one line differ from each other. */
export function compare(sent: readonly string[], seen: readonly string[]): Tally {
  const order = new Map(sent.map((message, index) => [message, index]));
  const counts = new Map<string, number>();
  let newest = -1;
  let misplaced = 0;
  for (const message of seen) {
    const index = order.get(message);
    if (index === undefined) continue;
    const before = counts.get(message) ?? 0;
    counts.set(message, before + 1);
    if (before === 0 && index < newest) misplaced += 1;
    newest = Math.max(newest, index);
  }
  return {
    sent: sent.length,
    lost: sent.filter((message) => !counts.has(message)).length,
    repeated: [...counts.values()].reduce((sum, count) => sum + count - 1, 0),
    misplaced,
  };
}

export function together(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({
      sent: all.sent + one.sent,
      lost: all.lost + one.lost,
      repeated: all.repeated + one.repeated,
      misplaced: all.misplaced + one.misplaced,
    }),
    NOTHING,
  );
}

export function isClean({ lost, repeated, misplaced }: Tally): boolean {
  return lost === 0 && repeated === 0 && misplaced === 0;
}
