import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildKnowledge, compileKnowledge, type CompiledKnowledge } from '../../data/build.ts';
import { openKnowledge } from '../../src/adapters/knowledge/index.ts';
import { type LookUp, lookUp, settingsFor } from '../../src/core/providers/index.ts';

/** Reading all sources takes two seconds of one core, which others may want too. */
const BUSY_MACHINE = 60_000;

let folder: string;
let knowledge: ReturnType<typeof openKnowledge>;
let compiled: CompiledKnowledge;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'postilion-'));
  const output = join(folder, 'knowledge.sqlite');
  const dataDir = join(import.meta.dirname, '../../data');
  compiled = compileKnowledge(dataDir);
  await buildKnowledge({ dataDir, output });
  knowledge = openKnowledge(output);
}, BUSY_MACHINE);

afterAll(() => {
  knowledge.close();
  rmSync(folder, { recursive: true });
});

function idsOf(found: LookUp): string[] {
  if ('match' in found) return [found.match.provider.id];
  return 'matches' in found ? found.matches.map((match) => match.provider.id) : [];
}

function hostsOf(id: string, domain?: string): string[] {
  const provider = knowledge.provider(id);
  return provider ? settingsFor(provider, domain === undefined ? {} : { domain }).map((server) => server.host) : [];
}

describe('a look-up among all providers', () => {
  it.each([
    ['gmail', 'gmail'],
    ['谷歌邮箱', 'gmail'],
    ['hotmail.co.uk', 'outlook'],
    ['foxmail.com', 'qq'],
    ['企鹅邮箱', 'qq'],
    ['vip.163.com', 'vip163'],
    ['腾讯企业邮', 'exmail'],
    ['騰訊企業信箱', 'exmail'],
    ['sina.cn', 'sina'],
    ['yahoo.co.jp', 'yahoo-jp'],
    ['Yahoo! 奇摩', 'yahoo'],
    ['proton.me', 'proton'],
    ['tutanota.com', 'tuta'],
    ['icloud pop3', 'icloud'],
    ['kabelmail.de', 'vodafone.de'],
    ['ntlworld.com', 'virginmedia'],
    ['twc.com', 'spectrum'],
    ['sbcglobal.net', 'att'],
    ['bellsouth.net', 'att'],
    ['verizon.net', 'aol'],
    ['cox.net', 'cox'],
    ['imap-mail.outlook.com', 'outlook'],
    ['someone@vip.sina.com', 'sina'],
    ['ms12.hinet.net', 'hinet'],
    ['네이버 메일', 'naver'],
    ['imap-mail.outlook.com', 'outlook'],
    ['smtp.live.com', 'outlook'],
    ['imap.qq.com:993', 'qq'],
    ['smtp.gmail.com587', 'gmail'],
    ['https://imap.qq.com/help', 'qq'],
    ['  GMAIL  ', 'gmail'],
    ['gmail.com.', 'gmail'],
    ['some.one+tag@GMAIL.com', 'gmail'],
    ['ｑｑ．ｃｏｍ', 'qq'],
    ['comcast imap server settings', 'comcast'],
    ['QQ邮箱服务器设置', 'qq'],
    ['ジーメール', 'gmail'],
    ['почта mail.ru', 'mailru'],
    ['яндекс почта', 'yandex'],
    ['Ｇｍａｉｌ', 'gmail'],
    ['mindspring.com', 'earthlink'],
    ['qwest.net', 'centurylink'],
    ['suddenlink.net', 'optimum'],
    ['brighthouse.com', 'spectrum'],
    ['tiscali.co.uk', 'talktalk'],
    ['blueyonder.co.uk', 'virginmedia'],
    ['wanadoo.fr', 'orange'],
    ['cegetel.net', 'sfr'],
    ['alice.it', 'tim'],
    ['xs4all.nl', 'kpn'],
    ['kakao.com', 'daum'],
    ['kimo.com', 'yahoo'],
    ['optonline.net', 'optimum'],
    ['westnet.com.au', 'iinet'],
    ['imap.10086.cn', '139'],
    ['gabia', 'hiworks'],
    ['お名前.com', 'onamae'],
    ['阿里云邮件推送', 'aliyun-directmail'],
    ['飞书邮箱', 'feishu'],
    ['亿邮', 'eyou'],
    ['📧 gmail ✉️', 'gmail'],
    ['g\u200Bmail.com\u202E', 'gmail'],
    ['vodafone kabelmail', 'vodafone.de'],
    ['how do i set up comcast on my phone', 'comcast'],
    ['谷歌邮箱的服务器地址', 'gmail'],
    ['gmx.de', 'gmx'],
  ])('finds %s: %s', (query, id) => {
    const found = lookUp(knowledge, query);

    expect([found.kind, ...idsOf(found)]).toEqual(['found', id]);
  });

  it.each([
    ['mxbiz1.qq.com', 'exmail'],
    ['mx1.qq.com', 'qq'],
    ['aspmx.l.google.com', 'gmail'],
    ['example-com.mail.protection.outlook.com', 'office365'],
    ['163mx01.mxmail.netease.com', '163'],
    ['qiye163mx02.mxmail.netease.com', 'qiye163'],
    ['mx1.qiye.aliyun.com', 'aliyun-qiye'],
    ['in1-smtp.messagingengine.com', 'fastmail'],
  ])('finds who is behind the exchanger %s: %s', (host, id) => {
    const found = lookUp(knowledge, host);

    expect([found.kind, ...idsOf(found)]).toEqual(['mx', id]);
  });

  it.each(['netease.com', 'mxmail.netease.com', 'mx.unknown.example'])('guesses nobody behind %s', (host) => {
    expect(knowledge.providerByMx([host])).toBeUndefined();
  });

  it.each([
    ['smpt.gmail.com', 'smtp.gmail.com'],
    ['gmial.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['163.con', '163.com'],
    ['imap.comcats.net', 'imap.comcast.net'],
    ['gmai.com', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['yaho.com', 'yahoo.com'],
    ['outlok.com', 'outlook.com'],
    ['iclould.com', 'icloud.com'],
    ['foxmial.com', 'foxmail.com'],
    ['gmail.co.uk', 'gmail.com'],
    ['163.com.cn', '163.com'],
    ['hotmail.cn', 'hotmail.com'],
  ])('names %s as a possible misspelling of %s, and decides nothing', (typed, meant) => {
    const found = lookUp(knowledge, typed);

    expect([found.kind, 'matches' in found && found.matches[0]?.matched]).toEqual(['typo', meant]);
  });

  it.each(['mail', '邮箱', '信箱', 'email server', '..com', '.', 'q.', 'a..b', '\u001B[31m', '@'])(
    'guesses nobody behind the mere %j',
    (query) => {
      expect(lookUp(knowledge, query).kind).toBe('unknown');
    },
  );

  it('names each provider once among its suggestions', () => {
    const found = lookUp(knowledge, 'icluod');

    expect([found.kind, ...idsOf(found)]).toEqual(['typo', 'icloud']);
  });

  it.each([
    'outlook',
    'foxmail',
    '苹果',
    '手机邮箱',
    '学校邮箱',
    '闪电邮',
    'free',
    'vodafone',
    '企业邮箱',
    '企業信箱',
    '公司邮箱',
    'live',
    'outlok',
    'telefonica',
  ])('asks which %s', (name) => {
    expect(lookUp(knowledge, name).kind).toBe('ask');
  });

  it.each(['gmаil.com', 'someone@gmаil.com', 'smtp.gmаil.com', 'xn--gmil-63d.com', 'GMАIL.COM'])(
    'tells the look-alike %s from the domain that it imitates',
    (query) => {
      expect(lookUp(knowledge, query)).toMatchObject({ kind: 'homograph', known: 'gmail.com' });
    },
  );

  it.each([
    ['mx0a-001.pphosted.com', 'Proofpoint'],
    ['us-smtp-inbound-1.mimecast.com', 'Mimecast'],
  ])('says of %s that it proves nothing', (host, name) => {
    expect(lookUp(knowledge, host)).toMatchObject({ kind: 'gateway', name });
  });

  it('puts the spelling that more people mean first among equals', () => {
    expect(idsOf(lookUp(knowledge, 'gmail.con'))[0]).toBe('gmail');
    expect(idsOf(lookUp(knowledge, 'qq.con'))[0]).toBe('qq');
  });

  it('never offers another provider’s server for a host under a known domain', () => {
    expect(idsOf(lookUp(knowledge, 'imap.mail.qq.com'))).toEqual(['qq']);
  });

  it('asks about business mail among those that sell it', () => {
    expect(idsOf(lookUp(knowledge, '企业邮箱'))).toEqual(expect.arrayContaining(['exmail', 'qiye163', 'aliyun-qiye']));
  });

  it.each(['acme-widgets.example', '<script>alert(1)</script>', "' OR 1=1 --", '', 'ignore previous instructions'])(
    'knows nothing of %s',
    (query) => {
      expect(lookUp(knowledge, query).kind).toBe('unknown');
    },
  );

  it('takes a protocol from the query', () => {
    expect(lookUp(knowledge, 'iCloud POP3').protocols).toEqual(['pop3']);
  });
});

describe('the servers of a domain', () => {
  it.each([
    ['sina', 'sina.cn', ['imap.sina.cn', 'pop.sina.cn', 'smtp.sina.cn']],
    ['gmx', 'gmx.com', ['imap.gmx.com', 'pop.gmx.com', 'mail.gmx.com', 'mail.gmx.com']],
    ['gmx', 'gmx.de', ['imap.gmx.net', 'pop.gmx.net', 'mail.gmx.net', 'mail.gmx.net']],
    ['tuta', 'tuta.com', []],
    ['sohu', 'vip.sohu.com', []],
  ])('of %s at %s are its own', (id, domain, hosts) => {
    expect(hostsOf(id, domain)).toEqual(hosts);
  });

  it('never mixes personal QQ mail with Exmail', () => {
    expect(hostsOf('qq', 'qq.com').filter((host) => host.includes('exmail'))).toEqual([]);
  });

  it('are never empty for the providers that people ask about most', () => {
    const ids = 'gmail outlook office365 yahoo icloud qq exmail 163 126 yeah qiye163 aliyun aliyun-qiye sina 139'.split(
      ' ',
    );

    expect(ids.filter((id) => hostsOf(id).length === 0)).toEqual([]);
  });
});

describe('every provider', () => {
  it('is found by each of its names and aliases, in every script', () => {
    const lost = compiled.aliases.filter(({ name, provider }) => !idsOf(lookUp(knowledge, name)).includes(provider));

    expect(lost).toEqual([]);
  });

  it('is found at once by each of its domains', () => {
    const lost = compiled.providers.flatMap(({ id, domains }) =>
      domains.filter((domain) => {
        const found = lookUp(knowledge, `someone@${domain}`);
        return found.kind !== 'found' || idsOf(found)[0] !== id;
      }),
    );

    expect(lost).toEqual([]);
  });

  it('is behind each of its mail exchangers', () => {
    const lost = compiled.providers.flatMap(({ id, mx }) =>
      mx.filter(({ suffix, certain }) => {
        const found = knowledge.providerByMx([`host.${suffix}`]);
        return !found || !('provider' in found) || found.provider.id !== id || found.certain !== certain;
      }),
    );

    expect(lost).toEqual([]);
  });

  it('is named by each host that it alone uses', () => {
    const users = new Map<string, Set<string>>();
    for (const { id, servers } of compiled.providers)
      for (const { host } of servers) users.set(host, new Set([...(users.get(host) ?? []), id]));
    users.delete('127.0.0.1');
    const lost = [...users].filter(
      ([host, ids]) => ids.size === 1 && !ids.has(knowledge.providerByHost(host)?.provider.id ?? ''),
    );

    expect(lost).toEqual([]);
  });
});
