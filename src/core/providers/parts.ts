import type { Server } from '../model.ts';

/** A part of a provider's mailboxes with servers of its own: a region, or the addresses of some domains. */
export type Part = { scope: string } | { domains: readonly string[] } | { general: true };

export interface Fitting {
  servers: Server[];
  /** Whom the servers that are left out are for. */
  others: Part[];
  /** Something is left out. */
  folded: boolean;
}

/** What tells which part is the asker's. */
export interface Asker {
  domain?: string;
  /** Normalised words of the question. */
  words?: string;
  /** Servers that the asker has in use. */
  hosts?: readonly string[];
}

/** So many address endings still stand beside each other in one table. */
const ENDINGS_SHOWN = 2;

/**
 * The servers of the asker's part, where a provider has several: told by the servers in use, by the words, by the
 * country of the address; else the general ones. A protocol that the part has no server for keeps the general one.
 */
export function fittingServers(servers: readonly Server[], asker: Asker): Fitting {
  const keyOf = asker.domain === undefined ? partOf : scopeOf;
  const keys = [...new Set(servers.map(keyOf))];
  const chosen = chosenPart(servers, keys, keyOf, asker);
  if (chosen === undefined) return { servers: [...servers], others: [], folded: false };
  const own = new Set(servers.filter((server) => keyOf(server) === chosen).map(({ protocol }) => protocol));
  const [general = GENERAL] = keys;
  const shown = servers.filter((server) => keyOf(server) === (own.has(server.protocol) ? chosen : general));
  return { servers: shown, others: partsBeside(servers, shown, keyOf), folded: shown.length < servers.length };
}

const GENERAL = '';

function scopeOf({ scope = GENERAL }: Server): string {
  return scope;
}

function partOf({ scope, domains }: Server): string {
  return scope ?? domains?.[0] ?? GENERAL;
}

/** Undefined where all may be shown together. */
function chosenPart(
  servers: readonly Server[],
  keys: readonly string[],
  keyOf: (server: Server) => string,
  { domain, words = '', hosts = [] }: Asker,
): string | undefined {
  if (keys.length < 2) return undefined;
  const inUse = servers.find(({ host }) => hosts.includes(host));
  if (inUse) return keyOf(inUse);
  const told =
    keys.find((key) => isTold(key, words)) ?? keys.find((key) => key !== GENERAL && isCountryOf(key, domain));
  const ownDomain = keys.includes(OWN_DOMAIN) && hasDomainOfTheirOwn(servers, domain) ? OWN_DOMAIN : undefined;
  const hasScopes = servers.some(({ scope }) => scope !== undefined);
  return told ?? ownDomain ?? (hasScopes || keys.length > ENDINGS_SHOWN ? keys[0] : undefined);
}

/** Mailboxes under a domain that the asker brought along; with a dash and a region where that matters too. */
const OWN_DOMAIN = 'own-domain';

function hasDomainOfTheirOwn(servers: readonly Server[], domain: string | undefined): boolean {
  return domain !== undefined && !servers.some(({ domains }) => domains?.includes(domain));
}

/** Words for a region, after simplification; a code stands for a scope, or for the end of a domain. */
const REGIONS: readonly (readonly [string, RegExp])[] = [
  [OWN_DOMAIN, /own domain|custom domain|company|business|organi[sz]ation|自有域名|自己的域名|企业|公司/],
  ['overseas', /overseas|abroad|outside (?:mainland )?china|海外|国外|境外|出海/],
  ['hangzhou', /hangzhou|杭州/],
  [
    'us',
    /\busa\b|\bu\.s\.|united states|\bthe us\b|\bus (?:server|customer|account|version|region|address)|americ|美国/,
  ],
  ['gb', /\buk\b|united kingdom|britain|england|英国/],
  ['eu', /\beu\b|europ|欧洲|欧盟/],
  ['fr', /\bfrance\b|frankreich|francia|法国/],
  ['in', /\bindia\b|印度/],
  ['jp', /\bjapan\b|日本/],
  ['au', /australia|澳大利亚|澳洲/],
  ['ca', /canada|加拿大/],
  ['cn', /\bchina\b|中国|国内/],
];

function isTold(key: string, words: string): boolean {
  if (key === GENERAL || words === '') return false;
  const code = key.includes('.') ? countryOf(key) : key;
  const region = REGIONS.find(([known]) => known === code)?.[1];
  return region ? region.test(words) : /[-\d]/.test(key) && words.includes(key);
}

function isCountryOf(key: string, domain: string | undefined): boolean {
  return domain !== undefined && (countryOf(domain) === key || `${OWN_DOMAIN}-${countryOf(domain)}` === key);
}

/** The country at the end of a domain, as ISO 3166 has it. */
function countryOf(domain: string): string {
  const last = domain.slice(domain.lastIndexOf('.') + 1);
  return last === 'uk' ? 'gb' : last;
}

function isOwnDomain(part: Part): boolean {
  return 'scope' in part && part.scope === OWN_DOMAIN;
}

/** What anybody may have comes before the many endings of a provider's own addresses. */
function partsBeside(servers: readonly Server[], shown: readonly Server[], keyOf: (server: Server) => string): Part[] {
  const seen = new Set(shown.map(keyOf));
  const parts = servers.flatMap((server): Part[] => {
    const key = keyOf(server);
    if (seen.has(key)) return [];
    seen.add(key);
    if (key === GENERAL) return [{ general: true }];
    return [server.scope === undefined ? { domains: server.domains ?? [] } : { scope: server.scope }];
  });
  return [...parts.filter(isOwnDomain), ...parts.filter((part) => !isOwnDomain(part))];
}
