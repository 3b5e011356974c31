import type { Queue, SnoozeSpan } from '../model.ts';
import { afterBusinessTime, nextOpen } from './schedule.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What a working day has where no hours are known. */
const WORKING_DAY = 8 * HOUR;

export const SNOOZE_SPANS: readonly SnoozeSpan[] = ['hour', 'morning', 'three-days', 'week'];

/** When a snoozed ticket wakes, in the queue's hours: never while nobody is there to see it. */
export function snoozeUntil(span: SnoozeSpan, queue: Queue | undefined, now: number): number {
  const hours = queue?.hours;
  switch (span) {
    case 'hour':
      return afterBusinessTime(hours, now, HOUR);
    case 'morning':
      return hours ? nextMorning(hours.open, now) : now + 16 * HOUR;
    case 'three-days':
      return hours ? afterBusinessTime(hours, now, 3 * WORKING_DAY) : now + 3 * DAY;
    case 'week':
      return nextOpen(hours, now + 7 * DAY) ?? now + 7 * DAY;
  }
}

/** The first opening that is not of the span that runs now, a night at least away from its beginning. */
function nextMorning(open: readonly (readonly [number, number])[], now: number): number {
  const running = open.find(([from, to]) => from <= now && now < to);
  const earliest = (running?.[0] ?? now) + (running ? DAY / 2 : 0);
  return open.find(([from]) => from > now && from >= earliest)?.[0] ?? now + 16 * HOUR;
}
