import { type Tally, together } from './oracle.ts';

export interface Row extends Tally {
  what: string;
  /** Times that the process ended. */
  ends: number;
}

export function row(what: string, ends: number, tallies: readonly Tally[]): Row {
  return { what, ends, ...together(tallies) };
}

const COLUMNS = ['what', 'ends', 'sent', 'lost', 'repeated', 'misplaced'] as const;
const TITLES = ['what', 'ended', 'messages', 'lost', 'repeated', 'out of order'];

/** As a table of Markdown, ready for the page that shows it. */
export function table(rows: readonly Row[]): string {
  const cells = [TITLES, TITLES.map(() => '---'), ...rows.map((one) => COLUMNS.map((column) => String(one[column])))];
  return cells.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
