import type { Provider, Server } from '../../src/core/model.ts';
import { isUnverified } from '../../src/core/providers/freshness.ts';
import type { ProviderEntry, ServerEntry } from '../schema.ts';
import { type SourceResolver, withSources } from './sources.ts';

/** Those to recommend, in order, and those that are right too where somebody has them. */
export function compileServers(
  entry: ProviderEntry,
  sources: SourceResolver,
): Pick<Provider, 'servers' | 'alsoOffered'> {
  const compile = (server: ServerEntry): Server => compileServer(server, entry, sources);
  const merged = mergedServers(entry).map(compile);
  const isNeedless = (server: Server): boolean => isUnverified(server) && hasConfirmedRival(server, merged);
  return {
    servers: merged.filter((server) => !isNeedless(server)),
    alsoOffered: [...merged.filter(isNeedless), ...otherServers(entry).map(compile)],
  };
}

/** For the same people somebody confirmed another server that is encrypted. */
function hasConfirmedRival({ protocol, scope, domains }: Server, all: readonly Server[]): boolean {
  const rivals = all.filter((other) => other.protocol === protocol && other.scope === scope);
  return rivals.some(
    (other) => String(other.domains) === String(domains) && other.security !== 'none' && !isUnverified(other),
  );
}

function compileServer(entered: ServerEntry, entry: ProviderEntry, sources: SourceResolver): Server {
  const { username = entry.username ?? 'full-address', recommended: _, ...server } = entered;
  return { ...withSources(server, sources), username };
}

/**
 * Curated servers replace the imported ones of the same protocol, and what is known not to be offered outweighs a
 * list that names a server for it. Plaintext comes last whoever lists it.
 */
function mergedServers(entry: ProviderEntry): ServerEntry[] {
  const curated = entry.servers?.filter(({ recommended }) => recommended !== false) ?? [];
  const settled = new Set(curated.map((server) => server.protocol));
  const all = [...curated, ...offeredImports(entry).filter((server) => !settled.has(server.protocol))];
  return [...all.filter((server) => server.security !== 'none'), ...all.filter((server) => server.security === 'none')];
}

/** What the curated servers replaced, or stand before, goes on working: it is left out of answers, not called wrong. */
function otherServers(entry: ProviderEntry): ServerEntry[] {
  const merged = new Set(mergedServers(entry).map(endpoint));
  const retired = new Set(entry.retired?.map(({ host }) => host));
  const listed = [...(entry.servers ?? []), ...offeredImports(entry).filter(isCredible)];
  return listed.filter(
    (server) => server.security !== 'none' && !retired.has(server.host) && !merged.has(endpoint(server)),
  );
}

function endpoint({ protocol, host, port, security }: ServerEntry): string {
  return `${protocol} ${host}:${port}/${security}`;
}

function offeredImports(entry: ProviderEntry): ServerEntry[] {
  const traits = [...(entry.traits ?? []), ...(entry.imported?.traits ?? [])].map((trait) => trait.code);
  const refused = notOffered(traits);
  return (entry.imported?.servers ?? []).filter((server) => !refused.includes(server.protocol));
}

function notOffered(traits: readonly string[]): string[] {
  if (traits.includes('no-direct-access')) return ['imap', 'pop3', 'smtp'];
  return traits.flatMap((code) => (code.startsWith('no-') ? [code.slice('no-'.length)] : []));
}

/** Where TLS begins on request, it does not begin at once; a port of IMAP is none of POP3: slips that lists have. */
const PLAIN_FIRST = new Set([110, 143]);
const OF_ONE_PROTOCOL = new Map<number, ServerEntry['protocol']>([
  [110, 'pop3'],
  [143, 'imap'],
  [465, 'smtp'],
  [587, 'smtp'],
  [993, 'imap'],
  [995, 'pop3'],
]);

function isCredible({ protocol, port, security }: ServerEntry): boolean {
  const isSlip = security === 'tls' && PLAIN_FIRST.has(port);
  return !isSlip && (OF_ONE_PROTOCOL.get(port) ?? protocol) === protocol;
}
