import { describe, expect, it } from 'vitest';
import { scheduleAround } from '../../../src/bot/desk/schedule.ts';

const HOUR = 3_600_000;

function hoursOn(zone: string, times: string, day: string): number[] {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const name = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(noon).getUTCDay()] ?? 'mon';
  const { open } = scheduleAround({ zone, open: { [name]: times.split(', ') }, holidays: [] }, noon);
  const near = open.filter(([from]) => Math.abs(from - noon) < 36 * HOUR);
  return near.flatMap(([from, to]) => [(from - Date.parse(`${day}T00:00:00Z`)) / HOUR, (to - from) / HOUR]);
}

describe('business hours', () => {
  it.each([
    ['a plain day', 'UTC', '09:00-17:00', '2026-11-25', [9, 8]],
    ['a lunch break', 'Asia/Taipei', '09:00-12:00, 13:00-18:00', '2026-11-25', [1, 3, 5, 5]],
    ['a night', 'UTC', '22:00-06:00', '2026-11-25', [22, 8]],
    ['the whole day', 'UTC', '00:00-24:00', '2026-11-25', [0, 24]],
    ['the night that is an hour shorter', 'Europe/Berlin', '00:00-06:00', '2027-03-28', [-1, 5]],
    ['the night that is an hour longer', 'Europe/Berlin', '00:00-06:00', '2026-10-25', [-2, 7]],
    ['spans that touch', 'UTC', '09:00-12:00, 12:00-15:00', '2026-11-25', [9, 6]],
  ])('of %s', (_, zone, times, day, hours) => {
    expect(hoursOn(zone, times, day)).toEqual(hours);
  });
});
