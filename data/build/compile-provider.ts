import type { Change, MxSuffix, Provider, Source } from '../../src/core/model.ts';
import type { ProviderEntry } from '../schema.ts';
import { compileConflicts } from './compile-conflicts.ts';
import { passwordOf } from './compile-password.ts';
import { compileServers } from './compile-servers.ts';
import { compileTraits } from './compile-traits.ts';
import { type SourceResolver, withSources } from './sources.ts';

/** Merges the curated and the imported part of a file; curated facts win, nothing is shown without its source. */
export function compileProvider(entry: ProviderEntry, sources: SourceResolver): Provider {
  const { imported } = entry;
  const traits = compileTraits(entry, sources);
  return {
    id: entry.id,
    kind: entry.kind,
    names: entry.names,
    rank: entry.rank,
    domains: addressDomains(entry),
    ...compileServers(entry, sources),
    traits,
    changes: compileChanges(entry, sources),
    ...passwordOf(entry, traits, sources),
    ...(entry.support ? { support: withSources(entry.support, sources) } : {}),
    retired: (entry.retired ?? []).map((retired) => withSources(retired, sources)),
    conflicts: compileConflicts(entry, sources),
    documentation: documentation(entry, sources),
    mx: distinctSuffixes([...(entry.mx ?? []), ...(imported?.mx ?? [])].map((one) => withSources(one, sources))),
  };
}

/** Every address domain once, curated first. */
export function addressDomains(entry: ProviderEntry): string[] {
  const refused = new Set(entry.notDomains);
  const own = Object.values(entry.domains ?? {}).flat();
  const imported = Object.values(entry.imported?.domains ?? {}).flat();
  return [...new Set([...own, ...imported.filter((domain) => !refused.has(domain))])];
}

function compileChanges({ changes = [] }: ProviderEntry, sources: SourceResolver): Change[] {
  return changes
    .map((change) => withSources(change, sources))
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

function documentation(entry: ProviderEntry, sources: SourceResolver): Source[] {
  const pages = sources.resolve(entry.documentation ?? []);
  const seen = Object.values(entry.imported?.seen ?? {})
    .sort()
    .at(-1);
  const imported = (entry.imported?.documentation ?? []).filter((url) => !pages.some((page) => page.url === url));
  if (seen === undefined) return pages;
  return [
    ...pages,
    ...imported.map((url): Source => ({ id: url, kind: 'import', label: new URL(url).hostname, url, seen })),
  ];
}

/** What is stated by hand first. */
function distinctSuffixes(entries: readonly MxSuffix[]): MxSuffix[] {
  const bySuffix = new Map<string, MxSuffix>();
  for (const entry of entries) if (!bySuffix.has(entry.suffix)) bySuffix.set(entry.suffix, entry);
  return [...bySuffix.values()];
}
