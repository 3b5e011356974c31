import type { Knowledge } from '../../ports.ts';
import { gated } from '../gated.ts';
import type { Addresses } from './addresses.ts';
import { scanNames } from './names.ts';
import type { ProviderSpan } from './providers.ts';
import { isDenied, isNetwork, isRegistrar } from './whose.ts';

/** Of whom a message says that it is not theirs. */
export function deniedProviders(text: string, { domains }: Addresses, knowledge: Knowledge): string[] {
  if (text.length > LONGEST || !SAYS_NOT.test(text)) return [];
  const named = scanNames(text, knowledge.aliasFinder, (candidate) => knowledge.aliases(candidate)[0]?.provider);
  const byDomains = domains.slice(0, LOOKED_UP).map((span) => ({
    ...span,
    value: knowledge.providerByDomain(span.value)?.provider.id,
  }));
  return [...named, ...byDomains].flatMap((span) => (span.value && isDenied(text, span) ? [span.value] : []));
}

/** What is longer tells a story, in which a name that is denied comes up once more. */
const LONGEST = 500;
/** Of a list of domains nobody denies more. */
const LOOKED_UP = 4;
const SAYS_NOT = gated(/\bnot\b|n['’]?t |不是|并非/);

/** Names of whom it is not, who sold the domain, and, where the mailbox is known, whose the line is. */
export function markAsides(named: readonly ProviderSpan[], text: string, known: boolean): ProviderSpan[] {
  const others = new Set(named.filter((span) => isDenied(text, span) || isRegistrar(text, span)));
  const lines = new Set(named.filter((span) => isNetwork(text, span)));
  const alone = !known && named.every((span) => others.has(span) || lines.has(span));
  return named.map((span) =>
    others.has(span) || (lines.has(span) && !alone) ? { ...span, aside: true as const } : span,
  );
}
