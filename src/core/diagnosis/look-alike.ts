import type { Knowledge } from '../ports.ts';

/**
 * The provider whose name a host bears without being its server: `imap.qq-safe.example`, `imap.qq.com.example.net`,
 * `imap.gmial.com`. Hosts in a provider's own domains are not meant, known or not.
 */
export function looksLike(host: string, knowledge: Knowledge): string | undefined {
  const registered = knowledge.registrableDomain(host);
  if (registered === undefined || knowledge.providerByDomain(registered)?.via === 'domain') return undefined;
  return domainInside(host, registered, knowledge) ?? nameInside(registered, knowledge) ?? mistyped(host, knowledge);
}

/** A whole known domain in front of another one. */
function domainInside(host: string, registered: string, knowledge: Knowledge): string | undefined {
  const labels = host.slice(0, -registered.length - 1).split('.');
  const pairs = labels.slice(1).map((label, index) => `${labels[index] ?? ''}.${label}`);
  return first(pairs, (domain) => {
    const match = knowledge.providerByDomain(domain);
    return match?.via === 'domain' ? match.provider.id : undefined;
  });
}

/** A known name between hyphens. */
function nameInside(registered: string, knowledge: Knowledge): string | undefined {
  const words = (registered.split('.')[0] ?? '').split('-');
  return first(words, (word) => knowledge.aliases(word).find(({ weak }) => !weak)?.provider);
}

function mistyped(host: string, knowledge: Knowledge): string | undefined {
  return knowledge.nearestHosts(host, 1)[0]?.provider.id;
}

function first(candidates: readonly string[], find: (candidate: string) => string | undefined): string | undefined {
  for (const candidate of candidates) {
    const found = find(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}
