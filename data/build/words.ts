import type { Provider } from '../../src/core/model.ts';
import type { CompiledAlias } from './compiled.ts';

/** A known spelling that a misspelling may be taken for. */
export interface Word {
  word: string;
  provider: string;
  edits: 1 | 2;
}

/**
 * Two edits lead to providers that many people use; among the long tail only one does: with a million domains,
 * nearly every string is two edits from somebody's.
 */
const WELL_KNOWN_RANK = 1000;

export function domainWords(providers: readonly Provider[]): Word[] {
  return providers.flatMap(({ id, rank, domains }) =>
    domains.map((word): Word => ({ word, provider: id, edits: rank <= WELL_KNOWN_RANK ? 2 : 1 })),
  );
}

export function hostWords(hosts: ReadonlyMap<string, HostOwner>, providers: readonly Provider[]): Word[] {
  const ranks = new Map(providers.map(({ id, rank }) => [id, rank]));
  return [...hosts].map(([word, { provider }]): Word => {
    const known = (ranks.get(provider) ?? Infinity) <= WELL_KNOWN_RANK;
    return { word, provider, edits: known ? 2 : 1 };
  });
}

/** Short names and everyday words have too many neighbours to be worth guessing at. */
export function aliasWords(aliases: readonly CompiledAlias[]): Word[] {
  return aliases
    .filter(({ name, weak }) => !weak && name.length >= (/[^\u0000-\u04FF]/.test(name) ? 3 : 5) && /\p{L}/u.test(name))
    .map(({ name, provider }) => ({ word: name, provider, edits: 2 }));
}

/** A host under an own domain comes before every place in a list. */
const OWN_DOMAIN = 1000;

export interface HostOwner {
  provider: string;
  retired: boolean;
  /** Place in its provider's order of preference. */
  place: number;
}

/**
 * Who a server name points to. Several providers may use one host: it is the one's under whose domains it lies, or
 * that lists it first, or that more people use. A host in use anywhere is not a retired one.
 */
export function hostOwners(providers: readonly Provider[]): Map<string, HostOwner> {
  const owners = new Map<string, HostOwner>();
  const byRank = providers.toSorted((a, b) => a.rank - b.rank);
  for (const { id, servers, alsoOffered, domains } of byRank) {
    const places = new Map<string, number>();
    for (const { protocol, host } of [...servers, ...alsoOffered]) {
      const listed = places.get(protocol) ?? 0;
      places.set(protocol, listed + 1);
      const place = domains.some((domain) => host.endsWith(`.${domain}`)) ? listed - OWN_DOMAIN : listed;
      const owner = owners.get(host);
      if (!owner || place < owner.place) owners.set(host, { provider: id, retired: false, place });
    }
  }
  for (const { id, retired } of byRank) {
    for (const { host } of retired) if (!owners.has(host)) owners.set(host, { provider: id, retired: true, place: 0 });
  }
  owners.delete('127.0.0.1');
  return owners;
}
