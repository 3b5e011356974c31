import { type Tally, together } from './oracle.ts';

/** What became of the messages of one kind. */
export interface Row extends Tally {
  what: string;
}

export interface Report {
  /** Which bot, on which store, by which seed. */
  what: string;
  rows: Row[];
  /** How often which process ended by what. */
  ends: ReadonlyMap<string, number>;
  /** Which faults happened, and how often. */
  faults: ReadonlyMap<string, number>;
  leftOver: number;
}

const COLUMNS = ['what', 'sent', 'lost', 'repeated', 'misplaced', 'outdated', 'leaked', 'dead', 'again'] as const;
const TITLES = [
  'what',
  'messages',
  'lost',
  'repeated',
  'out of order',
  'outdated',
  'leaked',
  'dead letters',
  'written again',
];

/** As Markdown, ready for the page that shows it. */
export function written(report: Report): string {
  const { what, rows, ends, faults, leftOver } = report;
  return [
    `### ${what}`,
    table(rows),
    `Ended: ${list(ends)}.`,
    `Went wrong: ${list(happened(faults))}.`,
    `Did not happen: ${[...faults.keys()].filter((name) => faults.get(name) === 0).join(', ') || 'everything did'}.`,
    ...(leftOver > 0 ? [`Not ended: ${leftOver}.`] : []),
  ].join('\n\n');
}

function table(rows: readonly Row[]): string {
  const cells = [TITLES, TITLES.map(() => '---'), ...rows.map((one) => COLUMNS.map((column) => String(one[column])))];
  return cells.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function list(counts: ReadonlyMap<string, number>): string {
  const all = [...counts].map(([name, number]) => `${name} ${number}`);
  return all.length === 0 ? 'nothing' : all.sort().join(', ');
}

function happened(faults: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...faults].filter(([, number]) => number > 0));
}

/** Several runs of the same kind as one. */
export function summed(what: string, reports: readonly Report[]): Report {
  const rows = reports.flatMap((report) => report.rows);
  return {
    what,
    rows: [...new Set(rows.map((one) => one.what))].map((name) => ({
      what: name,
      ...together(rows.filter((one) => one.what === name)),
    })),
    ends: added(reports.map(({ ends }) => ends)),
    faults: added(reports.map(({ faults }) => faults)),
    leftOver: reports.reduce((sum, { leftOver }) => sum + leftOver, 0),
  };
}

export function added(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [name, number] of counts) sum.set(name, (sum.get(name) ?? 0) + number);
  return sum;
}
