import {
  type DiscoveredServer,
  type Discovery,
  fill,
  homographOf,
  type Knowledge,
  type Texts,
  texts,
} from '../../core/index.ts';

type Words = Texts['answers']['discovery'];

/** What a domain's discovery found, for a person at a terminal: who hosts it, and every server with where it was found. */
export function discoverLines(found: Discovery, knowledge: Knowledge, language: string): string[] {
  const { answers, check } = texts(language);
  return [
    ...imitation(found.domain, knowledge, language),
    plain(fill(headline(found, knowledge, answers.discovery), factsOf(found, knowledge, language))),
    ...found.servers.map((server) => serverLine(server, check)),
    ...remarks(found, texts(language)),
  ];
}

/** Whatever is found there, it is not what it looks like. */
function imitation(domain: string, knowledge: Knowledge, language: string): string[] {
  const known = homographOf(knowledge, domain);
  return known === undefined ? [] : [fill(texts(language).lookup.homograph, { query: domain, known })];
}

function headline({ status, provider, servers }: Discovery, knowledge: Knowledge, words: Words): string {
  switch (status) {
    case 'found':
      if (provider && knowledge.provider(provider.id)) return provider.certain ? words.hostedCertain : words.hostedAt;
      return servers.every(({ trust }) => trust === 'guess') ? words.guess : words.found;
    case 'nothing-found':
      return words.nothing;
    case 'domain-not-found':
      return words.noDomain;
    case 'refused':
      return words.refused;
    case 'dns-failure':
      return words.dns;
    case 'rate-limited':
      return words.limited;
  }
}

function factsOf({ domain, provider }: Discovery, knowledge: Knowledge, language: string): Record<string, string> {
  const names = provider && knowledge.provider(provider.id)?.names;
  return { domain, provider: names?.[language] ?? names?.['en'] ?? provider?.id ?? '' };
}

function serverLine({ protocol, host, port, security, via }: DiscoveredServer, check: Texts['check']): string {
  const mode = check.details.modes[security];
  return `  ${protocol.toUpperCase().padEnd(4)}  ${host}:${port}  ${mode}  (${check.discovery.via[via]})`;
}

function remarks(found: Discovery, { answers, check }: Texts): string[] {
  const { domain, gateway, nullMx, notOffered = [], disagreements } = found;
  const lines = notOffered.map((protocol) =>
    fill(check.discovery.notOffered, { domain, protocol: protocol.toUpperCase() }),
  );
  if (nullMx === true) lines.push(fill(check.discovery.nullMx, { domain }));
  if (gateway !== undefined) lines.push(fill(answers.discovery.gateway, { gateway }));
  if (disagreements.length > 0) lines.push(answers.discovery.disagree);
  return lines.map(plain);
}

/** The answers' small Markdown means nothing to a terminal. */
function plain(text: string): string {
  return text.replaceAll(/\*\*|`/g, '');
}
