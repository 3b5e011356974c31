import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import type { z } from 'zod';
import { importFacts } from '../../../data/importers/facts.ts';
import { disagreement, factsRecord, mxPatterns } from '../../../data/importers/record.ts';
import { Slugs, slugTable } from '../../../data/importers/slugs.ts';
import { type ImportOutcome, writeImported } from '../../../data/importers/write.ts';

const USAGE = 'postilion import facts FILE [--mx FILE] [--disagreements FILE] [--data DIR]';

/** `postilion import`: carries the facts of other databases into data/providers. Gives the exit code. */
export async function runImport(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { mx: { type: 'string' }, disagreements: { type: 'string' }, data: { type: 'string', default: 'data' } },
  });
  const [kind, file] = positionals;
  if (kind !== 'facts' || file === undefined) {
    console.error(USAGE);
    return 64;
  }
  const slugs = new Slugs(slugTable.parse(parse(readFileSync(join(values.data, 'importers/slugs.yaml'), 'utf8'))));
  const providers = importFacts(
    {
      records: readLines(file, factsRecord),
      disagreements: values.disagreements === undefined ? [] : readLines(values.disagreements, disagreement),
      mx: values.mx === undefined ? [] : mxPatterns.parse(JSON.parse(readFileSync(values.mx, 'utf8'))).hosted,
    },
    slugs,
  );
  print(providers.map((provider) => writeImported(values.data, provider)));
  return 0;
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
  for (const line of outcomes.flatMap((outcome) => outcome.disagreements)) console.log(`disagrees: ${line}`);
}
