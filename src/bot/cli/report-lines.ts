import type { DatabaseCounts } from '../../../data/report/compare.ts';
import type { DataReport } from '../../../data/report/summary.ts';
import { fill, texts } from '../../core/index.ts';

/** A database with its counts; `version` is the commit that was read. */
export interface Compared {
  name: string;
  counts: DatabaseCounts;
  version?: string;
}

const NAMES_SHOWN = 12;

/** The report as Markdown. */
export function reportLines(report: DataReport, language: string): string[] {
  const words = texts(language).report;
  const { providers, domains, facts, unverified, pop3, today } = report;
  const { rest, ...counts } = report.checkedTwice;
  return [
    `# ${fill(words.title, { providers, domains, facts, today })}`,
    ...table(
      words.bySource,
      [words.source, words.facts, words.oldest, words.newest],
      report.bySource.map((row) => [row.source, row.facts, row.oldest, row.newest]),
    ),
    ...table(
      words.byAge,
      [words.years, words.facts],
      report.byAge.map(({ years, facts: count }) => [years === 'never' ? words.never : years, count]),
    ),
    ...table(
      words.byConfidence,
      [words.high, words.medium, words.low],
      [[report.byConfidence.high, report.byConfidence.medium, report.byConfidence.low]],
    ),
    '',
    fill(words.unverified, {
      facts: unverified.facts,
      count: unverified.providers.length,
      providers: some(unverified.providers),
    }),
    '',
    fill(words.checkedTwice, counts),
    ...rest.map(({ provider, what }) => `- ${provider}: ${what.join(', ')}`),
    '',
    fill(words.pop3, { ...pop3, count: pop3.unknown.length, unknown: some(pop3.unknown) }),
    ...table(
      words.contradictions,
      [words.reason, words.facts, ''],
      report.contradictions.map(({ reason, count, providers: ids }) => [reason, count, some(ids)]),
    ),
    ...table(
      words.oldestFacts,
      [words.oldest, '', ''],
      report.oldest.map(({ seen, provider, what }) => [seen, provider, what]),
    ),
  ];
}

/** One row for each count, one column for each database. */
export function comparisonLines(own: Compared, others: readonly Compared[], language: string): string[] {
  const { rows, ours, lacking } = texts(language).report;
  const all = [{ ...own, name: ours }, ...others];
  const counts = (Object.keys(rows) as (keyof typeof rows)[]).map((row) => [
    rows[row],
    ...all.map(({ counts: of }, index) => {
      if (row === 'missing') return index === 0 ? '' : String(missingOf(own, of).length);
      return row === 'domains' ? String(new Set(of.domains).size) : String(of[row]);
    }),
  ]);
  const heads = all.map(({ name, version }) => (version === undefined ? name : `${name} (${version})`));
  const lists = others.flatMap(({ name, counts: of }) => {
    const missing = missingOf(own, of);
    return missing.length > 0 ? ['', fill(lacking, { name, domains: missing.join(', ') })] : [];
  });
  return [...table(undefined, ['', ...heads], counts), ...lists];
}

/** Exact domains; one under a domain of ours is found all the same, which the list marks with a star. */
function missingOf(own: Compared, { domains }: DatabaseCounts): string[] {
  const known = new Set(own.counts.domains);
  const isUnder = (domain: string) => [...known].some((above) => domain.endsWith(`.${above}`));
  const missing = [...new Set(domains)].filter((domain) => !known.has(domain)).sort();
  return missing.map((domain) => (isUnder(domain) ? `${domain}*` : domain));
}

function table(title: string | undefined, heads: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  if (rows.length === 0) return [];
  return [
    ...(title === undefined ? [] : ['', `## ${title}`, '']),
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ];
}

function some(names: readonly string[]): string {
  return `${names.slice(0, NAMES_SHOWN).join(', ')}${names.length > NAMES_SHOWN ? ', …' : ''}`;
}
