import type { Change, MxSuffix, Provider, Server, Source } from '../../src/core/model.ts';
import type { ProviderEntry, ServerEntry } from '../schema.ts';
import { compileConflicts } from './compile-conflicts.ts';
import { passwordOf } from './compile-password.ts';
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
    servers: mergedServers(entry).map((server) => compileServer(server, entry, sources)),
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

/**
 * Curated servers replace the imported ones of the same protocol, and what is known not to be offered outweighs a
 * list that names a server for it. Plaintext comes last whoever lists it.
 */
export function mergedServers(entry: ProviderEntry): ServerEntry[] {
  const curated = entry.servers ?? [];
  const traits = [...(entry.traits ?? []), ...(entry.imported?.traits ?? [])].map((trait) => trait.code);
  const settled = new Set<string>([...curated.map((server) => server.protocol), ...notOffered(traits)]);
  const imported = (entry.imported?.servers ?? []).filter((server) => !settled.has(server.protocol));
  const all = [...curated, ...imported];
  return [...all.filter((server) => server.security !== 'none'), ...all.filter((server) => server.security === 'none')];
}

function notOffered(traits: readonly string[]): string[] {
  if (traits.includes('no-direct-access')) return ['imap', 'pop3', 'smtp'];
  return traits.flatMap((code) => (code.startsWith('no-') ? [code.slice('no-'.length)] : []));
}

function compileServer({ username, ...server }: ServerEntry, entry: ProviderEntry, sources: SourceResolver): Server {
  return { ...withSources(server, sources), username: username ?? entry.username ?? 'full-address' };
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
