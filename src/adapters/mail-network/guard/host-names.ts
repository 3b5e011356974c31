import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

/** Names that are never public, although some stand in the public suffix list (RFC 6761, 7686, 8375, 9476; ICANN's .internal). */
const SPECIAL_TLDS = new Set([
  'alt',
  'arpa',
  'corp',
  'example',
  'home',
  'internal',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'onion',
  'private',
  'test',
]);
/** `domainToASCII` cuts a path off, drops line breaks and decodes percent signs: such texts are no names. */
const NOT_IN_NAMES = /[\s\p{Cc}/\\?#@:%[\]]/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** A host name in ASCII, lower case, without its root dot, with at least two labels; undefined for anything else, addresses in any notation included. */
export function hostName(text: string): string | undefined {
  const trimmed = text.trim();
  if (NOT_IN_NAMES.test(trimmed)) return undefined;
  const name = domainToASCII(trimmed.replace(/[.。．｡]$/u, '')).toLowerCase();
  if (name.length === 0 || name.length > 253 || isIP(name) !== 0) return undefined;
  const labels = name.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || /^(\d+|0x[\da-f]*)$/.test(last)) return undefined;
  return labels.every((label) => LABEL.test(label)) ? name : undefined;
}

/** Whether a name made by `hostName` can belong to the public DNS: it has a registrable part under an ICANN suffix. */
export function isPublicName(name: string): boolean {
  const { domain, isIcann, isIp } = parse(name, { allowPrivateDomains: false });
  const tld = name.slice(name.lastIndexOf('.') + 1);
  return domain !== null && isIcann === true && isIp !== true && !SPECIAL_TLDS.has(tld);
}

/** `mail.example.co.uk` → `example.co.uk`; the name itself where there is no public suffix. */
export function registrable(name: string): string {
  return parse(name, { allowPrivateDomains: false }).domain ?? name;
}

/** Whether nobody can register below it: `co.uk`, `com`, `github.io`. */
export function isPublicSuffix(name: string): boolean {
  return parse(name, { allowPrivateDomains: true }).publicSuffix === name;
}
