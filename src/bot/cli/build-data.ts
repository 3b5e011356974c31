import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DataError, describeFault } from '../../../data/build.ts';
import { fill, texts } from '../../core/index.ts';
import { operatorLanguage, packageRoot } from '../variables.ts';
import { buildKnowledgeFile } from '../knowledge-files.ts';
import { knowledgePath } from '../paths.ts';
import { EXIT_DATA } from '../exit-codes.ts';

/** `postilion build-data`: compiles the sources into the knowledge file. Every fault is a line; then nothing changes. */
export async function runBuildData(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, output: { type: 'string' } },
  });
  const files = { dataDir: values.data ?? join(packageRoot(), 'data'), output: values.output ?? knowledgePath() };
  try {
    const { took, hash: _, ...counts } = await buildKnowledgeFile(files);
    console.log(fill(texts(operatorLanguage()).lookup.built, { ...counts, seconds: (took / 1000).toFixed(1) }));
    return 0;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    printFaults(error);
    return EXIT_DATA;
  }
}

/** A headline, then one line for each fault: file, line and reason. */
export function printFaults({ faults }: DataError): void {
  console.error(fill(texts(operatorLanguage()).lookup.faults, { count: faults.length }));
  for (const fault of faults) console.error(`  ${describeFault(fault)}`);
}
