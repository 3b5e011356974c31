import type { Source } from '../model.ts';

const STALE_MONTHS = 24;

/**
 * The year to show as "last confirmed in …", when even the newest source of a fact is older than 24 months.
 * `now` in milliseconds since the epoch. An unverified source confirms nothing.
 */
export function staleYear({ sources }: { sources: readonly Source[] }, now: number): number | undefined {
  const newest = sources
    .filter((source) => source.kind !== 'unverified')
    .map((source) => monthsOf(source.seen))
    .reduce((latest, months) => Math.max(latest, months), 0);
  if (newest === 0) return undefined;
  const today = new Date(now);
  const age = today.getUTCFullYear() * 12 + today.getUTCMonth() - newest;
  return age > STALE_MONTHS ? Math.floor(newest / 12) : undefined;
}

/** The oldest such year among facts shown together: all of them were confirmed then or later. */
export function oldestYear(facts: readonly { sources: readonly Source[] }[], now: number): number | undefined {
  const years = facts.flatMap((fact) => staleYear(fact, now) ?? []);
  return years.length > 0 ? Math.min(...years) : undefined;
}

/** Whether nothing but hearsay stands behind a fact: it is then shown as not verified. */
export function isUnverified({ sources }: { sources: readonly Source[] }): boolean {
  return sources.every((source) => source.kind === 'unverified');
}

/** A source that gives only its year is taken for its last month. */
function monthsOf(seen: string): number {
  const [year = '0', month = '12'] = seen.split('-');
  return Number(year) * 12 + Number(month) - 1;
}
