import type { Provider } from '../src/core/model.ts';
import type { CompiledClient, CompiledError, CompiledTopic, Utterance } from './build/compiled.ts';
import { DataError, type DataFault } from './build/faults.ts';
import { compileOne } from './build/read-providers.ts';
import { readClient } from './build/read-clients.ts';
import { readErrorFile } from './build/read-errors.ts';
import { readTopic } from './build/read-topics.ts';
import { readUtteranceFile } from './build/read-utterances.ts';
import { readYaml } from './build/read.ts';
import { provider, sourceRegistry } from './schema.ts';

/** What one source file says, ready to be shown. */
export type CheckedFile =
  | { kind: 'provider'; provider: Provider }
  | { kind: 'topic'; texts: CompiledTopic[] }
  | { kind: 'client'; client: CompiledClient }
  | { kind: 'errors'; errors: CompiledError[] }
  | { kind: 'utterances'; utterances: Utterance[] };

/**
 * Validates one file (relative to `dataDir`, with slashes) by itself, without building anything.
 * Undefined when it is none of the sources; throws DataError with its faults.
 */
export function checkFile(dataDir: string, file: string): CheckedFile | undefined {
  const faults: DataFault[] = [];
  const checked = readOne(dataDir, file, faults);
  if (faults.length > 0) throw new DataError(faults);
  return checked;
}

function readOne(dataDir: string, file: string, faults: DataFault[]): CheckedFile | undefined {
  const shared = readYaml(dataDir, 'sources.yaml', sourceRegistry, faults)?.value ?? {};
  const [folder, name = ''] = file.split('/');
  switch (folder) {
    case 'providers': {
      const read = readYaml(dataDir, file, provider, faults);
      return read && { kind: 'provider', provider: compileOne(read, shared, faults) };
    }
    case 'topics':
      return { kind: 'topic', texts: readTopic(dataDir, name, shared, faults) };
    case 'clients': {
      const client = readClient(dataDir, file, shared, faults);
      return client && { kind: 'client', client };
    }
    case 'errors':
      return { kind: 'errors', errors: readErrorFile(dataDir, file, shared, faults) };
    case 'utterances':
      return { kind: 'utterances', utterances: readUtteranceFile(dataDir, file, faults) };
    default:
      return undefined;
  }
}
