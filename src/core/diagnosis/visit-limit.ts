import type { Visit, VisitLimit } from '../model/job.ts';

/** Visits older than this (ms) count no more. */
export const VISIT_WINDOW = 600_000;

/** Visits within the window. A target's is above a person's, so that one person cannot take it from the others. */
const MOST: Record<VisitLimit['by'], number> = { person: 10, place: 40, target: 20, all: 600 };

/** Which visits a count takes together. */
const SAME: Record<VisitLimit['by'], (one: Visit, other: Visit) => boolean> = {
  person: (one, other) => one.person === other.person,
  place: (one, other) => one.place === other.place,
  target: (one, other) => one.target === other.target,
  all: () => true,
};
const COUNTS = Object.keys(MOST) as VisitLimit['by'][];

/** Whether one more visit is too many now: the count that stays full longest. `past` is in order of time. */
export function visitLimit(past: readonly Visit[], next: Visit): VisitLimit | undefined {
  const recent = past.filter(({ at }) => at > next.at - VISIT_WINDOW);
  const full = COUNTS.flatMap((by) => limitBy(by, recent, next));
  return full.reduce<VisitLimit | undefined>(
    (longest, limit) => (longest && longest.tryAt >= limit.tryAt ? longest : limit),
    undefined,
  );
}

function limitBy(by: VisitLimit['by'], recent: readonly Visit[], next: Visit): VisitLimit[] {
  const counted = recent.filter((one) => SAME[by](one, next));
  const leaving = counted.at(-MOST[by]);
  return leaving === undefined ? [] : [{ by, tryAt: leaving.at + VISIT_WINDOW }];
}
