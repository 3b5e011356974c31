import { parse } from 'tldts';

/** Short labels have too many neighbours for two edits (163 and 126, bt and att); of one letter every name is one edit from all. */
const SHORT_LABEL = 4;
const TINY_LABEL = 1;

/** How many edits a typed domain may be away; a suffix that does not exist (.con) is one certain mistake. */
export function editsForDomain(domain: string): 0 | 1 | 2 {
  const { isIcann, domainWithoutSuffix } = parse(domain, { allowPrivateDomains: false });
  const label = domainWithoutSuffix ?? domain.split('.').at(-2) ?? '';
  const inLabel = label.length > SHORT_LABEL ? 2 : label.length > TINY_LABEL ? 1 : 0;
  return isIcann === true ? inLabel : inLabel === 0 ? 1 : 2;
}

/** Names of people's own language: a swap or a slip; two only in long ones. */
export function editsForName(name: string): 1 | 2 {
  return name.length > 8 ? 2 : 1;
}

/** `mail.example.co.uk` → `example.co.uk`; undefined for names without a public suffix. */
export function registrableDomain(host: string): string | undefined {
  const { domain, isIcann, isPrivate, isIp } = parse(host, { allowPrivateDomains: false, validateHostname: true });
  return domain === null || isIp === true || (isIcann !== true && isPrivate !== true) ? undefined : domain;
}

/** Names so well known, and so unlike a word, that another ending is a slip (gmail.co.uk, 163.com.cn). */
const OWN_NAME = /^(?:[a-z]{5,}|\d{3})$/;

/** The same name under `.com`; undefined where it is that already, or a name that anybody may bear. */
export function underCom(domain: string): string | undefined {
  const { domainWithoutSuffix: label, publicSuffix, subdomain } = parse(domain, { allowPrivateDomains: false });
  const own = typeof label === 'string' && OWN_NAME.test(label) && subdomain === '' && publicSuffix !== 'com';
  return own ? `${label}.com` : undefined;
}
