import { type Asker, serverOwner } from '../diagnosis/server-owner.ts';
import { nameOf } from '../intents/provider-name.ts';
import { fill, texts } from '../locales/index.ts';
import type { Level } from '../model.ts';
import type { Knowledge } from '../ports.ts';

/** Servers named beside a look-alike. */
const HOSTS_NAMED = 3;

/** The second verdict in words, and the best that it lets the whole be called. */
export function ownerLine(
  host: string,
  knowledge: Knowledge,
  language: string,
  asker: Asker = {},
): { line: string; best: Level } {
  const { owners } = texts(language).check;
  const owner = serverOwner(host, knowledge, asker);
  switch (owner.kind) {
    case 'provider':
      return {
        best: 'good',
        line: fill(owner.retired ? owners.retired : owners.provider, named(owner.id, knowledge, language)),
      };
    case 'own-domain':
      return { best: 'good', line: fill(owners.ownDomain, { domain: owner.domain }) };
    case 'look-alike':
      return { best: 'risky', line: fill(owners.lookAlike, named(owner.id, knowledge, language)) };
    case 'other-servers':
      return { best: 'unknown', line: fill(owners.otherServers, { domain: owner.domain, hosts: list(owner.hosts) }) };
    case 'unknown':
      return { best: 'unknown', line: owners.unknown };
  }
}

/** What to say of a name that does not exist, where we know a provider that it belongs to or resembles. */
export function notFoundLine(host: string, knowledge: Knowledge, language: string): string | undefined {
  const { notFound } = texts(language).check;
  const owner = serverOwner(host, knowledge);
  switch (owner.kind) {
    case 'provider':
      return told(owner.retired ? notFound.retired : notFound.provider, owner.id);
    case 'look-alike':
      return told(notFound.lookAlike, owner.id);
    default:
      return undefined;
  }

  function told(words: string, id: string): string {
    return fill(words, { host, ...named(id, knowledge, language) });
  }
}

function named(id: string, knowledge: Knowledge, language: string): { provider: string; hosts: string } {
  const provider = knowledge.provider(id);
  return {
    provider: provider ? nameOf(provider, language) : id,
    hosts: list((provider?.servers ?? []).map((server) => server.host)),
  };
}

function list(hosts: readonly string[]): string {
  return [...new Set(hosts)].slice(0, HOSTS_NAMED).join(', ');
}
