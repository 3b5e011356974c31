import { parseArgs } from 'node:util';
import { type LookUp, lookUp, type Provider, type ProviderMatch, settingsFor } from '../../core/index.ts';
import { operatorLanguage } from '../variables.ts';
import { lookUpLines, scopeOf } from './lookup-lines.ts';
import { readyKnowledge } from './ready-knowledge.ts';
import { wrongUse } from './usage.ts';

/** `postilion lookup`: what is known of an address, domain, server, mail exchanger or name. 1 when nothing is. */
export async function runLookup(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const query = positionals.join(' ');
  if (query === '') {
    return wrongUse('lookup');
  }
  const found = lookUp(await readyKnowledge(), query);
  if (values.json) console.log(JSON.stringify({ query, ...lookUpFacts(found) }));
  else for (const line of lookUpLines(query, found, operatorLanguage())) console.log(line);
  return found.kind === 'unknown' ? 1 : 0;
}

/** For programs: ids instead of whole providers, and the servers to use. */
export function lookUpFacts(found: LookUp): Record<string, unknown> {
  const { protocols, ...rest } = found;
  const asked = protocols.length > 0 ? { protocols } : {};
  if (rest.kind === 'found' || rest.kind === 'mx') {
    const { match, ...facts } = rest;
    return {
      ...facts,
      ...asked,
      ...matchFacts(match),
      servers: settingsFor(match.provider, scopeOf(match, protocols)),
      ...providerFacts(match.provider),
    };
  }
  if (rest.kind === 'ask' || rest.kind === 'typo') {
    return { kind: rest.kind, ...asked, candidates: rest.matches.map(matchFacts) };
  }
  return { ...rest, ...asked };
}

/** What a program needs beside the servers; dates and sources stand with each fact. */
function providerFacts({ traits, changes, password, support, conflicts, retired }: Provider): Record<string, unknown> {
  return { traits, changes, ...(password && { password }), ...(support && { support }), conflicts, retired };
}

function matchFacts({ provider, via, matched }: ProviderMatch): Record<string, string> {
  return { provider: provider.id, via, matched };
}
