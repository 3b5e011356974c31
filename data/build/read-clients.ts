import type { z } from 'zod';
import { GUIDE_PARTS } from '../../src/core/model.ts';
import { client, type SourceEntry } from '../schema.ts';
import { nameNormaliser } from './chinese.ts';
import type { CompiledClient, CompiledGuide } from './compiled.ts';
import type { DataFault } from './faults.ts';
import { checkId, idOf, listFiles, present, reportUnknown } from './files.ts';
import { readYaml } from './read.ts';
import { SourceResolver } from './sources.ts';

type Shared = Readonly<Record<string, SourceEntry>>;
type ClientEntry = z.infer<typeof client>;

export function readClients(dataDir: string, shared: Shared, faults: DataFault[]): CompiledClient[] {
  const normalise = nameNormaliser();
  const clients = listFiles(dataDir, 'clients', '.yaml').flatMap((file) => {
    const one = readClient(dataDir, file, shared, faults);
    return one ? [Object.assign(one, { names: [...new Set(one.names.map(normalise))] })] : [];
  });
  reportUnknownSuccessors(clients, faults);
  return clients;
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
  const { id, names, alsoProvider, retired, guides, sources } = file.value;
  const resolver = new SourceResolver(shared, sources);
  const compiled: CompiledClient = {
    id,
    name: names[0] ?? id,
    names,
    alsoProvider,
    ...(retired && {
      retired: {
        since: retired.since,
        instead: retired.instead,
        note: present(retired.note),
        sources: resolver.resolve(retired.source),
      },
    }),
    guides: guides.map((guide) => compileGuide(guide, resolver)),
  };
  reportUnknown(resolver, name, faults);
  return compiled;
}

function compileGuide(guide: ClientEntry['guides'][number], resolver: SourceResolver): CompiledGuide {
  const parts = GUIDE_PARTS.flatMap((name) => {
    const part = guide[name];
    if (!part) return [];
    const { source = guide.source, ...steps } = part;
    return [[name, { steps: present(steps), sources: resolver.resolve(source) }] as const];
  });
  return { platforms: guide.platforms, parts: Object.fromEntries(parts) };
}

function reportUnknownSuccessors(clients: readonly CompiledClient[], faults: DataFault[]): void {
  const known = new Set(clients.map(({ id }) => id));
  for (const { id, retired } of clients)
    for (const other of retired?.instead ?? [])
      if (!known.has(other))
        faults.push({ file: `clients/${id}.yaml`, reason: `retired.instead names the unknown client "${other}"` });
}
