import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { compileKnowledge, DataError } from '../../../data/build.ts';
import { checkFile } from '../../../data/check.ts';
import { providerJsonSchema } from '../../../data/schema.ts';
import { fill, texts } from '../../core/index.ts';
import { operatorLanguage, packageRoot } from '../variables.ts';
import { printFaults } from './build-data.ts';
import { checkedLines } from './checked-lines.ts';
import { EXIT_DATA, EXIT_NO_INPUT } from '../exit-codes.ts';

/**
 * `postilion check-data [FILE | DIR]`: validates all sources, or one and shows the answer that it gives, or a folder of
 * own topics; `--schema` prints
 * the form of a provider file as JSON Schema.
 */
export async function runCheckData(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: 'string' }, schema: { type: 'boolean' } },
  });
  if (values.schema) {
    console.log(JSON.stringify(providerJsonSchema(), null, 2));
    return 0;
  }
  const dataDir = resolve(values.data ?? join(packageRoot(), 'data'));
  try {
    const [file] = positionals;
    if (file !== undefined && isFolder(file))
      return await (await import('./check-topics.ts')).checkTopics(resolve(file));
    if (file !== undefined) return checkOne(dataDir, file);
    compileKnowledge(dataDir);
    console.log(fill(texts(operatorLanguage()).lookup.fileGood, { file: dataDir }));
    return 0;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    printFaults(error);
    return EXIT_DATA;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** `file` as a person types it: from the working directory, or inside the data folder. */
function checkOne(dataDir: string, file: string): number {
  const words = texts(operatorLanguage()).lookup;
  const path = existsSync(file) ? resolve(file) : join(dataDir, file);
  const inside = relative(dataDir, path).split(sep).join('/');
  const checked = existsSync(path) ? checkFile(dataDir, inside) : undefined;
  if (!checked) {
    console.error(fill(words.fileKind, { file }));
    return EXIT_NO_INPUT;
  }
  console.log(fill(words.fileGood, { file: inside }));
  for (const line of checkedLines(checked, operatorLanguage())) console.log(line);
  return 0;
}
