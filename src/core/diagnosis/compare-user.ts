import type { Finding, PastedServer, Protocol, Provider, Server } from '../model.ts';
import { finding, type Truth } from './truth.ts';

/** Whether the user name has the form that is wanted, and the way to sign in is one that is accepted. */
export function compareUser(
  { username, signIn }: PastedServer,
  protocol: Protocol,
  published: readonly Server[],
  { provider }: Truth,
): Finding[] {
  return [
    ...userFinding(username, protocol, published, provider),
    ...(signIn === 'password' && provider ? passwordFinding(provider) : []),
  ];
}

function userFinding(
  username: string | undefined,
  protocol: Protocol,
  published: readonly Server[],
  provider: Provider | undefined,
): Finding[] {
  if (username === undefined) return [];
  const full = username.includes('@');
  if (published[0]?.username === 'full-address' && !full) return [finding('username-needs-full-address', 'warning')];
  const localPart = provider?.traits.some((trait) => trait.code === 'username-local-part-for-imap') ?? false;
  return full && protocol === 'imap' && localPart ? [finding('username-local-part-for-imap', 'warning')] : [];
}

function passwordFinding({ id, traits }: Provider): Finding[] {
  const has = (code: string): boolean => traits.some((trait) => trait.code === code);
  if (!has('oauth2-only')) return [];
  return [finding(has('admin-must-allow') ? 'needs-oauth2-or-admin' : 'needs-oauth2', 'problem', { provider: id })];
}
