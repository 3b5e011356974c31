import type { ImportedFacts, ServerEntry } from '../schema.ts';

type Keys = string | string[];

/**
 * The imported part of a file when one of its sources is read anew: what that source no longer says goes, what it says
 * now comes, what the other sources say stays as it is. Pages stay: they bear no source.
 */
export function mergeSource(before: ImportedFacts | undefined, fresh: ImportedFacts, source: string): ImportedFacts {
  const { seen, domains, servers, traits, ...others } = before ?? { seen: {} };
  const pages = [...new Set([...(others.documentation ?? []), ...(fresh.documentation ?? [])])];
  return {
    seen: replaced(seen, fresh.seen, source),
    ...filled('domains', mergeDomains(domains ?? {}, fresh.domains?.[source] ?? [], source, seen)),
    ...(others.mx && { mx: others.mx }),
    ...filled('servers', mergeFacts(servers ?? [], fresh.servers ?? [], source, serverKey)),
    ...filled(
      'traits',
      mergeFacts(traits ?? [], fresh.traits ?? [], source, ({ code }) => code),
    ),
    ...(others.conflicts && { conflicts: others.conflicts }),
    ...filled('documentation', pages),
  };
}

function replaced<Value>(before: Record<string, Value>, fresh: Record<string, Value>, source: string) {
  const { [source]: old, ...others } = before;
  const now = fresh[source];
  if (now === undefined) return others;
  return old === undefined ? { ...others, [source]: now } : { ...before, [source]: now };
}

type Domains = NonNullable<ImportedFacts['domains']>;

/**
 * A list stands under the first source that named it: a domain that this one does not name was named by another, and
 * stays under that one's name. Only what no other source can have said goes.
 */
function mergeDomains(before: Domains, fresh: string[], source: string, seen: ImportedFacts['seen']): Domains {
  const { [source]: old = [], ...others } = before;
  const known = new Set(Object.values(others).flat());
  const kept = old.filter((domain) => fresh.includes(domain));
  const now = [...kept, ...fresh.filter((domain) => !old.includes(domain) && !known.has(domain))];
  const other = Object.keys(seen).find((key) => key !== source);
  const elsewhere = other === undefined ? [] : old.filter((domain) => !fresh.includes(domain));
  const merged = { ...before, [source]: now, ...others };
  const moved = other === undefined ? merged : { ...merged, [other]: [...(others[other] ?? []), ...elsewhere] };
  return Object.fromEntries(Object.entries(moved).filter(([, list]) => list.length > 0)) as Domains;
}

/** Facts keep their places; new ones stand behind the old. */
function mergeFacts<Fact extends { source: Keys }>(
  before: readonly Fact[],
  fresh: readonly Fact[],
  source: string,
  keyOf: (fact: Fact) => string,
): Fact[] {
  const said = new Map(fresh.map((fact) => [keyOf(fact), fact]));
  const kept = before.flatMap((fact): Fact[] => {
    const others = [fact.source].flat().filter((key) => key !== source);
    const still = said.get(keyOf(fact));
    said.delete(keyOf(fact));
    if (still) return [{ ...fact, source: oneOrMany([fact.source].flat(), source) }];
    return others.length > 0 ? [{ ...fact, source: oneOrMany(others) }] : [];
  });
  return [...kept, ...said.values()];
}

function oneOrMany(keys: readonly string[], added?: string): Keys {
  const all = added === undefined || keys.includes(added) ? [...keys] : [...keys, added];
  return all.length === 1 ? (all[0] ?? '') : all;
}

function serverKey({ protocol, host, port, security }: ServerEntry): string {
  return [protocol, host, port, security].join(' ');
}

function filled<Key extends string, Value extends object>(key: Key, value: Value): Partial<Record<Key, Value>> {
  return Object.keys(value).length === 0 ? {} : ({ [key]: value } as Record<Key, Value>);
}
