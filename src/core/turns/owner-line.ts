import { type Asker, type ServerOwner, serverOwner } from '../diagnosis/server-owner.ts';
import { fill, texts } from '../locales/index.ts';
import type { Level } from '../model.ts';
import { nameOf } from '../intents/provider-blocks.ts';
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
      return { best: 'good', line: fill(owner.retired ? owners.retired : owners.provider, named(owner.id)) };
    case 'own-domain':
      return { best: 'good', line: fill(owners.ownDomain, { domain: owner.domain }) };
    case 'look-alike':
      return { best: 'risky', line: fill(owners.lookAlike, { ...named(owner.id), hosts: hostsOf(owner) }) };
    case 'other-servers':
      return { best: 'unknown', line: fill(owners.otherServers, { domain: owner.domain, hosts: list(owner.hosts) }) };
    case 'unknown':
      return { best: 'unknown', line: owners.unknown };
  }

  function named(id: string): { provider: string } {
    const provider = knowledge.provider(id);
    return { provider: provider ? nameOf(provider, language) : id };
  }

  function hostsOf({ id }: Extract<ServerOwner, { kind: 'look-alike' }>): string {
    return list((knowledge.provider(id)?.servers ?? []).map((server) => server.host));
  }
}

function list(hosts: readonly string[]): string {
  return [...new Set(hosts)].slice(0, HOSTS_NAMED).join(', ');
}
