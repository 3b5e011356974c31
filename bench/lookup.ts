import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { LookupFigures } from './processes/lookup-measure.ts';
import { firstMessage, forkBench } from './support/child.ts';
import { countOf, median, megabytes, percent, percentile, type Row, time } from './support/figures.ts';
import { inScratch } from './support/scratch.ts';

const SIZES = [3_000, 100_000, 1_000_000];

/** Finding a provider by its domain, also a misspelt one, among ever more of them. */
export async function lookupPart(share: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await inScratch((folder) => lookUpIn(folder, countOf(size, share), share))));
  return rows;
}

async function lookUpIn(folder: string, domains: number, share: number): Promise<Row[]> {
  const path = join(folder, 'knowledge.sqlite');
  const built = await firstMessage<number>(forkBench('lookup-build', [String(domains), path]));
  const calls = String(countOf(20_000, share));
  const figures = await firstMessage<LookupFigures>(forkBench('lookup-measure', [String(domains), path, calls]));
  const name = `look-up among ${domains.toLocaleString('en')}`;
  const { exact, typo, exactWork, typoWork } = figures;
  return [
    {
      what: `${name}: exact`,
      median: time(median(exact)),
      p99: time(percentile(exact, 0.99)),
      budget: 'p50 ≤ 20 µs',
      met: median(exact) <= 0.02,
    },
    {
      what: `${name}: exact, processor time`,
      median: time(median(exactWork)),
      p99: time(percentile(exactWork, 0.99)),
    },
    {
      what: `${name}: misspelt (${percent(figures.found)} found)`,
      median: time(median(typo)),
      p99: time(percentile(typo, 0.99)),
      budget: 'p99 ≤ 1 ms',
      met: percentile(typo, 0.99) <= 1,
    },
    {
      what: `${name}: misspelt, processor time`,
      median: time(median(typoWork)),
      p99: time(percentile(typoWork, 0.99)),
    },
    { what: `${name}: memory it takes, the file’s pages too`, median: megabytes(figures.memory) },
    { what: `${name}: file, written in ${time(built)}`, median: megabytes(statSync(path).size) },
  ];
}
