import type { Discovery, Knowledge, MailNetwork } from '../../../core/index.ts';
import { createCache } from '../cache.ts';
import type { CheckTools } from '../check/talk.ts';
import { pause } from '../deadline.ts';
import type { Resolve } from '../dns.ts';
import type { Guard } from '../guard/guard.ts';
import { registrable } from '../guard/host-names.ts';
import type { Slots } from '../slots.ts';
import { printable } from '../sockets/printable.ts';
import { createHttps } from './https.ts';
import { climb } from './ladder.ts';

export interface DiscoveryParts {
  knowledge: Knowledge;
  guard: Guard;
  resolve: Resolve;
  tools: CheckTools;
  slots: Slots;
}

/** Discovery with everything around it: the guard, the uniform refusal, the cache and the limits. */
export function createDiscoveries(parts: DiscoveryParts): MailNetwork['discover'] {
  const { guard, tools, knowledge, resolve, slots } = parts;
  const { limits, now, dial, contexts } = tools;
  const cache = createCache<Discovery>(limits.cacheMs, now);
  const fetchText = createHttps({ guard, dial, connectMs: limits.connectMs, contexts });
  const ladder = { knowledge, guard, resolve, fetchText, slots, checks: { ...tools, allVersions: false } };

  function without(domain: string, status: Discovery['status']): Discovery {
    return { domain, status, mx: [], servers: [], disagreements: [], checkedAt: now() };
  }

  return async (text, signal, { admit } = {}) => {
    // The part before the @ goes no further than this line.
    const written = text.slice(text.lastIndexOf('@') + 1);
    const domain = guard.name(written);
    if (domain === undefined) {
      await pause(limits.refusalMs, signal);
      return without(printable(written), 'refused');
    }
    const limit = cache.has(domain) ? undefined : await admit?.(registrable(domain));
    if (limit) return { ...without(domain, 'rate-limited'), limit };
    const work = {
      key: domain,
      make: (all: AbortSignal) => climb(domain, ladder, all),
      keep: ({ status }: Discovery) => status === 'found' || status === 'nothing-found',
    };
    return (await cache.get(work, signal)) ?? without(domain, 'dns-failure');
  };
}
