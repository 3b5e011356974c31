import type { Slots } from '../model.ts';
import type { Knowledge, ProviderMatch } from '../ports.ts';

/**
 * The provider that a message's slots point to, surest first: the asker's own domain, the name, then a host.
 * A misspelling counts only as `typo`, so that nobody is answered silently with somebody else's servers.
 * Undefined when nothing is known: then ask, or discover the domain.
 */
export function findProvider(knowledge: Knowledge, slots: Slots): ProviderMatch | undefined {
  const domain = domainIn(slots);
  return (
    (domain === undefined ? undefined : knowledge.providerByDomain(domain)) ??
    byId(knowledge, slots.provider) ??
    first(slots.hosts ?? [], (host) => knowledge.providerByHost(host)) ??
    (domain === undefined ? undefined : knowledge.nearestDomains(domain, 1)[0]) ??
    first(slots.hosts ?? [], (host) => knowledge.nearestHosts(host, 1)[0])
  );
}

/** Domain of the asker's address, else the domain that was named. */
function domainIn({ email, domain }: Slots): string | undefined {
  return email === undefined ? domain : email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

function byId(knowledge: Knowledge, id: string | undefined): ProviderMatch | undefined {
  const provider = id === undefined ? undefined : knowledge.provider(id);
  return provider && { provider, via: 'alias', matched: provider.id };
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
