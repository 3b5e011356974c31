import { connect } from 'node:net';
import type { MailNetwork } from '../../core/index.ts';
import { createChecks } from './check/checks.ts';
import { createResolve } from './dns.ts';
import { createGuard } from './guard/guard.ts';
import { DEFAULT_LIMITS, type Dial, type MailNetworkOptions } from './options.ts';
import { createSlots } from './slots.ts';
import { createTlsContexts } from './sockets/tls-contexts.ts';

export type { DnsAnswer, HostAddress, MxRecord, Resolve, SrvRecord } from './dns.ts';
export { createResolve } from './dns.ts';
export type { Limits, MailNetworkOptions } from './options.ts';

/**
 * Looks at mail servers and finds settings of domains: the only code that opens connections to mail servers.
 * Throws when its options are wrong (a network not in CIDR form, a resolver that is no address, a CA file that
 * cannot be read); its methods never throw.
 */
export function createMailNetwork(options: MailNetworkOptions): MailNetwork {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const resolve = options.resolve ?? createResolve(options.dnsServers);
  const guard = createGuard(resolve, options.allowNetworks);
  const contexts = createTlsContexts(options.caFile);
  const tools = { dial: options.dial ?? dialAddress, contexts, now: options.now, limits, allVersions: true };
  const slots = createSlots(limits.portsAtOnce);
  const check = createChecks({ guard, tools, slots });
  const { knowledge, log, now } = options;
  // An HTTP client and an XML parser come with discovery: who only checks servers does not wait for them.
  let discoveries: Promise<MailNetwork['discover']> | undefined;
  const discover: MailNetwork['discover'] = async (...about) => {
    discoveries ??= import('./discovery/discoveries.ts').then(({ createDiscoveries }) =>
      createDiscoveries({ knowledge, guard, resolve, tools, slots }),
    );
    return (await discoveries)(...about);
  };
  return {
    check: async (host, port, signal, watcher) => {
      const started = now();
      const result = await check(host, port, signal, watcher);
      const { status, verdict } = result;
      log.info('server-checked', { status, verdict, ms: now() - started });
      return result;
    },
    discover: async (domain, signal, watcher) => {
      const started = now();
      const result = await discover(domain, signal, watcher);
      log.info('domain-discovered', { status: result.status, ms: now() - started });
      return result;
    },
  };
}

/** Takes literal addresses only: nothing is resolved a second time. */
const dialAddress: Dial = (address, port) =>
  connect({
    host: address,
    port,
    noDelay: true,
    lookup: () => {
      throw new Error('only vetted addresses are dialled');
    },
  });
