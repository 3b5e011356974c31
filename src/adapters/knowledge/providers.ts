import type Database from 'better-sqlite3';
import { type AliasHit, type Knowledge, type Provider, NameFinder, type ProviderMatch } from '../../core/index.ts';

/** Providers kept as objects. */
const KEPT = 4096;

/** Exact look-ups: each a prepared statement on a primary key. */
export class ProviderTable {
  readonly #bodies = new Map<string, Provider>();
  readonly #body: Database.Statement<[string], string>;
  readonly #domain: Database.Statement<[string], string>;
  readonly #host: Database.Statement<[string], { provider: string; retired: number }>;
  readonly #mx: Database.Statement<[string], { provider: string | null; certain: number; gateway: string | null }>;

  constructor(database: Database.Database) {
    this.#body = database.prepare<[string], string>('SELECT body FROM provider WHERE id = ?').pluck();
    this.#domain = database.prepare<[string], string>('SELECT provider FROM domain WHERE name = ?').pluck();
    this.#host = database.prepare('SELECT provider, retired FROM host WHERE name = ?');
    this.#mx = database.prepare('SELECT provider, certain, gateway FROM mx WHERE suffix = ?');
  }

  byId(id: string): Provider | undefined {
    const known = this.#bodies.get(id);
    if (known) return known;
    const body = this.#body.get(id);
    const provider = body === undefined ? undefined : (JSON.parse(body) as Provider);
    if (provider) this.#keep(id, provider);
    return provider;
  }

  /** Those read first make room: of the real database all fit, of a huge one some are read again. */
  #keep(id: string, provider: Provider): void {
    const [oldest] = this.#bodies.keys();
    if (this.#bodies.size >= KEPT && oldest !== undefined) this.#bodies.delete(oldest);
    this.#bodies.set(id, provider);
  }

  byDomain(domain: string): ProviderMatch | undefined {
    for (const suffix of suffixes(domain)) {
      const provider = this.#found(this.#domain.get(suffix));
      if (provider) return { provider, via: suffix === domain ? 'domain' : 'subdomain', matched: suffix };
    }
    return undefined;
  }

  byHost(host: string): ProviderMatch | undefined {
    const row = this.#host.get(host);
    const provider = this.#found(row?.provider);
    return provider && { provider, via: row?.retired === 1 ? 'retired-host' : 'host', matched: host };
  }

  byMx(hosts: readonly string[]): ReturnType<Knowledge['providerByMx']> {
    const all = hosts.flatMap((host) => suffixes(normaliseHost(host)));
    for (const suffix of all.sort((a, b) => b.length - a.length)) {
      const row = this.#mx.get(suffix);
      if (!row) continue;
      if (row.gateway !== null) return { gateway: row.gateway };
      const provider = this.#found(row.provider ?? undefined);
      if (provider) return { provider, certain: row.certain === 1 };
    }
    return undefined;
  }

  #found(id: string | undefined): Provider | undefined {
    return id === undefined ? undefined : this.byId(id);
  }
}

/** The name itself, then what is left after each label: longest first, down to two labels. */
function suffixes(name: string): string[] {
  const found = [name];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) found.push(name.slice(dot + 1));
  return found.filter((suffix) => suffix.includes('.'));
}

function normaliseHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

/** All names at once: running text is looked up letter by letter, which only memory is quick enough for. */
export class AliasTable {
  readonly finder: NameFinder;
  readonly #hits: ReadonlyMap<string, readonly AliasHit[]>;
  /** Names with the rank of their provider, most used first. */
  readonly #names: readonly { name: string; provider: string }[];

  constructor(database: Database.Database) {
    const rows = database
      .prepare<[], { name: string; provider: string; weak: number }>(
        'SELECT name, provider, weak FROM alias ORDER BY rank, length(name), name',
      )
      .all();
    this.#names = rows;
    const hits = new Map<string, AliasHit[]>();
    for (const { name, provider, weak } of rows) {
      hits.set(name, [...(hits.get(name) ?? []), { provider, weak: weak === 1 }]);
    }
    this.#hits = hits;
    this.finder = new NameFinder(hits.keys());
  }

  exact(name: string): readonly AliasHit[] {
    return this.#hits.get(name) ?? NO_HITS;
  }

  /** Ids of providers with a name that begins with the text, then those with one that contains it. */
  containing(text: string, limit: number): string[] {
    const found = new Set<string>();
    for (const { name, provider } of this.#names) if (name.startsWith(text)) found.add(provider);
    for (const { name, provider } of this.#names) if (name.includes(text)) found.add(provider);
    return [...found].slice(0, limit);
  }
}

const NO_HITS: readonly AliasHit[] = [];
