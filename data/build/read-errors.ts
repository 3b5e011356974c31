import { type ErrorEntries, errors, type SourceEntry } from '../schema.ts';
import type { CompiledError } from './compiled.ts';
import type { DataFault } from './faults.ts';
import { listFiles, present, reportUnknown } from './files.ts';
import { readYaml } from './read.ts';
import { sourceOf, SourceResolver } from './sources.ts';

type Shared = Readonly<Record<string, SourceEntry>>;

/** All error files in the order of their names, which is the order in which they are tried. */
export function readErrors(dataDir: string, shared: Shared, faults: DataFault[]): CompiledError[] {
  const ids = new Set<string>();
  return listFiles(dataDir, 'errors', '.yaml').flatMap((file) => {
    const compiled = readErrorFile(dataDir, file, shared, faults);
    for (const { id } of compiled) {
      if (ids.has(id)) faults.push({ file, reason: `id "${id}" is taken` });
      ids.add(id);
    }
    return compiled;
  });
}

export function readErrorFile(dataDir: string, file: string, shared: Shared, faults: DataFault[]): CompiledError[] {
  const resolver = new SourceResolver(shared);
  const entries = readYaml(dataDir, file, errors, faults)?.value ?? [];
  const compiled = entries.map((entry) => compileError(entry, resolver));
  reportUnknown(resolver, file, faults);
  return compiled;
}

function compileError(entry: ErrorEntries[number], resolver: SourceResolver): CompiledError {
  const { source, finding, provider, guided, webmailFirst, meaning, todo, ...rest } = entry;
  return {
    ...rest,
    ...(finding === undefined ? {} : { finding }),
    ...(provider === undefined ? {} : { provider }),
    ...(guided && { guided }),
    ...(webmailFirst && { webmailFirst }),
    meaning: present(meaning),
    todo: present(todo),
    sources: isInline(source) ? [sourceOf(entry.id, source)] : resolver.resolve(source ?? []),
  };
}

function isInline(source: ErrorEntries[number]['source']): source is SourceEntry {
  return typeof source === 'object' && !Array.isArray(source);
}
