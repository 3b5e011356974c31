import { Resolver } from 'node:dns/promises';

export interface HostAddress {
  address: string;
  family: 4 | 6;
}

export interface MxRecord {
  host: string;
  preference: number;
}

/** `host` is '' where the target is ".": not offered (RFC 2782). */
export interface SrvRecord {
  host: string;
  port: number;
  priority: number;
  weight: number;
}

/** `none`: the name exists without such records. A CNAME loop counts as `none`. */
export type DnsAnswer<T> =
  | { status: 'found'; records: T[] }
  | { status: 'none' }
  | { status: 'no-such-name' }
  | { status: 'failed' };

/** Names in, records out; never throws. */
export interface Resolve {
  addresses(host: string, signal: AbortSignal): Promise<DnsAnswer<HostAddress>>;
  mx(domain: string, signal: AbortSignal): Promise<DnsAnswer<MxRecord>>;
  srv(name: string, signal: AbortSignal): Promise<DnsAnswer<SrvRecord>>;
  /** What a name is only another name for (CNAME). */
  alias(name: string, signal: AbortSignal): Promise<DnsAnswer<string>>;
}

/** First wait for one server; c-ares doubles it for the second try. */
const QUERY_MS = 600;
const TRIES = 2;

/** Asks DNS alone: no hosts file, no search domains. `servers` are addresses with or without a port; throws for anything else. */
export function createResolve(servers: readonly string[] = []): Resolve {
  if (servers.length > 0) new Resolver().setServers(servers);

  function ask<T>(query: (resolver: Resolver) => Promise<T[]>, signal: AbortSignal): Promise<DnsAnswer<T>> {
    const resolver = new Resolver({ timeout: QUERY_MS, tries: TRIES });
    if (servers.length > 0) resolver.setServers(servers);
    return answerOf(query(resolver), resolver, signal);
  }

  return {
    addresses: async (host, signal) => {
      const [four, six] = await Promise.all([
        ask((resolver) => resolver.resolve4(host), signal),
        ask((resolver) => resolver.resolve6(host), signal),
      ]);
      return joinFamilies(four, six);
    },
    mx: (domain, signal) =>
      ask(async (resolver) => {
        const records = await resolver.resolveMx(domain);
        return records.map(({ exchange, priority }) => ({ host: plain(exchange), preference: priority }));
      }, signal),
    alias: (name, signal) =>
      ask(async (resolver) => (await resolver.resolveCname(name)).map((target) => plain(target)), signal),
    srv: (name, signal) =>
      ask(async (resolver) => {
        const records = await resolver.resolveSrv(name);
        return records.map(({ name, port, priority, weight }) => ({ host: plain(name), port, priority, weight }));
      }, signal),
  };
}

async function answerOf<T>(query: Promise<T[]>, resolver: Resolver, signal: AbortSignal): Promise<DnsAnswer<T>> {
  const cancel = (): void => resolver.cancel();
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const records = await query;
    return records.length > 0 ? { status: 'found', records } : { status: 'none' };
  } catch (error) {
    return { status: failureStatus(error) };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function failureStatus(error: unknown): 'none' | 'no-such-name' | 'failed' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENODATA') return 'none';
  if (code === 'ENOTFOUND' || code === 'EBADNAME') return 'no-such-name';
  return 'failed';
}

/** A family that cannot be asked does not hide the other; both failing is a failure. */
export function joinFamilies(four: DnsAnswer<string>, six: DnsAnswer<string>): DnsAnswer<HostAddress> {
  const records = [...withFamily(four, 4), ...withFamily(six, 6)];
  if (records.length > 0) return { status: 'found', records };
  if (four.status === 'failed' || six.status === 'failed') return { status: 'failed' };
  return four.status === 'no-such-name' ? four : { status: 'none' };
}

function withFamily(answer: DnsAnswer<string>, family: 4 | 6): HostAddress[] {
  return answer.status === 'found' ? answer.records.map((address) => ({ address, family })) : [];
}

function plain(host: string): string {
  return host.replace(/\.$/, '').toLowerCase();
}
