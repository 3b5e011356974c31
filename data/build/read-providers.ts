import { getDomain } from 'tldts';
import type { Provider } from '../../src/core/model.ts';
import { type ProviderEntry, provider as providerSchema, type SourceEntry } from '../schema.ts';
import { nameNormaliser } from './chinese.ts';
import { compileProvider } from './compile-provider.ts';
import type { CompiledAlias } from './compiled.ts';
import type { DataFault } from './faults.ts';
import { checkId, idOf, listFiles, reportUnknown } from './files.ts';
import { type DataFile, readYaml } from './read.ts';

import { SourceResolver } from './sources.ts';

export interface CompiledProviders {
  providers: Provider[];
  aliases: CompiledAlias[];
}

/** Reads every provider file; faults of all of them are reported together. */
export function readProviders(
  dataDir: string,
  shared: Readonly<Record<string, SourceEntry>>,
  faults: DataFault[],
): CompiledProviders {
  const files = listFiles(dataDir, 'providers', '.yaml').flatMap((name) => {
    const file = readYaml(dataDir, name, providerSchema, faults);
    return file ? [file] : [];
  });
  for (const file of files) checkId(file, idOf(file.file), faults);
  const providers = files.map((file) => compileOne(file, shared, faults));
  checkUnique(files, providers, faults);
  return { providers, aliases: compileAliases(files, faults) };
}

/** The provider of one file. */
export function compileOne(
  file: DataFile<ProviderEntry>,
  shared: Readonly<Record<string, SourceEntry>>,
  faults: DataFault[],
): Provider {
  const resolver = new SourceResolver(shared, file.value.sources, file.value.imported?.seen, ownDomains(file.value));
  const compiled = compileProvider(file.value, resolver);
  resolver.resolve(Object.keys({ ...file.value.domains, ...file.value.imported?.domains }));
  resolver.resolve([...(file.value.mx ?? []), ...(file.value.imported?.mx ?? [])].flatMap((entry) => entry.source));
  reportUnknown(resolver, file.file, faults);
  return compiled;
}

/** Registrable domains under which the provider's own pages stand: of its addresses, its servers and its support. */
function ownDomains({ domains, servers = [], foreignHosts = [], support }: ProviderEntry): Set<string> {
  const hosts = servers.map(({ host }) => host).filter((host) => !foreignHosts.includes(host));
  const names = [
    ...Object.values(domains ?? {}).flat(),
    ...hosts,
    ...(support?.url === undefined ? [] : [support.url]),
  ];
  return new Set(names.flatMap((name) => getDomain(name) ?? []));
}

/** A domain and an MX suffix belong to one provider. */
function checkUnique(files: readonly DataFile<ProviderEntry>[], providers: readonly Provider[], faults: DataFault[]) {
  const owners = new Map<string, string>();
  providers.forEach((provider, index) => {
    const file = files[index]?.file ?? '';
    const keys = [...provider.domains, ...provider.mx.map((mx) => `MX ${mx.suffix}`)];
    for (const key of keys) {
      const owner = owners.get(key);
      if (owner !== undefined) faults.push({ file, reason: `${key} belongs to ${owner} too` });
      owners.set(key, provider.id);
    }
  });
}

/** Ids, proper names and aliases, folded as messages are. The same strong name for two providers is a fault. */
function compileAliases(files: readonly DataFile<ProviderEntry>[], faults: DataFault[]): CompiledAlias[] {
  const normalise = nameNormaliser();
  const owners = new Map<string, string>();
  return files.flatMap((file) => {
    const { id, names, aliases = [], weakAliases = [], idIsAlias = true } = file.value;
    const weak = new Set(weakAliases.map(normalise));
    const strong = new Set(
      [...(idIsAlias ? [id] : []), ...Object.values(names), ...aliases]
        .map(normalise)
        .filter((name) => !weak.has(name)),
    );
    for (const name of strong) {
      const owner = owners.get(name);
      const line = file.lineOf(['aliases']);
      if (owner !== undefined)
        faults.push({ file: file.file, line, reason: `alias "${name}" belongs to ${owner} too` });
      owners.set(name, id);
    }
    return [
      ...[...strong].map((name) => ({ name, provider: id, weak: false })),
      ...[...weak].map((name) => ({ name, provider: id, weak: true })),
    ];
  });
}
