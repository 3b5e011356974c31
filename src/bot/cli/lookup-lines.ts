import {
  alsoRight,
  changeText,
  fill,
  isUnverified,
  localNameIn,
  type LookUp,
  type Provider,
  type ProviderMatch,
  type Server,
  type Source,
  settingsFor,
  texts,
  traitText,
} from '../../core/index.ts';
import { printable } from '../../adapters/terminal/markdown.ts';
import { systemClock } from '../clock.ts';

/** So much of a query is said back. */
const SHOWN = 80;

/** What a look-up found, for a person at a terminal: every fact with its source. */
export function lookUpLines(typed: string, found: LookUp, language: string): string[] {
  const words = texts(language).lookup;
  const query = printable(typed).slice(0, SHOWN);
  switch (found.kind) {
    case 'found':
      return [...heading(found.match, language), ...providerLines(found.match, found.protocols, language)];
    case 'mx': {
      const facts = { ...namesOf(found.match.provider, language), matched: found.match.matched };
      return [fill(words.likely, facts), ...providerLines(found.match, found.protocols, language)];
    }
    case 'gateway':
      return [fill(words.gateway, { name: found.name })];
    case 'ask':
      return severalMeanings(query, found, language);
    case 'typo':
      return [fill(words.typo, { query }), ...found.matches.map((match) => candidate(match, language))];
    case 'homograph':
      return [fill(words.homograph, { query, known: found.known })];
    case 'unknown':
      return [fill(words.unknown, { query })];
  }
}

/** A name that is an everyday word too, of one provider alone: said, and shown all the same. */
function severalMeanings(
  query: string,
  { matches, protocols }: { matches: ProviderMatch[]; protocols: LookUp['protocols'] },
  language: string,
): string[] {
  const words = texts(language).lookup;
  const [only, ...others] = matches;
  if (only && others.length === 0)
    return [fill(words.otherToo, { query }), ...heading(only, language), ...providerLines(only, protocols, language)];
  return [fill(words.which, { query }), ...matches.map((match) => candidate(match, language))];
}

function heading(match: ProviderMatch, language: string): string[] {
  const words = texts(language).lookup;
  const name = fill(words.found, namesOf(match.provider, language));
  return [`${name} — ${fill(words.foundBy[match.via], { matched: match.matched })}`, ...replacement(match, language)];
}

function replacement({ provider, matched }: ProviderMatch, language: string): string[] {
  const retired = provider.retired.find((one) => one.host === matched);
  if (retired?.replacement === undefined) return [];
  return [fill(texts(language).lookup.useInstead, { host: matched, replacement: retired.replacement })];
}

function providerLines(match: ProviderMatch, protocols: LookUp['protocols'], language: string): string[] {
  const { provider } = match;
  const words = texts(language);
  const servers = settingsFor(provider, scopeOf(match, protocols));
  return [
    ...(servers.length === 0 ? [words.lookup.noServers] : servers.map((server) => serverLine(server, language))),
    ...otherLines(match, protocols, language),
    ...passwordLines(provider, language),
    ...factLines(provider, language),
    ...provider.retired.map((retired) => retiredLine(retired, language)),
    ...provider.conflicts.map((conflict) => conflictLine(conflict, language)),
    ...supportLines(provider, language),
    ...sourceLines(provider, language),
  ];
}

/** Those that nobody is told to change, for whoever asks what we know. */
function otherLines(match: ProviderMatch, protocols: LookUp['protocols'], language: string): string[] {
  const { domain } = scopeOf(match, []);
  const others = alsoRight(match.provider, domain).filter(
    ({ protocol }) => protocols.length === 0 || protocols.includes(protocol),
  );
  if (others.length === 0) return [];
  return [texts(language).lookup.alsoRight, ...others.map((server) => serverLine(server, language))];
}

/** Traits and dated changes, without the marks of Markdown. */
function factLines(provider: Provider, language: string): string[] {
  const reader = { texts: texts(language), language, now: systemClock.now() };
  const lines = [
    ...provider.traits.map((trait) => traitText(trait, provider, reader)),
    ...provider.changes.map((change) => changeText(change, provider, reader)),
  ];
  return lines.map((line) => `- ${line.replaceAll(/\*\*|`/g, '')}`);
}

function retiredLine({ host, replacement }: Provider['retired'][number], language: string): string {
  const words = texts(language);
  return `- ${
    replacement === undefined
      ? fill(words.answers.host.gone, { typed: host }).replaceAll('`', '')
      : fill(words.lookup.useInstead, { host, replacement })
  }`;
}

function serverLine(server: Server, language: string): string {
  const { protocols, security, username } = texts(language).answers;
  const cells = [protocols[server.protocol], server.host, String(server.port), security[server.security]];
  const scope = [...(server.domains ?? []), ...(server.scope === undefined ? [] : [server.scope])];
  const marks = isUnverified(server) ? ['?'] : [];
  const limits = scope.length > 0 ? [`[${scope.slice(0, 4).join(', ')}${scope.length > 4 ? ', …' : ''}]`] : [];
  return `  ${[...cells, username[server.username], ...limits, ...marks].join(' · ')}`;
}

function passwordLines({ password }: Provider, language: string): string[] {
  if (!password) return [];
  const { lookup, traits } = texts(language);
  const name = localNameIn(password, language) ?? traits.passwords[password.kind];
  return [fill(lookup.password, { name: [name, password.url].filter((part) => part !== undefined).join(' · ') })];
}

function conflictLine({ what, values, reason }: Provider['conflicts'][number], language: string): string {
  const said = values.map(({ value, sources }) => `${value} (${sources.map((source) => source.id).join(', ')})`);
  const { lookup, facts } = texts(language);
  return `${fill(lookup.conflict, { what, values: said.join(' / ') })} — ${facts.reasons[reason]}`;
}

function supportLines({ support }: Provider, language: string): string[] {
  if (!support) return [];
  const ways = [support.url, support.phone, support.hours].filter((way) => way !== undefined);
  return [fill(texts(language).lookup.support, { support: ways.join(' · ') })];
}

function sourceLines(provider: Provider, language: string): string[] {
  const { servers, alsoOffered, traits, changes, retired } = provider;
  const all = [...servers, ...alsoOffered, ...traits, ...changes, ...retired].flatMap((fact) => fact.sources);
  const bySource = new Map<string, Source>(all.map((source) => [source.id, source]));
  if (bySource.size === 0) return [];
  const lines = [...bySource.values()].map(
    ({ label, seen, url }) => `  ${label}, ${seen}${url === undefined ? '' : ` ${url}`}`,
  );
  return [`${texts(language).lookup.sources}:`, ...lines];
}

function candidate(match: ProviderMatch, language: string): string {
  const name = fill(texts(language).lookup.found, namesOf(match.provider, language));
  return `- ${match.matched} — ${name}`;
}

function namesOf({ id, names }: Provider, language: string): { provider: string; id: string } {
  return { id, provider: names[language] ?? names['en'] ?? id };
}

/** A match by domain tells which of the provider's servers are meant. */
export function scopeOf(
  { via, matched }: ProviderMatch,
  protocols: LookUp['protocols'],
): NonNullable<Parameters<typeof settingsFor>[1]> {
  return { protocols, ...(via === 'domain' || via === 'subdomain' ? { domain: matched } : {}) };
}
