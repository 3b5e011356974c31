import { wrongUse } from './usage.ts';
/** Gives the exit code. */
type Report = (args: readonly string[]) => Promise<number>;

/** All reports, one line each, imported only when asked for. */
const REPORTS: Record<string, () => Promise<Report>> = {
  data: async () => (await import('./report-data.ts')).reportData,
  'dead-letters': async () => (await import('./report-dead-letters.ts')).reportDeadLetters,
  gaps: async () => (await import('./report-gaps.ts')).reportGaps,
};

/** `postilion report NAME`. */
export async function runReport([name = '', ...args]: readonly string[]): Promise<number> {
  const report = Object.hasOwn(REPORTS, name) ? await REPORTS[name]?.() : undefined;
  if (report) return report(args);
  return wrongUse('report');
}
