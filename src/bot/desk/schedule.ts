import { DateTime } from 'luxon';
import type { Schedule } from '../../core/index.ts';
import { DAYS, type DeskFile } from './schema.ts';

type Hours = DeskFile['hours'][string];
type Span = [number, number];

/** How far a schedule is known, days: what is waited for longest, and what is still looked back at. */
const BACK = 14;
const AHEAD = 60;

/** When people are there, around a moment: weekdays, holidays and changes of the clock taken into account. */
export function scheduleAround({ zone, open, holidays }: Hours, now: number): Schedule {
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  const days = Array.from({ length: BACK + AHEAD }, (_, index) => today.plus({ days: index - BACK }));
  const closed = new Set(holidays);
  const spans = days.flatMap((day) => (closed.has(day.toISODate() ?? '') ? [] : spansOf(day, open)));
  return {
    from: today.minus({ days: BACK }).toMillis(),
    until: today.plus({ days: AHEAD }).toMillis(),
    open: joined(spans),
  };
}

function spansOf(day: DateTime, open: Hours['open']): Span[] {
  const name = DAYS[day.weekday - 1] ?? 'mon';
  return (open[name] ?? []).map((times): Span => {
    const [from = '', to = ''] = times.split('-');
    const begin = at(day, from);
    const end = at(day, to);
    // `22:00-06:00` ends on the next day.
    return [begin.toMillis(), (end > begin ? end : at(day.plus({ days: 1 }), to)).toMillis()];
  });
}

function at(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour === 24 ? day.plus({ days: 1 }) : day.set({ hour, minute });
}

/** In order, those that touch as one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const [from, to] of spans.toSorted(([one], [other]) => one - other)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) all.push([from, to]);
  }
  return all;
}
