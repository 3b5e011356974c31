import type { Protocol } from '../model.ts';
import type { Knowledge, ProviderMatch } from '../ports.ts';
import { BUSINESS_MAIL, businessProviders } from './business.ts';
import { homographOf } from './homograph.ts';

/** What a query that names a provider in any way comes to. */
export type LookUp = { protocols: Protocol[] } & (
  | { kind: 'found'; match: ProviderMatch }
  /** By a mail exchanger: the provider is likely, unless `certain`. */
  | { kind: 'mx'; match: ProviderMatch; certain: boolean }
  /** A filter in front of the mailboxes, which may be anywhere. */
  | { kind: 'gateway'; name: string }
  /** The name is a program or an everyday word too, or more than one provider bears it: ask which is meant. */
  | { kind: 'ask'; matches: ProviderMatch[] }
  /** Nothing bears this name, but these are spelt much like it: never used silently. */
  | { kind: 'typo'; matches: ProviderMatch[] }
  /** Letters of another script imitate this known domain. */
  | { kind: 'homograph'; known: string }
  | { kind: 'unknown'; domain?: string }
);

const PROTOCOL_WORDS: readonly [RegExp, Protocol][] = [
  [/\bimap\b/, 'imap'],
  [/\bpop3?\b/, 'pop3'],
  [/\bsmtp\b/, 'smtp'],
];
const SUGGESTIONS = 3;

/** Looks a provider up by address, domain, host, mail exchanger or name in any script; injected text is only text. */
export function lookUp(knowledge: Knowledge, query: string): LookUp {
  const typed = bareHost(readable(query));
  const isName = /[\s]/.test(typed) || !typed.includes('.');
  const protocols = isName ? PROTOCOL_WORDS.flatMap(([word, protocol]) => (word.test(typed) ? [protocol] : [])) : [];
  const subject = isName ? withoutProtocols(typed) : typed.slice(typed.lastIndexOf('@') + 1).replace(/\.$/, '');
  const found =
    byAddress(knowledge, subject) ??
    byName(knowledge, knowledge.simplify(subject)) ??
    (isName ? byNameAmongWords(knowledge, knowledge.simplify(subject)) : undefined);
  return { protocols, ...(found ?? misspelt(knowledge, subject)) };
}

/** Pictures and control characters are no part of a name. */
function readable(query: string): string {
  const plain = query
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(NOT_SAID, ' ');
  return plain.replaceAll(/\s+/g, ' ').trim();
}

const NOT_SAID = /[\p{Extended_Pictographic}\p{Cc}\uFE0F]/gu;

/** The host of a web address, or of one with its port behind it, also glued to it. */
function bareHost(text: string): string {
  if (text.includes(' ') || !text.includes('.')) return text;
  const [host = ''] = text.replace(/^[a-z]+:\/\//, '').split(/[/?#]/);
  return host.replace(/:\d+$/, '').replace(/(\.[a-z]+)\d{2,5}$/, '$1');
}

/** Words that people put around a provider's name. */
const AROUND =
  /\b(?:servers?|settings?|address|ports?|mail|e-?mail|incoming|outgoing|for|the)\b|服务器|设置|地址|端口|邮箱|信箱|邮件|的/g;

function byNameAmongWords(knowledge: Knowledge, text: string): Found | undefined {
  const rest = text.replaceAll(AROUND, ' ').replaceAll(/\s+/g, ' ').trim();
  const found = rest === '' || rest === text ? undefined : byName(knowledge, rest);
  if (found) return found;
  return BUSINESS_MAIL.test(text) ? askWhichBusiness(knowledge, text) : byOneWord(knowledge, rest);
}

function askWhichBusiness(knowledge: Knowledge, text: string): Found | undefined {
  const matches = businessProviders(knowledge).map((provider): ProviderMatch => ({
    provider,
    via: 'alias',
    matched: text,
  }));
  return matches.length > 0 ? { kind: 'ask', matches } : undefined;
}

/** A sentence in which one provider, and only one, is named for certain. */
function byOneWord(knowledge: Knowledge, text: string): Found | undefined {
  const words = text.split(' ').slice(0, WORDS_READ);
  if (words.length < 2) return undefined;
  const found = words.flatMap((word) => byName(knowledge, word) ?? byAddress(knowledge, word) ?? []);
  const certain = found.flatMap((one) => (one.kind === 'found' ? [one] : []));
  const [first, ...others] = certain;
  return others.every(({ match }) => match.provider.id === first?.match.provider.id) ? first : undefined;
}

const WORDS_READ = 40;

type Found = LookUp extends infer One ? (One extends LookUp ? Omit<One, 'protocols'> : never) : never;

function withoutProtocols(text: string): string {
  const rest = text
    .replaceAll(/\b(imap|pop3?|smtp)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return rest === '' ? text : rest;
}

function byName(knowledge: Knowledge, name: string): Found | undefined {
  const hits = knowledge.aliases(name);
  const matches = hits.flatMap((hit): ProviderMatch[] => {
    const provider = knowledge.provider(hit.provider);
    return provider ? [{ provider, via: 'alias', matched: name }] : [];
  });
  const [first] = matches;
  if (!first) return undefined;
  const unclear = matches.length > 1 || hits.some((hit) => hit.weak);
  return unclear ? { kind: 'ask', matches } : { kind: 'found', match: first };
}

/** Hosts before domains: `imap.qq.com` is a server, not a place where addresses live. */
function byAddress(knowledge: Knowledge, name: string): Found | undefined {
  if (!name.includes('.')) return undefined;
  const exchanger = byMx(knowledge, name);
  if (exchanger) return exchanger;
  const known = homographOf(knowledge, name);
  if (known !== undefined) return { kind: 'homograph', known };
  const match = knowledge.providerByHost(name) ?? knowledge.providerByDomain(name);
  return match && match.via !== 'subdomain' ? { kind: 'found', match } : undefined;
}

/** Only names that are exchangers themselves: an address domain, or a company's name, that is also an MX suffix is that. */
function byMx(knowledge: Knowledge, name: string): Found | undefined {
  if (knowledge.providerByHost(name) ?? exactDomain(knowledge, name) ?? byName(knowledge, name)) return undefined;
  const found = knowledge.providerByMx([name]);
  if (!found) return undefined;
  if ('gateway' in found) return { kind: 'gateway', name: found.gateway };
  return { kind: 'mx', match: { provider: found.provider, via: 'mx', matched: name }, certain: found.certain };
}

function exactDomain(knowledge: Knowledge, name: string): ProviderMatch | undefined {
  const match = knowledge.providerByDomain(name);
  return match?.via === 'domain' ? match : undefined;
}

function misspelt(knowledge: Knowledge, name: string): Found {
  if (!name.includes('.')) return misspeltName(knowledge, name);
  if (name.split('.').some((label) => label === '')) return { kind: 'unknown' };
  const owner = knowledge.providerByDomain(name)?.provider.id;
  const hosts = knowledge
    .nearestHosts(name, SUGGESTIONS)
    .filter(({ provider }) => owner === undefined || provider.id === owner);
  const near = hosts.length > 0 ? hosts : knowledge.nearestDomains(name, SUGGESTIONS);
  if (near.length > 0) return { kind: 'typo', matches: [...near] };
  const match = knowledge.providerByDomain(name);
  if (match) return { kind: 'found', match };
  const domain = knowledge.registrableDomain(name);
  return { kind: 'unknown', ...(domain === undefined ? {} : { domain }) };
}

/** Each provider once. A word that only says "mail" is no misspelling of a name. */
function misspeltName(knowledge: Knowledge, name: string): Found {
  if (knowledge.simplify(name).replaceAll(AROUND, '').trim() === '') return { kind: 'unknown' };
  const near = knowledge.nearestAliases(name, SUGGESTIONS);
  const matches = near.filter(({ provider }, at) => near.findIndex((one) => one.provider.id === provider.id) === at);
  return matches.length > 0 ? { kind: 'typo', matches } : { kind: 'unknown' };
}
