import Database from 'better-sqlite3';
import type { Knowledge, ProviderMatch } from '../../core/index.ts';
import { readClassifier, readExamples } from './classifier.ts';
import { editsForDomain, editsForName, registrableDomain, underCom } from './edits.ts';
import { AliasTable, ProviderTable } from './providers.ts';
import { recent } from './recent.ts';
import { simplifier } from './simplify.ts';
import { type Spelling, SpellingTable } from './spellings.ts';
import { TextTable } from './texts.ts';

/** Rank of the providers whose name nobody else bears. */
const WELL_KNOWN = 20;

/** Pages of a big file are read through memory maps, not copied. */
const MAPPED_BYTES = 1 << 30;

/**
 * Opens a knowledge file that the build wrote. It stays readable while a newer one is put in its place;
 * what only some messages need (names, spellings, the Chinese table, the classifier) is loaded at first use.
 * Throws when the file is missing or was not written by this version's build.
 */
export function openKnowledge(path: string): Knowledge & { close(): void } {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  database.pragma(`mmap_size = ${MAPPED_BYTES}`);
  // The file is replaced, never written: its read lock is kept, which makes a look-up five times as quick.
  database.pragma('locking_mode = EXCLUSIVE');
  const meta = database.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const providers = new ProviderTable(database);
  const names = once(() => new AliasTable(database));
  const texts = new TextTable(database);
  const classifier = once(() => readClassifier(database));
  const errorPatterns = once(() => texts.errorPatterns());
  const clientNames = once(() => texts.clientNames());
  const spellings = {
    domain: new SpellingTable(database, 'domain'),
    host: new SpellingTable(database, 'host'),
    alias: new SpellingTable(database, 'alias'),
  };
  const nearest = {
    domain: recent((domain) => spellings.domain.nearest(domain, editsForDomain(domain))),
    host: recent((host) => spellings.host.nearest(host, 2)),
    alias: recent((name) => spellings.alias.nearest(name, editsForName(name))),
  };
  /** Equally near spellings: the one that more people use first. */
  const ranked = (found: readonly Spelling[], limit: number) =>
    found
      .flatMap(({ provider: id, word, distance }) => {
        const provider = providers.byId(id);
        return provider ? [{ match: typo(provider, word), distance }] : [];
      })
      .sort((a, b) => a.distance - b.distance || a.match.provider.rank - b.match.provider.rank)
      .slice(0, limit)
      .map(({ match }) => match);

  const ofOtherEnding = (domain: string): ProviderMatch | undefined => {
    const name = underCom(domain);
    const match = name === undefined ? undefined : providers.byDomain(name);
    const isKnown = match?.via === 'domain' && match.provider.rank <= WELL_KNOWN;
    return isKnown ? typo(match.provider, match.matched) : undefined;
  };

  return {
    hash: meta.get('hash') ?? '',
    get aliasFinder() {
      return names().finder;
    },
    simplify: simplifier(() => JSON.parse(meta.get('simplification') ?? '{}') as Record<string, string>),
    registrableDomain: recent(registrableDomain),
    provider: (id) => providers.byId(id),
    providerByDomain: recent((domain) => providers.byDomain(domain)),
    providerByHost: recent((host) => providers.byHost(host)),
    providerByMx: (hosts) => providers.byMx(hosts),
    aliases: (name) => names().exact(name),
    nearestDomains: (domain, limit) => {
      const sameName = ofOtherEnding(domain);
      const near = ranked(nearest.domain(domain), limit).filter(({ matched }) => matched !== sameName?.matched);
      return [...(sameName ? [sameName] : []), ...near].slice(0, limit);
    },
    nearestHosts: (host, limit) => ranked(nearest.host(host), limit),
    nearestAliases: (name, limit) => ranked(nearest.alias(name), limit),
    suggest: (text, language, limit) =>
      names()
        .containing(text, limit)
        .flatMap((id) => {
          const provider = providers.byId(id);
          return provider ? [{ id, name: provider.names[language] ?? provider.names['en'] ?? id }] : [];
        }),
    topics: (intent, language) => texts.topics(intent, language),
    topic: (id, language) => texts.topic(id, language),
    error: (id, language) => texts.error(id, language),
    get errorPatterns() {
      return errorPatterns();
    },
    client: (id, language, platform) => texts.client(id, language, platform),
    get clientNames() {
      return clientNames();
    },
    get classifier() {
      return classifier();
    },
    examples: () => readExamples(database),
    close: () => {
      database.close();
    },
  };
}

function typo(provider: ProviderMatch['provider'], matched: string): ProviderMatch {
  return { provider, via: 'typo', matched };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
