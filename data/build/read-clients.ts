import { client, type SourceEntry } from '../schema.ts';
import { nameNormaliser } from './chinese.ts';
import type { CompiledClient } from './compiled.ts';
import type { DataFault } from './faults.ts';
import { checkId, idOf, listFiles, present, reportUnknown } from './files.ts';
import { readYaml } from './read.ts';
import { SourceResolver } from './sources.ts';

type Shared = Readonly<Record<string, SourceEntry>>;

export function readClients(dataDir: string, shared: Shared, faults: DataFault[]): CompiledClient[] {
  const normalise = nameNormaliser();
  return listFiles(dataDir, 'clients', '.yaml').flatMap((file) => {
    const one = readClient(dataDir, file, shared, faults);
    return one ? [Object.assign(one, { names: [...new Set(one.names.map(normalise))] })] : [];
  });
}

/** One mail program, its names as written. */
export function readClient(
  dataDir: string,
  name: string,
  shared: Shared,
  faults: DataFault[],
): CompiledClient | undefined {
  const file = readYaml(dataDir, name, client, faults);
  if (!file) return undefined;
  checkId(file, idOf(name), faults);
  const resolver = new SourceResolver(shared, file.value.sources);
  const guides = file.value.guides.map(({ platform, version, steps, source }) => ({
    ...(platform === undefined ? {} : { platform }),
    ...(version === undefined ? {} : { version }),
    steps: present(steps),
    sources: resolver.resolve(source),
  }));
  reportUnknown(resolver, name, faults);
  const { id, names, alsoProvider } = file.value;
  return { id, name: names[0] ?? id, names, alsoProvider, guides };
}
