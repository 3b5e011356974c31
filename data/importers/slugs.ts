import * as z from 'zod';
import { slug } from '../schema.ts';
import type { FactsRecord } from './record.ts';

/** data/importers/slugs.yaml */
export const slugTable = z.strictObject({
  slugs: z.record(slug, z.array(z.string())),
  mxBases: z.array(z.string()),
  notAddressDomains: z.array(z.string()),
  ignored: z.array(z.string()),
  popular: z.array(slug),
});
export type SlugTable = z.infer<typeof slugTable>;

/** A record with the facts of one of our providers: a source may hold several in one. */
export interface SluggedRecord {
  slug: string;
  record: FactsRecord;
}

const UNRANKED = 500;

export class Slugs {
  readonly #slugs: ReadonlyMap<string, string>;
  readonly #table: SlugTable;

  constructor(table: SlugTable) {
    this.#table = table;
    this.#slugs = new Map(Object.entries(table.slugs).flatMap(([own, keys]) => keys.map((key) => [key, own])));
  }

  /** Of a source's own id, which is often a domain. */
  of(id: string): string {
    return this.#slugs.get(id) ?? id.toLowerCase().replaceAll('_', '-');
  }

  rank(own: string): number {
    const place = this.#table.popular.indexOf(own);
    return place < 0 ? UNRANKED : place + 1;
  }

  /** Parts of a record by provider: a domain that the table gives to another takes the record's servers along. */
  split(record: FactsRecord): SluggedRecord[] {
    if (this.#table.ignored.includes(record.id)) return [];
    const own = this.of(record.id);
    const domains = record.domains.filter((domain) => this.#isAddressDomain(domain));
    const elsewhere = new Map<string, string[]>();
    for (const domain of domains) {
      const other = this.#slugs.get(domain) ?? own;
      elsewhere.set(other, [...(elsewhere.get(other) ?? []), domain]);
    }
    if (!elsewhere.has(own)) elsewhere.set(own, []);
    return [...elsewhere].map(([slug, part]) => ({
      slug,
      record: slug === own ? { ...record, domains: part } : moved(record, part),
    }));
  }

  #isAddressDomain(domain: string): boolean {
    return (
      !this.#table.mxBases.includes(domain) &&
      !this.#table.notAddressDomains.includes(domain) &&
      /^[a-z0-9.-]+$/.test(domain)
    );
  }
}

/** Names, notes and pages speak of the record's main provider. */
function moved(record: FactsRecord, domains: string[]): FactsRecord {
  return { ...record, displayName: '', aliases: [], notes: [], documentationUrls: [], mx_patterns: [], domains };
}
