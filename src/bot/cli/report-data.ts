import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileKnowledge, DataError } from '../../../data/build.ts';
import { countDatabase, ownCounts } from '../../../data/report/compare.ts';
import { summarise } from '../../../data/report/summary.ts';
import { fill, texts } from '../../core/index.ts';
import { systemClock } from '../clock.ts';
import { operatorLanguage, packageRoot } from '../variables.ts';
import { printFaults } from './build-data.ts';
import { readCheckout } from './checkout.ts';
import { type Compared, comparisonLines, reportLines } from './report-lines.ts';
import { wrongUse } from './usage.ts';
import { EXIT_DATA, EXIT_NO_INPUT } from '../exit-codes.ts';

/** `postilion report data`: what the provider database stands on; `--compare`: beside others, by counts. */
export async function reportData(args: readonly string[]): Promise<number> {
  const { positionals: folders, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, data: { type: 'string' }, compare: { type: 'boolean' } },
  });
  if (folders.length > 0 !== (values.compare ?? false)) return wrongUse('report');
  try {
    const { providers } = compileKnowledge(values.data ?? join(packageRoot(), 'data'));
    if (values.compare) return compare({ name: '', counts: ownCounts(providers) }, folders);
    const report = summarise(providers, new Date(systemClock.now()).toISOString().slice(0, 10));
    if (values.json) console.log(JSON.stringify(report));
    else for (const line of reportLines(report, operatorLanguage())) console.log(line);
    return 0;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    printFaults(error);
    return EXIT_DATA;
  }
}

function compare(own: Compared, folders: readonly string[]): number {
  const others: Compared[] = [];
  for (const folder of folders) {
    const found = countDatabase(folder);
    if (!found) return complain(fill(texts(operatorLanguage()).report.noDatabase, { folder }), EXIT_NO_INPUT);
    const checkout = readCheckout(folder);
    others.push({ ...found, ...(checkout && { version: `${checkout.commit}, ${checkout.date}` }) });
  }
  for (const line of comparisonLines(own, others, operatorLanguage())) console.log(line);
  return 0;
}

function complain(text: string, exitCode: number): number {
  console.error(text);
  return exitCode;
}
