import { getDomain } from 'tldts';
import type { Confidence, Source } from '../../src/core/model.ts';
import type { SourceEntry } from '../schema.ts';

/** Turns source keys of one file into sources with the dates at which they saw its facts. */
export class SourceResolver {
  readonly #entries: ReadonlyMap<string, SourceEntry>;
  readonly #seen: Readonly<Record<string, string>>;
  readonly #ownDomains: ReadonlySet<string>;
  readonly unknown = new Set<string>();

  constructor(
    shared: Readonly<Record<string, SourceEntry>>,
    own: Readonly<Record<string, SourceEntry>> = {},
    seen: Readonly<Record<string, string>> = {},
    ownDomains: ReadonlySet<string> = new Set(),
  ) {
    this.#entries = new Map(Object.entries({ ...shared, ...own }));
    this.#seen = seen;
    this.#ownDomains = ownDomains;
  }

  /** Keys, or a source written out in place. Unknown keys are noted in `unknown` and left out. */
  resolve(keys: string | readonly string[] | SourceEntry): Source[] {
    if (typeof keys === 'object' && 'kind' in keys) return [asSource(keys.url ?? keys.label, keys)];
    return [keys].flat().flatMap((key) => this.#one(key));
  }

  #one(key: string): Source[] {
    const entry = this.#entries.get(key);
    if (!entry) {
      this.unknown.add(key);
      return [];
    }
    const source = asSource(key, entry, this.#seen[key]);
    return [this.#isOwn(source) ? { ...source, own: true } : source];
  }

  #isOwn({ kind, url }: Source): boolean {
    return kind === 'page' && url !== undefined && this.#ownDomains.has(getDomain(url) ?? '');
  }
}

function asSource(id: string, { kind, label, url, seen: own }: SourceEntry, seen = own): Source {
  return { id, kind, label, ...(url === undefined ? {} : { url }), seen };
}

/** A source as answers carry it. */
export function sourceOf(id: string, { kind, label, url, seen }: SourceEntry): Source {
  return { id, kind, label, ...(url === undefined ? {} : { url }), seen };
}

/** A fact as a file states it: with keys instead of sources. */
interface StatedFact {
  source: string | string[];
  confidence?: Confidence | undefined;
}

/** Replaces source keys by sources, says how far to trust them where the file does not, drops what is undefined. */
export function withSources<Fact extends StatedFact>(
  { source, confidence, ...fact }: Fact,
  sources: SourceResolver,
): Compact<Omit<Fact, 'source' | 'confidence'>> & { sources: Source[]; confidence: Confidence } {
  const resolved = sources.resolve(source);
  return { ...fact, sources: resolved, confidence: confidence ?? confidenceIn(resolved) } as Compact<
    Omit<Fact, 'source' | 'confidence'>
  > & { sources: Source[]; confidence: Confidence };
}

/** A page that was opened is best; two data sets that agree are better than one; an old lone one is weak. */
function confidenceIn(sources: readonly Source[]): Confidence {
  if (sources.some((source) => source.kind === 'page')) return 'high';
  const imports = sources.filter((source) => source.kind === 'import');
  if (imports.length > 1) return 'medium';
  return imports.some((source) => source.seen >= '2020') ? 'medium' : 'low';
}

/** Optional properties are absent, never undefined: what YAML gives. */
type Compact<Fact> = { [Key in keyof Fact]: Exclude<Fact[Key], undefined> };
