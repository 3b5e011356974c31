import type { Conflict, Provider } from '../../src/core/model.ts';
import { type CheckedTwice, checkedTwice } from './checked-twice.ts';
import { lastSeen, type StatedFact, statedFacts } from './facts.ts';

export interface DataReport {
  /** YYYY-MM-DD */
  today: string;
  providers: number;
  domains: number;
  facts: number;
  bySource: { source: string; facts: number; oldest: string; newest: string }[];
  /** Facts by full years since anybody saw them; `never` where nobody did. */
  byAge: { years: string; facts: number }[];
  byConfidence: Record<StatedFact['confidence'], number>;
  unverified: { facts: number; providers: string[] };
  checkedTwice: CheckedTwice;
  /** Mailbox providers: with POP3, stated to have none, not known. */
  pop3: { offered: number; notOffered: number; unknown: string[] };
  contradictions: { reason: Conflict['reason']; count: number; providers: string[] }[];
  oldest: { provider: string; what: string; seen: string }[];
}

const OLDEST_SHOWN = 15;
/** Upper ends, in years. */
const AGES = [1, 2, 5, 10];

/** What the database stands on. `today` as YYYY-MM-DD. */
export function summarise(providers: readonly Provider[], today: string): DataReport {
  const facts = statedFacts(providers);
  const unverified = facts.filter((fact) => lastSeen(fact) === undefined);
  return {
    today,
    providers: providers.length,
    domains: providers.reduce((sum, { domains }) => sum + domains.length, 0),
    facts: facts.length,
    bySource: bySource(facts),
    byAge: byAge(facts, today),
    byConfidence: countBy(facts, ({ confidence }) => confidence, { high: 0, medium: 0, low: 0 }),
    unverified: { facts: unverified.length, providers: names(unverified) },
    checkedTwice: checkedTwice(providers),
    pop3: pop3Coverage(providers),
    contradictions: contradictions(providers),
    oldest: oldest(facts),
  };
}

function bySource(facts: readonly StatedFact[]): DataReport['bySource'] {
  const dates = new Map<string, string[]>();
  for (const { sources } of facts) {
    for (const { kind, id, label, seen } of sources) {
      const name = kind === 'page' ? 'page' : kind === 'import' ? id : label;
      dates.set(name, [...(dates.get(name) ?? []), seen]);
    }
  }
  return [...dates]
    .map(([source, seen]) => ({ source, facts: seen.length, ...ends(seen) }))
    .sort((a, b) => b.facts - a.facts);
}

function ends(dates: readonly string[]): { oldest: string; newest: string } {
  const sorted = [...dates].sort();
  return { oldest: sorted[0] ?? '', newest: sorted.at(-1) ?? '' };
}

function byAge(facts: readonly StatedFact[], today: string): DataReport['byAge'] {
  const labels = [...AGES.map((years) => `≤ ${years}`), `> ${AGES.at(-1)}`, 'never'];
  const counts = countBy(facts, (fact) => labels[ageClass(lastSeen(fact), today)] ?? '', {});
  return labels.map((years) => ({ years, facts: counts[years] ?? 0 }));
}

function ageClass(seen: string | undefined, today: string): number {
  if (seen === undefined) return AGES.length + 1;
  const years = yearsOf(today) - yearsOf(seen);
  const at = AGES.findIndex((end) => years <= end);
  return at < 0 ? AGES.length : at;
}

/** A date that gives only its year is taken for its end. */
function yearsOf(date: string): number {
  const [year = '0', month = '12', day = '28'] = date.split('-');
  return Number(year) + (Number(month) - 1) / 12 + Number(day) / 365;
}

function pop3Coverage(providers: readonly Provider[]): DataReport['pop3'] {
  const mailboxes = providers.filter(({ kind }) => kind === 'mailbox');
  const offered = mailboxes.filter(({ servers }) => servers.some(({ protocol }) => protocol === 'pop3'));
  const stated = mailboxes.filter(({ traits }) =>
    traits.some(({ code }) => ['no-pop3', 'no-direct-access', 'bridge-only', 'forwards-only'].includes(code)),
  );
  const known = new Set([...offered, ...stated]);
  return {
    offered: offered.length,
    notOffered: stated.filter((provider) => !offered.includes(provider)).length,
    unknown: mailboxes.filter((provider) => !known.has(provider)).map(({ id }) => id),
  };
}

function contradictions(providers: readonly Provider[]): DataReport['contradictions'] {
  const byReason = new Map<Conflict['reason'], string[]>();
  for (const { id, conflicts } of providers) {
    for (const { reason } of conflicts) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason]
    .map(([reason, ids]) => ({ reason, count: ids.length, providers: [...new Set(ids)] }))
    .sort((a, b) => b.count - a.count);
}

function oldest(facts: readonly StatedFact[]): DataReport['oldest'] {
  return facts
    .flatMap((fact) => {
      const seen = lastSeen(fact);
      return seen === undefined ? [] : [{ provider: fact.provider, what: fact.what, seen }];
    })
    .sort((a, b) => (a.seen < b.seen ? -1 : Number(a.seen > b.seen)))
    .slice(0, OLDEST_SHOWN);
}

function names(facts: readonly StatedFact[]): string[] {
  return [...new Set(facts.map(({ provider }) => provider))];
}

function countBy<Item, Key extends string>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  start: Partial<Record<Key, number>>,
): Record<Key, number> {
  const counts = { ...start } as Record<Key, number>;
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
