import { listFiles } from '../build/files.ts';
import { readYaml } from '../build/read.ts';
import { provider, type ProviderEntry } from '../schema.ts';
import type { FactsRecord } from './record.ts';
import type { Slugs } from './slugs.ts';

/** Which of our files a record of another database belongs to, by what the files hold already. */
export class Owners {
  readonly #ids = new Set<string>();
  readonly #byDomain = new Map<string, string>();
  readonly #byHost = new Map<string, string>();

  constructor(dataDir: string) {
    const entries = listFiles(dataDir, 'providers', '.yaml').flatMap((file) => {
      const read = readYaml(dataDir, file, provider, []);
      return read ? [read.value] : [];
    });
    for (const entry of entries.toSorted((a, b) => a.rank - b.rank)) this.#note(entry);
  }

  #note({ id, domains, servers = [], imported }: ProviderEntry): void {
    this.#ids.add(id);
    const all = [...Object.values(domains ?? {}), ...Object.values(imported?.domains ?? {})].flat();
    for (const domain of all) if (!this.#byDomain.has(domain)) this.#byDomain.set(domain, id);
    for (const { host } of [...servers, ...(imported?.servers ?? [])])
      if (!this.#byHost.has(host)) this.#byHost.set(host, id);
  }

  /** The record's own id where the table or a file knows it; else the file with most of its domains, or its hosts. */
  idOf({ id, domains, servers }: FactsRecord, slugs: Slugs): string {
    if (this.#ids.has(slugs.of(id))) return id;
    const owners = [
      domains.map((domain) => this.#byDomain.get(domain)),
      servers.map(({ host }) => this.#byHost.get(host)),
    ];
    return owners.map(mostOften).find((owner) => owner !== undefined) ?? id;
  }
}

function mostOften(owners: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const owner of owners) if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
