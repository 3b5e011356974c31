import type { ServerEntry } from '../schema.ts';
import { type FactsRecord, type FactsServer, sourceKeysOf } from './record.ts';

const EMAIL_DOMAIN = '%emaildomain%';
/** Data sets that copy hosts by pattern: alone they do not outweigh one that is maintained by hand. */
const WEAK_SOURCES = new Set(['k9', 'mailcore2', 'nodemailer']);

/**
 * Servers of one provider from all its records. `scoped` keeps the servers of each record to that record's domains.
 */
export function importServers(records: readonly FactsRecord[]): ServerEntry[] {
  const scoped = records.filter((record) => record.servers.length > 0 && record.domains.length > 0).length > 1;
  const regional = records.filter((record) => record.domains.length === 0 && record.servers.length > 0).length > 1;
  const servers = records.flatMap((record, index) => {
    const usable = record.servers.filter((server) => isWorthKeeping(server, record.servers));
    const scope = regional && index > 0 ? regionOf(record.id) : undefined;
    return usable.flatMap((server) => entries(server, record, scoped ? record.domains : undefined, scope));
  });
  const all = new Set(records.flatMap((record) => record.domains));
  return mergeEqual(servers).map((server) => withoutIdleScope(server, all.size));
}

/** Port 25 is for servers among themselves; it stays only where nothing else is known. TLS ports speak TLS from the start. */
function isWorthKeeping(server: FactsServer, all: readonly FactsServer[]): boolean {
  if (isDoubtful(server, all)) return false;
  if (server.security !== 'tls' && [465, 993, 995].includes(server.port)) return false;
  if (server.port === 587 && server.security === 'tls' && isWeak(server)) return false;
  if (server.protocol !== 'smtp' || server.port !== 25) return true;
  return !all.some((other) => other.protocol === 'smtp' && other.port !== 25);
}

/** A host for single domains that only copied lists name, beside one for all: it stays as a contradiction only. */
function isDoubtful(server: FactsServer, all: readonly FactsServer[]): boolean {
  return (
    server.onlyDomains !== undefined &&
    isWeak(server) &&
    all.some((other) => other.protocol === server.protocol && !other.onlyDomains && other.host !== server.host)
  );
}

function isWeak({ sources }: FactsServer): boolean {
  return sources.every((source) => WEAK_SOURCES.has(source));
}

function entries(
  server: FactsServer,
  record: FactsRecord,
  domains: string[] | undefined,
  scope: string | undefined,
): ServerEntry[] {
  const source = sourceKeysOf(server.sources);
  if (source.length === 0) return [];
  const entry = (host: string, only: string[] | undefined): ServerEntry => ({
    protocol: server.protocol,
    host,
    port: server.port,
    security: server.security === 'plain' ? 'none' : server.security,
    ...usernameOf(server.usernameForm),
    ...(only && only.length > 0 ? { domains: only } : {}),
    ...(scope === undefined ? {} : { scope }),
    source: source.length === 1 ? (source[0] ?? '') : source,
  });
  if (!server.host.includes(EMAIL_DOMAIN)) return [entry(server.host, ownDomains(server, record) ?? domains)];
  return record.domains.map((domain) => entry(server.host.replace(EMAIL_DOMAIN, domain), [domain]));
}

/** A restriction to all of a record's domains, or on a host that serves the others too, is none. */
function ownDomains(server: FactsServer, record: FactsRecord): string[] | undefined {
  const only = server.onlyDomains?.filter((domain) => record.domains.includes(domain));
  if (only === undefined || only.length === record.domains.length) return undefined;
  const general = record.servers.some(
    (other) => other.protocol === server.protocol && other.host === server.host && !other.onlyDomains,
  );
  return general ? undefined : only;
}

function usernameOf(form: string): Pick<ServerEntry, 'username'> {
  if (form === 'local-part') return { username: 'local-part' };
  return form === 'full-address' || form === 'unspecified' ? {} : { username: 'other' };
}

function regionOf(id: string): string {
  return id.toLowerCase().replace(/^[a-z]+-(?=[a-z]+-)/, '');
}

/** The same server from two records is one server for the domains of both. */
function mergeEqual(servers: readonly ServerEntry[]): ServerEntry[] {
  const merged = new Map<string, ServerEntry>();
  for (const server of servers) {
    const key = [server.protocol, server.host, server.port, server.security, server.scope].join(' ');
    const known = merged.get(key);
    merged.set(key, known ? union(known, server) : server);
  }
  return [...merged.values()];
}

/** A server for every domain is for no domain in particular. */
function withoutIdleScope({ domains, ...server }: ServerEntry, all: number): ServerEntry {
  return domains === undefined || domains.length === all ? server : { ...server, domains };
}

function union(a: ServerEntry, b: ServerEntry): ServerEntry {
  const { domains: _, ...rest } = a;
  const source = [...new Set([a.source, b.source].flat())];
  const domains = a.domains && b.domains ? [...new Set([...a.domains, ...b.domains])] : undefined;
  return {
    ...rest,
    source: source.length === 1 ? (source[0] ?? '') : source,
    ...(domains ? { domains } : {}),
  };
}
