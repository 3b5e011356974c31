import type { Protocol, Provider, Server, TraitCode, UsernameForm } from '../model.ts';
import { settingsFor } from '../providers/index.ts';

/** Why there is no file for a provider; each has a text in the locales. */
export type NoFile = 'no-access' | 'bridge' | 'no-servers' | 'incomplete' | 'oauth2-only' | 'domain-needed';

/** Whose mailbox it is for: the whole address, or only its domain, or neither. */
export interface AccountOf {
  address?: string;
  domain?: string;
}

export interface Account {
  provider: Provider;
  address?: string;
  domain?: string;
  /** Each in order of preference; incoming IMAP first. Never plaintext. */
  incoming: [Server, ...Server[]];
  outgoing: [Server, ...Server[]];
}

const NO_ACCESS: readonly TraitCode[] = ['no-direct-access', 'not-a-mailbox', 'product-ask-admin', 'closed'];

/** What a file would set up, or why there is none. */
export function accountOf(provider: Provider, { address, domain = domainOf(address) }: AccountOf): Account | NoFile {
  const is = (code: TraitCode) => provider.traits.some((trait) => trait.code === code);
  if (provider.kind !== 'mailbox' || NO_ACCESS.some((code) => is(code))) return 'no-access';
  if (is('bridge-only')) return 'bridge';
  const servers = settingsFor(provider, domain === undefined ? {} : { domain }).filter(({ scope }) => !scope);
  if (servers.length === 0) return 'no-servers';
  const incoming = [...ofProtocol(servers, 'imap'), ...ofProtocol(servers, 'pop3')];
  const outgoing = ofProtocol(servers, 'smtp');
  if (!isFilled(incoming) || !isFilled(outgoing)) return 'incomplete';
  if (domain === undefined && [incoming[0], outgoing[0]].some((server) => server.domains)) return 'domain-needed';
  return {
    provider,
    ...(address !== undefined && { address }),
    ...(domain !== undefined && { domain }),
    incoming,
    outgoing,
  };
}

export function isOauth2Only({ traits, password }: Provider): boolean {
  return password?.kind === 'oauth2' || traits.some((trait) => trait.code === 'oauth2-only');
}

/** What is typed as user name; undefined where the address does not tell. */
export function usernameFor(form: UsernameForm, address: string | undefined): string | undefined {
  if (address === undefined || form === 'other') return undefined;
  return form === 'full-address' ? address : address.slice(0, address.lastIndexOf('@'));
}

/** In lower case; undefined without an address. */
export function domainOf(address: string | undefined): string | undefined {
  return address?.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function ofProtocol(servers: readonly Server[], protocol: Protocol): Server[] {
  return servers.filter((server) => server.protocol === protocol);
}

function isFilled(servers: Server[]): servers is [Server, ...Server[]] {
  return servers.length > 0;
}
