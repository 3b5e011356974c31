/** One line of the table. Figures are texts with their units. */
export interface Row {
  what: string;
  median?: string;
  p99?: string;
  /** How many times the peer that ran beside it, and which peer. */
  ratio?: string;
  budget?: string;
  /** Whether the budget was met in this run. */
  met?: boolean;
}

/** What one part measured; `share` of its full counts, above 0 to 1. */
export type Part = (share: number) => Promise<Row[]>;

/** What could not be measured here, and why. */
export function skipped(what: string, reason: string): Row {
  return { what, median: 'skipped', ratio: reason };
}

/** Part of a full count, at least one. */
export function countOf(full: number, share: number): number {
  return Math.max(1, Math.round(full * share));
}

/** The value that `share` of all values do not exceed; NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Milliseconds; short times as microseconds. */
export function time(ms: number): string {
  if (ms < 0.1) return `${(ms * 1000).toFixed(1)} µs`;
  return ms < 100 ? `${ms.toPrecision(3)} ms` : `${Math.round(ms)} ms`;
}

/** Of values in milliseconds. */
export function times(values: readonly number[]): Pick<Row, 'median' | 'p99'> {
  return { median: time(median(values)), p99: time(percentile(values, 0.99)) };
}

export function rate(perSecond: number): string {
  return `${Math.round(perSecond)}/s`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

export function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

/** `own` in relation to the peer's median. */
export function ratio(own: number, peer: number, name: string): string {
  return `${(own / peer).toFixed(2)} × ${name}`;
}
