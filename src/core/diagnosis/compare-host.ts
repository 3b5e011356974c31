import type { Finding, PastedServer, Protocol, Provider, Server } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { finding, offeredBy, type Truth } from './truth.ts';

/** Whether the server's name is one that is published for this, and if not, what it is instead. */
export function compareHost(
  { host }: PastedServer,
  protocol: Protocol,
  published: readonly Server[],
  truth: Truth,
): Finding[] {
  const known = published[0]?.host;
  if (host === undefined || known === undefined || published.some((server) => server.host === host)) return [];
  const { provider } = truth;
  if (!provider)
    return [finding('host-does-not-match-documentation', 'warning', { host, known, provider: truth.domain ?? '' })];
  return [otherHost(host, protocol, { host, known, provider: provider.id }, provider, truth)];
}

function otherHost(
  host: string,
  protocol: Protocol,
  facts: Record<'host' | 'known' | 'provider', string>,
  provider: Provider,
  { knowledge }: Truth,
): Finding {
  const retired = provider.retired.find((entry) => entry.host === host);
  if (retired) return finding('old-host', 'problem', facts);
  const own = offeredBy(provider).filter((server) => server.host === host);
  if (own.some((server) => server.protocol === protocol)) return finding('wrong-country-host', 'problem', facts);
  if (own.length > 0) return finding(wrongField(own, protocol), 'problem', facts);
  const other = knowledge.providerByHost(host)?.provider;
  if (other && other.id !== provider.id) return ofOther(host, other.id, facts, knowledge);
  if (isWebPage(host, provider, knowledge)) return finding('web-address-not-mail-server', 'problem', facts);
  const [close] = knowledge.nearestHosts(host, 1);
  if (close?.provider.id === provider.id) return finding('host-typo', 'problem', { ...facts, known: close.matched });
  return finding('host-does-not-match-documentation', 'warning', facts);
}

function wrongField(own: readonly Server[], wanted: Protocol): string {
  if (own.some((server) => server.protocol === 'smtp')) return 'smtp-host-in-incoming-field';
  return wanted === 'smtp' ? 'incoming-host-in-outgoing-field' : 'host-does-not-match-documentation';
}

/** yahoo.com and yahoo.co.jp are one name in two countries; qq.com and exmail.qq.com are two products. */
function ofOther(
  host: string,
  other: string,
  facts: Record<'host' | 'known' | 'provider', string>,
  knowledge: Knowledge,
): Finding {
  const [mine, theirs] = [knowledge.registrableDomain(facts.known), knowledge.registrableDomain(host)];
  const sameName = mine !== theirs && mine?.split('.')[0] === theirs?.split('.')[0];
  if (sameName) return finding('wrong-country-host', 'problem', facts);
  return finding('host-of-other-product', 'problem', { ...facts, other });
}

/** `www.`, `webmail.` and the like; `mail.` of a provider whose mail servers are called otherwise. */
function isWebPage(host: string, { domains, servers, mx }: Provider, knowledge: Knowledge): boolean {
  if (/^(?:www|webmail|wap|m|web)\./.test(host)) return true;
  const registrable = knowledge.registrableDomain(host) ?? '';
  const names = [...domains, ...servers.map((server) => server.host), ...mx.map(({ suffix }) => suffix)];
  const ours = names.some((name) => name === registrable || name.endsWith(`.${registrable}`));
  return ours && /^(?:mail|outlook|login|accounts|e?mail\d*)\.[^.]+\.[^.]+(?:\.[^.]{2})?$/.test(host);
}
