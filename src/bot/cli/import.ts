import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import type { z } from 'zod';
import { importFacts } from '../../../data/importers/facts.ts';
import { disagreement, factsRecord, mxPatterns } from '../../../data/importers/record.ts';
import { Slugs, slugTable } from '../../../data/importers/slugs.ts';
import { type ImportOutcome, writeImported } from '../../../data/importers/write.ts';
import { importIspdb } from './import-ispdb.ts';
import { wrongUse } from './usage.ts';

interface Options {
  data: string;
  mx?: string | undefined;
  disagreements?: string | undefined;
}

/** `postilion import`: carries the facts of other databases into data/providers. Gives the exit code. */
export async function runImport(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { mx: { type: 'string' }, disagreements: { type: 'string' }, data: { type: 'string', default: 'data' } },
  });
  const [kind, from] = positionals;
  if ((kind !== 'facts' && kind !== 'ispdb') || from === undefined) {
    return wrongUse('import');
  }
  const slugs = new Slugs(slugTable.parse(parse(readFileSync(join(values.data, 'importers/slugs.yaml'), 'utf8'))));
  print(kind === 'ispdb' ? importIspdb(from, values.data, slugs) : importFactsFile(from, values, slugs));
  return 0;
}

function importFactsFile(file: string, { data, mx, disagreements }: Options, slugs: Slugs): ImportOutcome[] {
  const providers = importFacts(
    {
      records: readLines(file, factsRecord),
      disagreements: disagreements === undefined ? [] : readLines(disagreements, disagreement),
      mx: mx === undefined ? [] : mxPatterns.parse(JSON.parse(readFileSync(mx, 'utf8'))).hosted,
    },
    slugs,
  );
  return providers.map((provider) => writeImported(data, provider));
}

function readLines<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => schema.parse(JSON.parse(line)));
}

function print(outcomes: readonly ImportOutcome[]): void {
  for (const change of ['new', 'changed'] as const) {
    const slugs = outcomes.filter((outcome) => outcome.change === change).map((outcome) => outcome.slug);
    if (slugs.length > 0) console.log(`${change} (${slugs.length}): ${slugs.join(' ')}`);
  }
  const unchanged = outcomes.filter((outcome) => outcome.change === 'unchanged').length;
  console.log(`unchanged: ${unchanged}`);
  for (const { slug, differences } of outcomes) for (const line of differences) console.log(`${slug}: ${line}`);
  for (const line of outcomes.flatMap((outcome) => outcome.disagreements)) console.log(`disagrees: ${line}`);
}
