import type { Schedule } from '../model.ts';

/** Whether people are there. Without a schedule they always are; outside of what is known of it, nobody is promised. */
export function isOpen(schedule: Schedule | undefined, at: number): boolean {
  return schedule === undefined || schedule.open.some(([from, to]) => from <= at && at < to);
}

/** When people are there next: now, or the next opening; undefined when none is known. */
export function nextOpen(schedule: Schedule | undefined, at: number): number | undefined {
  if (schedule === undefined) return at;
  const span = schedule.open.find(([, to]) => to > at);
  return span && Math.max(at, span[0]);
}

/** The moment when so much business time (ms) has passed. Past the end of what is known, all time counts. */
export function afterBusinessTime(schedule: Schedule | undefined, at: number, time: number): number {
  if (schedule === undefined) return at + time;
  let left = time;
  for (const [from, to] of schedule.open) {
    if (to <= at) continue;
    const begin = Math.max(at, from);
    if (left <= to - begin) return begin + left;
    left -= to - begin;
  }
  return Math.max(at, schedule.until) + left;
}
