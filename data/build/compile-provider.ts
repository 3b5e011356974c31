import type { Confidence, Provider, Server, Source, Trait, TraitCode } from '../../src/core/model.ts';
import type { ProviderEntry, ServerEntry } from '../schema.ts';
import { compileConflicts } from './compile-conflicts.ts';
import { isPasswordTrait, passwordOf } from './compile-password.ts';
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
    ...passwordOf(entry, traits, sources),
    ...(entry.support ? { support: withSources(entry.support, sources) } : {}),
    retired: (entry.retired ?? []).map((retired) => withSources(retired, sources)),
    conflicts: compileConflicts(entry, sources),
    documentation: documentation(entry, sources),
    mx: distinctSuffixes([...(entry.mx ?? []), ...(imported?.mx ?? [])]),
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

function notOffered(traits: readonly TraitCode[]): string[] {
  if (traits.includes('no-direct-access')) return ['imap', 'pop3', 'smtp'];
  return traits.flatMap((code) => (code.startsWith('no-') ? [code.slice('no-'.length)] : []));
}

function compileServer(server: ServerEntry, entry: ProviderEntry, sources: SourceResolver): Server {
  const { source, username, confidence, domains, scope, ...wire } = server;
  const resolved = sources.resolve(source);
  return {
    ...wire,
    username: username ?? entry.username ?? 'full-address',
    ...(domains ? { domains } : {}),
    ...(scope === undefined ? {} : { scope }),
    sources: resolved,
    confidence: confidence ?? confidenceIn(resolved),
  };
}

/** A page of the provider is best; two data sets that agree are better than one; an old lone one is weak. */
function confidenceIn(sources: readonly Source[]): Confidence {
  if (sources.some((source) => source.kind === 'page')) return 'high';
  const imports = sources.filter((source) => source.kind === 'import');
  if (imports.length > 1) return 'medium';
  return imports.some((source) => source.seen >= '2020') ? 'medium' : 'low';
}

function compileTraits(entry: ProviderEntry, sources: SourceResolver): Trait[] {
  const stated = entry.traits ?? [];
  const isSettled = (code: TraitCode) =>
    stated.some((trait) => trait.code === code) ||
    (isPasswordTrait(code) && stated.some((trait) => isPasswordTrait(trait.code)));
  const imported = (entry.imported?.traits ?? []).filter((trait) => !isSettled(trait.code));
  return [...stated, ...imported].map(({ code, facts, source }) => ({
    code,
    facts: facts ?? {},
    sources: sources.resolve(source),
  }));
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

function distinctSuffixes(entries: readonly { suffix: string; certain: boolean }[]): Provider['mx'] {
  const bySuffix = new Map<string, boolean>();
  for (const { suffix, certain } of entries) if (!bySuffix.has(suffix)) bySuffix.set(suffix, certain);
  return [...bySuffix].map(([suffix, certain]) => ({ suffix, certain }));
}
