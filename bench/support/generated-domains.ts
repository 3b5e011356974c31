import type { CompiledKnowledge } from '../../data/build.ts';
import type { Provider } from '../../src/core/index.ts';

const CONSONANTS = 'bcdfghjklmnprstvwxyz';
const VOWELS = 'aeiou';
const SYLLABLES = CONSONANTS.length * VOWELS.length;
const ENDINGS = ['com', 'net', 'org', 'de', 'cn', 'co.uk', 'com.tw', 'fr'];
/** Numbers are shuffled within 2^24 by an odd factor, so that neighbours have nothing in common. */
const SPACE = 2 ** 24;
const FACTOR = 0x9e3779b1;
const DOMAINS_OF_ONE = 20;

/** A domain for each number below 2^24; always the same one, no two alike. */
export function domainOf(number: number): string {
  let rest = Math.imul(number, FACTOR) & (SPACE - 1);
  let label = '';
  for (let syllable = 0; syllable < 4; syllable++) {
    const one = rest % SYLLABLES;
    label += (CONSONANTS[Math.floor(one / VOWELS.length)] ?? '') + (VOWELS[one % VOWELS.length] ?? '');
    rest = Math.floor(rest / SYLLABLES);
  }
  return `${label}${number % 3 === 0 ? 'mail' : ''}.${ENDINGS[number % ENDINGS.length] ?? 'com'}`;
}

/** One slip of a finger in the label, at a place that the number decides. */
export function misspelt(domain: string, number: number): string {
  const at = number % (domain.indexOf('.') - 1);
  const [before, letter, after] = [domain.slice(0, at), domain[at] ?? '', domain.slice(at + 1)];
  switch (number % 4) {
    case 0:
      return before + after;
    case 1:
      return `${before}${letter}q${after}`;
    case 2:
      return `${before}q${after}`;
    default:
      return before + (after[0] ?? '') + letter + after.slice(1);
  }
}

/** Providers with so many domains in all, and nothing else. */
export function generatedKnowledge(count: number): CompiledKnowledge {
  const providers = Array.from({ length: Math.ceil(count / DOMAINS_OF_ONE) }, (_, index) => providerOf(index, count));
  return { providers, aliases: [], gateways: [], topics: [], errors: [], clients: [], utterances: [] };
}

function providerOf(index: number, count: number): Provider {
  const first = index * DOMAINS_OF_ONE;
  const length = Math.min(DOMAINS_OF_ONE, count - first);
  const domains = Array.from({ length }, (_, place) => domainOf(first + place));
  const sources = [{ id: 'made', kind: 'import', label: 'made by the bench', seen: '2026-01-01' } as const];
  const server = { security: 'tls', username: 'full-address', sources, confidence: 'low' } as const;
  return {
    id: `p${index}`,
    kind: 'mailbox',
    names: { en: `Provider ${index}` },
    rank: index + 1,
    domains,
    alsoOffered: [],
    servers: [
      { protocol: 'imap', host: `imap.${domains[0]}`, port: 993, ...server },
      { protocol: 'smtp', host: `smtp.${domains[0]}`, port: 465, ...server },
    ],
    traits: [],
    changes: [],
    retired: [],
    conflicts: [],
    documentation: [],
    mx: [],
  };
}
