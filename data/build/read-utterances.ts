import { utterances } from '../schema.ts';
import type { Utterance } from './compiled.ts';
import type { DataFault } from './faults.ts';
import { idOf, listFiles } from './files.ts';
import { readYaml } from './read.ts';

export function readUtterances(dataDir: string, faults: DataFault[]): Utterance[] {
  return listFiles(dataDir, 'utterances', '.yaml').flatMap((file) => readUtteranceFile(dataDir, file, faults));
}

/** The examples of one intent, which the file is named after. */
export function readUtteranceFile(dataDir: string, file: string, faults: DataFault[]): Utterance[] {
  const read = readYaml(dataDir, file, utterances, faults);
  return Object.entries(read?.value ?? {}).flatMap(([language, texts]) =>
    texts.map((text) => ({ text, intent: idOf(file), language })),
  );
}
