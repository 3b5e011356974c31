import { join } from 'node:path';
import { getDomain } from 'tldts';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge, type CompiledKnowledge } from '../../data/build.ts';
import { listFiles } from '../../data/build/files.ts';
import { readYaml } from '../../data/build/read.ts';
import { checkedTwice } from '../../data/report/checked-twice.ts';
import { provider as providerSchema, type ProviderEntry } from '../../data/schema.ts';
import type { Provider } from '../../src/core/model.ts';
import { settingsFor } from '../../src/core/providers/index.ts';

/** Reading all sources takes two seconds of one core, which others may want too. */
const BUSY_MACHINE = 60_000;
const DATA = join(import.meta.dirname, '../../data');

let knowledge: CompiledKnowledge;
let entries: ProviderEntry[];

beforeAll(() => {
  knowledge = compileKnowledge(DATA);
  entries = listFiles(DATA, 'providers', '.yaml').flatMap((file) => {
    const read = readYaml(DATA, file, providerSchema, []);
    return read ? [read.value] : [];
  });
}, BUSY_MACHINE);

function each(find: (provider: Provider) => string[]): string[] {
  return knowledge.providers.flatMap((provider) => find(provider).map((fault) => `${provider.id}: ${fault}`));
}

describe('the provider database', () => {
  it('holds what it is built from', () => {
    const domains = knowledge.providers.flatMap((provider) => provider.domains);

    expect(knowledge.providers.length).toBeGreaterThanOrEqual(370);
    expect(domains.length).toBeGreaterThanOrEqual(1480);
    expect(new Set(domains).size).toBe(domains.length);
  });

  it('has what people type in checked twice for those that are asked for most', () => {
    const { facts, twice, never } = checkedTwice(knowledge.providers);

    expect(twice / facts).toBeGreaterThan(0.88);
    expect(never / facts).toBeLessThan(0.04);
  });

  it('gives every fact a source with a date', () => {
    const unsourced = each(({ servers, alsoOffered, traits, changes, mx, retired, conflicts, password, support }) => {
      const claims = conflicts.flatMap((conflict) => conflict.values);
      const facts = [
        ...servers,
        ...alsoOffered,
        ...traits,
        ...changes,
        ...mx,
        ...retired,
        ...claims,
        ...[password ?? [], support ?? []].flat(),
      ];
      return facts.flatMap((fact) =>
        fact.sources.length > 0 && fact.sources.every((source) => /^\d{4}/.test(source.seen))
          ? []
          : [JSON.stringify(fact)],
      );
    });

    expect(unsourced).toEqual([]);
  });

  it('names no source of the future', () => {
    const future = each(({ servers }) =>
      servers.flatMap((server) =>
        server.sources.filter((source) => source.seen > '2026-12').map((source) => source.id),
      ),
    );

    expect(future).toEqual([]);
  });

  it('never recommends plaintext, nor puts it before encryption', () => {
    const plain = each((provider) => [
      ...settingsFor(provider)
        .filter((server) => server.security === 'none')
        .map((server) => server.host),
      ...provider.servers
        .filter(
          (server, i) =>
            server.security === 'none' && provider.servers.slice(i + 1).some((next) => next.security !== 'none'),
        )
        .map((server) => `${server.host} stands before an encrypted one`),
    ]);

    expect(plain).toEqual([]);
  });

  it('uses the standard security of each port', () => {
    const implicit = new Set([465, 993, 995]);
    const odd = each(({ servers, alsoOffered }) =>
      [...servers, ...alsoOffered]
        .filter(({ port, security }) => implicit.has(port) && security !== 'tls')
        .map(({ host, port, security }) => `${host}:${port} ${security}`),
    );

    expect(odd).toEqual([]);
  });

  it('keeps mailbox hosts under the provider’s own domains, or lists them by name', () => {
    const allowed = new Map(entries.map((entry) => [entry.id, new Set(entry.foreignHosts)]));
    const foreign = each((provider) => {
      const own = new Set([...provider.domains, ...provider.mx.map((mx) => mx.suffix)].map((name) => getDomain(name)));
      const hosts = [...provider.servers, ...provider.alsoOffered, ...provider.retired].map((fact) => fact.host);
      return hosts.filter(
        (host) => host !== '127.0.0.1' && !own.has(getDomain(host)) && allowed.get(provider.id)?.has(host) !== true,
      );
    });
    const relays = new Set(knowledge.providers.filter((one) => one.kind === 'relay').map((one) => one.id));

    expect(foreign.filter((fault) => !relays.has(fault.split(':')[0] ?? ''))).toEqual([]);
  });

  it('replaces a retired host by one that is in use', () => {
    const dangling = each(({ retired, servers }) =>
      retired
        .filter(
          ({ replacement }) => replacement !== undefined && !servers.some((server) => server.host === replacement),
        )
        .map(({ host, replacement }) => `${host} → ${String(replacement)}`),
    );

    expect(dangling).toEqual([]);
  });

  it('does not call a host retired that is in use', () => {
    const both = each(({ retired, servers, alsoOffered }) =>
      retired
        .filter(({ host }) => [...servers, ...alsoOffered].some((server) => server.host === host))
        .map(({ host }) => host),
    );

    expect(both).toEqual([]);
  });

  it('scopes servers only to domains that the provider has', () => {
    const strange = each(({ servers, domains }) =>
      servers.flatMap((server) => (server.domains ?? []).filter((domain) => !domains.includes(domain))),
    );

    expect(strange).toEqual([]);
  });

  it('never claims both a protocol and its absence', () => {
    const torn = each(({ servers, traits }) =>
      (['imap', 'pop3', 'smtp'] as const).filter(
        (protocol) =>
          traits.some((trait) => trait.code === `no-${protocol}`) &&
          servers.some((server) => server.protocol === protocol),
      ),
    );

    expect(torn).toEqual([]);
  });

  it.each(['qq.com', 'netease.com', 'google.com', 'microsoft.com', '163.com'])(
    'never takes the bare %s for a business provider’s mail exchanger',
    (suffix) => {
      const owner = knowledge.providers.find((provider) => provider.mx.some((mx) => mx.suffix === suffix));

      expect(owner?.id).toBe(suffix === 'google.com' ? 'gmail' : undefined);
    },
  );

  it.each([
    'gmail outlook office365 yahoo icloud qq exmail 163 126 yeah qiye163 aliyun aliyun-qiye sina 139',
    'vip163 188 vip126 ym163 sohu 189 wo 21cn tom feishu dingtalk coremail hinet pchome netvigator',
    'gmx web.de t-online freenet ionos strato posteo mailbox.org vodafone.de orange free sfr laposte ovh bt sky talktalk',
    'virginmedia comcast spectrum att cox optimum earthlink frontier shaw telus telstra optus naver daum yandex mailru',
    'rambler zoho fastmail proton tuta mailfence purelymail godaddy namecheap hostinger bluehost networksolutions uol',
    'mail.com bol terra locaweb movistar prodigy bluewin onet.pl nifty biglobe ocn yahoo-jp aol',
  ])('knows %s', (ids) => {
    const known = new Set(knowledge.providers.map((provider) => provider.id));

    expect(ids.split(' ').filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(['foxmail', 'outlook', 'apple mail', '苹果', '手机邮箱', '学校邮箱', '闪电邮'])(
    'takes %s alone for no provider',
    (name) => {
      const hits = knowledge.aliases.filter((alias) => alias.name === name);

      expect(hits.every((alias) => alias.weak)).toBe(true);
    },
  );

  it.each(['yeah', 'tom', 'live', 'att', 'bt', 'aim', 'sky', 'free', 'orange', 'optimum', 'frontier', 'shaw', 'cox'])(
    'counts the everyday word %s only beside a mail word',
    (name) => {
      expect(knowledge.aliases.filter((alias) => alias.name === name).map((alias) => alias.weak)).toEqual([true]);
    },
  );
});
