import type { Provider, Server, UsernameForm } from '../model.ts';
import { settingsFor } from '../providers/index.ts';
import { type Account, isOauth2Only } from './account.ts';
import { type XmlElement, xmlLines } from './xml.ts';

const SOCKET_TYPE: Record<Server['security'], string> = { tls: 'SSL', starttls: 'STARTTLS', none: 'plain' };
const USERNAME: Record<Exclude<UsernameForm, 'other'>, string> = {
  'full-address': '%EMAILADDRESS%',
  'local-part': '%EMAILLOCALPART%',
};

/**
 * Thunderbird's autoconfig file, version 1.1 (draft-ietf-mailmaint-autoconfig): no address and no password in it, the
 * program fills them in. Undefined where no user name can be told from an address.
 */
export function autoconfigXml(account: Account): string | undefined {
  const { provider, incoming, outgoing } = account;
  const [receiving, sending] = [incoming, outgoing].map((servers) =>
    servers.flatMap((server) => serverElement(server, provider) ?? []),
  );
  if (!receiving?.length || !sending?.length) return undefined;
  const domains = domainsOf(account);
  const name = provider.names['en'] ?? provider.id;
  const content: XmlElement[] = [
    ...domains.map((domain) => ({ name: 'domain', content: domain })),
    { name: 'displayName', content: name },
    { name: 'displayShortName', content: name },
    ...receiving,
    ...sending,
    ...documentation(provider),
  ];
  const emailProvider = { name: 'emailProvider', attributes: { id: domains[0] ?? provider.id }, content };
  const root = { name: 'clientConfig', attributes: { version: '1.1' }, content: [emailProvider] };
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...xmlLines(root)].join('\n')}\n`;
}

/** The asker's own domain, then every other one that has the same servers. */
export function domainsOf({ provider, domain }: Pick<Account, 'provider' | 'domain'>): string[] {
  const own = serversKey(provider, domain);
  const others = provider.domains.filter((other) => serversKey(provider, other) === own);
  return [...new Set(domain === undefined ? others : [domain, ...others])];
}

function serversKey(provider: Provider, domain: string | undefined): string {
  const servers = settingsFor(provider, domain === undefined ? {} : { domain });
  return servers.map(({ protocol, host, port, security }) => `${protocol} ${host} ${port} ${security}`).join('\n');
}

function serverElement(server: Server, provider: Provider): XmlElement | undefined {
  const { protocol, host, port, security, username } = server;
  if (username === 'other') return undefined;
  return {
    name: protocol === 'smtp' ? 'outgoingServer' : 'incomingServer',
    attributes: { type: protocol },
    content: [
      { name: 'hostname', content: host },
      { name: 'port', content: String(port) },
      { name: 'socketType', content: SOCKET_TYPE[security] },
      ...waysIn(provider).map((way) => ({ name: 'authentication', content: way })),
      { name: 'username', content: USERNAME[username] },
    ],
  };
}

/** In order of preference. */
function waysIn(provider: Provider): string[] {
  if (isOauth2Only(provider)) return ['OAuth2'];
  const offered = provider.traits.some((trait) => trait.code === 'oauth2-offered');
  return offered ? ['OAuth2', 'password-cleartext'] : ['password-cleartext'];
}

function documentation({ documentation: pages }: Provider): XmlElement[] {
  return pages.slice(0, 1).flatMap(({ url, label }) =>
    url === undefined
      ? []
      : [
          {
            name: 'documentation',
            attributes: { url },
            content: [{ name: 'descr', attributes: { lang: 'en' }, content: label }],
          },
        ],
  );
}
