import { isPublicSuffix } from '../guard/host-names.ts';

export type NameProblem = 'no-names' | 'strange-name' | 'wildcard-too-wide' | 'name-mismatch';

/** A name as DNS can have it, the first label perhaps a wildcard: no NUL, no space, no port. */
const PLAIN_NAME = /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i;

/**
 * Whether the names of a certificate cover a host (RFC 9525): DNS names alone, never the subject's common name,
 * a wildcard only as the whole first label and never over a public suffix.
 */
export function nameProblem(host: string, names: readonly string[]): NameProblem | undefined {
  if (names.length === 0) return 'no-names';
  const plain = names.filter((name) => PLAIN_NAME.test(name)).map((name) => name.toLowerCase().replace(/\.$/, ''));
  const matches = plain.filter((name) => covers(name, host));
  if (matches.some((name) => !isTooWide(name))) return undefined;
  if (matches.length > 0) return 'wildcard-too-wide';
  return plain.length < names.length ? 'strange-name' : 'name-mismatch';
}

function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith('*.') && name.slice(2) === host.slice(host.indexOf('.') + 1));
}

function isTooWide(name: string): boolean {
  return name.startsWith('*.') && isPublicSuffix(name.slice(2));
}
