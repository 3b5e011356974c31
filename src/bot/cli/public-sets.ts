import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { classify } from '../../core/nlu/classify.ts';
import { type Example, trainClassifier } from '../../core/nlu/train.ts';

/** A public data set of labelled sentences: what to learn from, and what to be asked. */
interface PublicSet {
  name: string;
  train: Example[];
  test: Example[];
  /** The label of what belongs to no class. */
  outside: string;
}

/** CLINC150 calls it so; we do in the others too. */
const CLINC_OUTSIDE = 'oos';
const HINT3_OUTSIDE = 'NO_NODES_DETECTED';

/** The classifier alone, on CLINC150 (`data_full.json`) and HINT3 (`*_train.csv` beside `*_test.csv`) where a folder holds them. */
export function publicSetsReport(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const sets = [...files.filter((file) => basename(file) === 'data_full.json').map(readClinc), ...readHint3(files)];
  return [
    '## The classifier alone on public sets',
    '',
    '| set | classes | examples | asked | right in scope % | found outside % | training s |',
    '|---|---|---|---|---|---|---|',
    ...sets.map(measure),
    '',
  ].join('\n');
}

function measure({ name, train, test, outside }: PublicSet): string {
  const began = performance.now();
  const model = trainClassifier(train);
  const seconds = (performance.now() - began) / 1000;
  const answers = test.map(({ text, label }) => ({ label, answer: classify(text.toLowerCase(), model)[0]?.name }));
  const share = (rows: typeof answers) =>
    rows.length === 0 ? '–' : ((100 * rows.filter((row) => row.answer === row.label).length) / rows.length).toFixed(1);
  const inScope = answers.filter(({ label }) => label !== outside);
  const beyond = model.classes.includes(outside) ? answers.filter(({ label }) => label === outside) : [];
  const counts = [model.classes.length, train.length, test.length].join(' | ');
  return `| ${name} | ${counts} | ${share(inScope)} | ${share(beyond)} | ${seconds.toFixed(1)} |`;
}

/** Of its parts those for training and test, with the sentences that belong to no class. */
function readClinc(file: string): PublicSet {
  const parts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, [string, string][]>;
  const read = (...names: string[]) =>
    names.flatMap((name) => (parts[name] ?? []).map(([text, label]) => ({ text: text.toLowerCase(), label })));
  return {
    name: 'CLINC150',
    train: read('train', 'oos_train'),
    test: read('test', 'oos_test'),
    outside: CLINC_OUTSIDE,
  };
}

const TRAIN = '_train.csv';

function readHint3(files: readonly string[]): PublicSet[] {
  return files
    .filter((file) => file.endsWith(TRAIN) && !file.includes('_subset'))
    .flatMap((file) => {
      const name = basename(file).slice(0, -TRAIN.length);
      const test = [file, file.replace('/train/', '/test/')]
        .map((path) => path.replace(TRAIN, '_test.csv'))
        .find((path) => existsSync(path));
      if (test === undefined) return [];
      return [{ name: `HINT3 ${name}`, train: readCsv(file), test: readCsv(test), outside: HINT3_OUTSIDE }];
    });
}

/** Two columns, the sentence in quotes where it holds a comma; the first line names them. */
function readCsv(file: string): Example[] {
  const lines = readFileSync(file, 'utf8').matchAll(/^(?:"((?:[^"]|"")*)"|([^",\n]*)),([^,\r\n]+)\r?$/gm);
  return [...lines].slice(1).map(([, quoted, plain, label]) => ({
    text: (quoted?.replaceAll('""', '"') ?? plain ?? '').toLowerCase(),
    label: label ?? '',
  }));
}
