import type { ConflictEntry, ImportedFacts } from '../schema.ts';
import { hostName } from '../schema.ts';
import { type Disagreement, type FactsRecord, type MxPattern, sourceKey, sourceKeysOf } from './record.ts';
import { importServers } from './servers.ts';
import type { Slugs } from './slugs.ts';
import { importTraits } from './traits.ts';

export interface FactsFiles {
  records: readonly FactsRecord[];
  disagreements: readonly Disagreement[];
  mx: readonly MxPattern[];
}

/** Everything that the files say of one provider. */
export interface ImportedProvider {
  slug: string;
  kind: 'mailbox' | 'relay' | 'product';
  rank: number;
  /** For a file that does not exist yet. */
  name: string;
  aliases: string[];
  facts: ImportedFacts;
}

/** Sorts the records by our providers and puts them into the form of a provider file. */
export function importFacts({ records, disagreements, mx }: FactsFiles, slugs: Slugs): ImportedProvider[] {
  const bySlug = new Map<string, FactsRecord[]>();
  for (const { slug, record } of records.flatMap((one) => slugs.split(one))) {
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), record]);
  }
  return [...bySlug].map(([slug, own]): ImportedProvider => {
    const contradictions = disagreements.filter((row) => slugs.of(row.provider) === slug).flatMap(conflictOf);
    return {
      slug,
      kind: own.some((record) => record.kind === 'mailbox') ? 'mailbox' : 'relay',
      rank: slugs.rank(slug),
      name: own.find((record) => record.displayName !== '')?.displayName ?? slug,
      aliases: [...new Set(own.flatMap((record) => record.aliases))],
      facts: factsOf(own, mxOf(slug, mx, slugs), contradictions),
    };
  });
}

function factsOf(
  records: readonly FactsRecord[],
  mx: NonNullable<ImportedFacts['mx']>,
  contradictions: readonly ConflictEntry[],
): ImportedFacts {
  const pages = records.flatMap((record) => record.documentationUrls).filter(isPage);
  return {
    seen: seenDates(records),
    ...filled('domains', domainsBySource(records)),
    ...filled('mx', mx),
    ...filled('servers', importServers(records)),
    ...filled(
      'traits',
      distinct(records.flatMap(importTraits), (trait) => trait.code),
    ),
    ...filled('conflicts', mergeConflicts(contradictions)),
    ...filled('documentation', [...new Set(pages)]),
  };
}

/** The newest date of each source, without the remarks that collectors add to it. */
function seenDates(records: readonly FactsRecord[]): Record<string, string> {
  const seen: Record<string, string> = {};
  for (const [source, date] of records.flatMap((record) => Object.entries(record.sourceDates))) {
    const key = sourceKey(source);
    const plain = /^\d{4}(-\d{2}){0,2}/.exec(date ?? '')?.[0];
    if (key !== undefined && plain !== undefined && plain > (seen[key] ?? '')) seen[key] = plain;
  }
  return seen;
}

/** Domains go to the record's first source: the sources agree on them, or the record was not made. */
function domainsBySource(records: readonly FactsRecord[]): Record<string, string[]> {
  const bySource = new Map<string, string[]>();
  for (const record of records) {
    const [source] = sourceKeysOf(record.sources);
    const valid = record.domains.filter((domain) => hostName.safeParse(domain).success);
    if (source !== undefined && valid.length > 0) bySource.set(source, [...(bySource.get(source) ?? []), ...valid]);
  }
  return Object.fromEntries([...bySource].map(([source, domains]) => [source, [...new Set(domains)]]));
}

function mxOf(slug: string, patterns: readonly MxPattern[], slugs: Slugs): NonNullable<ImportedFacts['mx']> {
  return patterns
    .filter((pattern) => slugs.of(pattern.provider) === slug)
    .map(({ suffix, label, source }) => {
      const keys = ['ispdb', 'mailcore2', 'epl'].filter((key) => source.toLowerCase().includes(key));
      return { suffix, certain: !/ambiguous/.test(label), source: keys.length === 0 ? 'survey' : oneOrMany(keys) };
    });
}

/** One contradiction for each protocol, each value once. */
function mergeConflicts(conflicts: readonly ConflictEntry[]): ConflictEntry[] {
  const merged = new Map<string, ConflictEntry>();
  for (const conflict of conflicts) {
    const known = merged.get(conflict.what);
    const values = distinct([...(known?.values ?? []), ...conflict.values], ({ value }) => value);
    merged.set(conflict.what, { ...(known ?? conflict), values });
  }
  return [...merged.values()];
}

function conflictOf(row: Disagreement): ConflictEntry[] {
  const key = sourceKey(row.source);
  const others = row.others.map(({ v, sources }) => ({ value: v, source: sourceKeysOf(sources) }));
  const known = others.filter((other) => other.source.length > 0);
  if (key === undefined || row.protocol === undefined || known.length === 0) return [];
  const said = [row.says].flat().map((value) => ({ value, source: key }));
  const supporters = new Set(known.flatMap((other) => other.source));
  const reason = supporters.size > 1 ? 'more-sources' : 'unresolved';
  const values = [...known.map(({ value, source }) => ({ value, source: oneOrMany(source) })), ...said];
  return [{ what: row.protocol, values, reason }];
}

function oneOrMany(keys: readonly string[]): string | string[] {
  return keys.length === 1 ? (keys[0] ?? '') : [...keys];
}

function isPage(url: string): boolean {
  return /^https?:\/\/\S+$/.test(url);
}

function distinct<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].reverse();
}

/** Leaves an empty list or map out. */
function filled<Key extends string, Value extends object>(key: Key, value: Value): Partial<Record<Key, Value>> {
  return Object.keys(value).length === 0 ? {} : ({ [key]: value } as Record<Key, Value>);
}
