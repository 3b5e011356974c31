import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { megabytes, type Row } from './figures.ts';

const COLUMNS = ['what', 'median', 'p99', 'ratio', 'budget'] as const satisfies readonly (keyof Row)[];
const VERDICTS = { true: 'met', false: 'NOT MET' };

export function table(rows: readonly Row[]): string {
  const heads: Row = { what: 'what', median: 'median', p99: 'p99', ratio: 'ratio to the peer', budget: 'budget' };
  const lines = [heads, ...rows].map((row) => [...COLUMNS.map((column) => row[column] ?? ''), verdict(row)]);
  const widths = COLUMNS.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What the figures depend on: cores, memory, and how busy the machine was in the last minute. */
export function machine(): string {
  const [load = 0] = loadavg();
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const facts = [`${availableParallelism()} cores`, model, megabytes(totalmem()), `Node ${process.version}`];
  return `${facts.join(', ')}; load ${load.toFixed(2)}`;
}

function verdict({ met }: Row): string {
  return met === undefined ? '' : VERDICTS[`${met}`];
}
