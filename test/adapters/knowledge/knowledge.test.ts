import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buildKnowledge } from '../../../data/build.ts';
import { openKnowledge } from '../../../src/adapters/knowledge/index.ts';
import { providerYaml, writeSources } from '../../support/knowledge-source.ts';

const SOURCES = {
  'providers/qq.yaml': providerYaml(
    'qq',
    'qq.com',
    `aliases: [QQ邮箱, 企鵝信箱]
weakAliases: [foxmail]
mx: [{ suffix: mx1.qq.com, certain: true, source: help }]
`,
  ).replace('qq.com]', 'qq.com, vip.qq.com, foxmail.com]'),
  'providers/exmail.yaml': providerYaml(
    'exmail',
    'exmail.qq.com',
    'mx: [{ suffix: mxbiz1.qq.com, certain: true, source: help }]\n',
  ),
  'providers/gmail.yaml': providerYaml(
    'gmail',
    'gmail.com',
    `mx: [{ suffix: google.com, certain: true, source: help }]
retired: [{ host: old.gmail.com, replacement: imap.gmail.com, source: help }]
`,
  ),
  'providers/rare.yaml': providerYaml('rare', 'gmaik.com').replace('rank: 1', 'rank: 5000'),
  'topics/port/topic.yaml':
    'id: port\nintent: ports-and-encryption\nsources: { rfc: { kind: page, label: RFC 8314, url: https://www.rfc-editor.org/rfc/rfc8314, seen: "2018" } }\n',
  'topics/port/en.md': '## answer\nUse 993.\n\n## details\nBecause.\n\n## steps\n1. Open.\n   Wait.\n2. Save.\n',
  'topics/port/zh-Hans.md': '## answer\n用 993。\n',
  'topics/port/zh-Hant.md': '## answer\n用 993 埠。\n',
  'errors/10-special.yaml':
    "- { id: special, patterns: ['535 5\\.7\\.8'], intent: auth-failure, meaning: { en: M, zh-Hans: 甲 }, todo: { en: [T] } }\n",
  'errors/20-general.yaml':
    "- { id: general, patterns: ['\\b535\\b'], intent: auth-failure, finding: login-rejected, meaning: { en: G }, todo: { en: [U] }, source: help }\n",
  'clients/outlook.yaml': `id: outlook
names: [Outlook, 微軟 Outlook]
alsoProvider: true
retired: { since: "2029-10", instead: [outlook], note: { en: Gone. }, source: help }
guides:
  - { platforms: [windows], source: help, add: { en: [File], zh-Hans: [文件] }, change: { en: [Edit], source: rumour } }
  - { platforms: [mac, ios], source: help, add: { en: [Tap] } }
`,
};

let folder: string;
let knowledge: ReturnType<typeof openKnowledge>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'postilion-'));
  writeSources(join(folder, 'data'), SOURCES);
  await buildKnowledge({ dataDir: join(folder, 'data'), output: join(folder, 'knowledge.sqlite') });
  knowledge = openKnowledge(join(folder, 'knowledge.sqlite'));
});

afterAll(() => {
  knowledge.close();
  rmSync(folder, { recursive: true });
});

describe('providers', () => {
  it.each([
    ['gmail.com', 'gmail', 'domain'],
    ['mail.gmail.com', 'gmail', 'subdomain'],
    ['vip.qq.com', 'qq', 'domain'],
    ['exmail.qq.com', 'exmail', 'domain'],
    ['deep.exmail.qq.com', 'exmail', 'subdomain'],
  ])('of the domain %s is %s', (domain, id, via) => {
    const match = knowledge.providerByDomain(domain);

    expect([match?.provider.id, match?.via]).toEqual([id, via]);
  });

  it.each(['com', 'notgmail.com', 'gmail.com.evil.example', '', "'; DROP TABLE domain; --"])(
    'of the domain %s is nobody',
    (domain) => {
      expect(knowledge.providerByDomain(domain)).toBeUndefined();
    },
  );

  it('are found by host, also by one that is no longer in use', () => {
    expect(knowledge.providerByHost('imap.gmail.com')?.via).toBe('host');
    expect(knowledge.providerByHost('old.gmail.com')).toMatchObject({ via: 'retired-host', provider: { id: 'gmail' } });
    expect(knowledge.providerByHost('gmail.com')).toBeUndefined();
  });

  it.each([
    [['mxbiz1.qq.com'], 'exmail'],
    [['mx1.qq.com'], 'qq'],
    [['aspmx.l.google.com', 'alt1.aspmx.l.google.com'], 'gmail'],
    [['ASPMX.L.GOOGLE.COM.'], 'gmail'],
  ])('behind the exchangers %s are found', (hosts, id) => {
    expect(knowledge.providerByMx(hosts)).toMatchObject({ provider: { id }, certain: true });
  });

  it.each([['qq.com'], ['mx9.qq.com'], ['evilgoogle.com'], ['mxbiz1.qq.com.evil.example'], ['']])(
    'are not guessed behind %s',
    (host) => {
      expect(knowledge.providerByMx([host])).toBeUndefined();
    },
  );

  it('are not claimed behind a filter', () => {
    expect(knowledge.providerByMx(['mx0a.pphosted.com'])).toEqual({ gateway: 'Proofpoint' });
  });
});

describe('names', () => {
  it('are found folded and simplified, weak ones marked', () => {
    expect(knowledge.aliases('qq邮箱')).toEqual([{ provider: 'qq', weak: false }]);
    expect(knowledge.aliases('企鹅邮箱')).toEqual([]);
    expect(knowledge.aliases(knowledge.simplify('企鵝信箱'))).toEqual([{ provider: 'qq', weak: false }]);
    expect(knowledge.aliases('foxmail')).toEqual([{ provider: 'qq', weak: true }]);
    expect(knowledge.aliases('constructor')).toEqual([]);
  });

  it('are found where they begin in a text', () => {
    const { aliasFinder } = knowledge;
    const ends = (text: string, start: number) => aliasFinder.ends.slice(0, aliasFinder.walk(text, start, text.length));

    expect(ends('my mail of exmail', 3)).toContain('my mail of exmail'.length);
    expect(ends('my mail of exmail', 0)).toEqual([]);
  });

  it('are suggested: those that begin with the text before those that contain it', () => {
    expect(knowledge.suggest('mail of q', 'en', 5)).toEqual([{ id: 'qq', name: 'Mail of qq' }]);
    expect(knowledge.suggest('qq', 'zh-Hans', 5)[0]).toEqual({ id: 'qq', name: 'Mail of qq' });
    expect(knowledge.suggest('mail', 'en', 2)).toHaveLength(2);
    expect(knowledge.suggest('%', 'en', 5)).toEqual([]);
  });
});

describe('misspellings', () => {
  it.each(['gmial.com', 'gmail.con', 'gmil.com', 'ggmail.com'])('%s is read as gmail.com first', (typed) => {
    expect(knowledge.nearestDomains(typed, 3)[0]).toMatchObject({ via: 'typo', matched: 'gmail.com' });
  });

  it('are not themselves', () => {
    expect(knowledge.nearestDomains('gmail.com', 3).map((match) => match.matched)).not.toContain('gmail.com');
  });

  it('lead to well-known providers before rare ones that are as near', () => {
    expect(knowledge.nearestDomains('gmaii.com', 3).map((match) => match.provider.id)).toEqual(['gmail', 'rare']);
  });

  it('of short domains may be off by one letter only', () => {
    expect(knowledge.nearestDomains('qe.com', 3).map((match) => match.matched)).toEqual(['qq.com']);
    expect(knowledge.nearestDomains('ab.com', 3)).toEqual([]);
    expect(knowledge.nearestDomains('q.com', 3)).toEqual([]);
  });

  it.each(['smpt', 'iamp', 'imapp'])('of hosts are found: %s.gmail.com', (label) => {
    const found = knowledge.nearestHosts(`${label}.gmail.com`, 5).map((match) => match.matched);

    expect(found.includes('imap.gmail.com')).toBe(label !== 'smpt');
  });

  it('of weak names are not guessed at', () => {
    expect(knowledge.nearestAliases('foxmial', 3)).toEqual([]);
  });
});

describe('simplify', () => {
  const opencc = Converter({ from: 'twp', to: 'cn' });

  it.each([
    '我的伺服器設定不對，收不到信，請問怎麼辦？',
    '信箱 連接埠 憑證 帳號 使用者 滑鼠 印表機 網路 軟體',
    '乾隆皇帝與乾淨的頭髮、發財、皇后、後面',
    '藉口 憑藉 著作 著急 隻身 一隻 里程 裡面',
    'mixed 混合 text 文字 𠮷 𪚥 emoji 😀',
  ])('agrees with OpenCC on %s', (text) => {
    expect(knowledge.simplify(text)).toBe(opencc(text));
  });

  it('leaves everything else alone', () => {
    expect(knowledge.simplify('IMAP ünïcödé ひらがな')).toBe('IMAP ünïcödé ひらがな');
  });
});

describe('registrableDomain', () => {
  it.each([
    ['mail.example.co.uk', 'example.co.uk'],
    ['imap.qq.com', 'qq.com'],
    ['a.b.com.cn', 'b.com.cn'],
    ['localhost', undefined],
    ['printer.local', undefined],
    ['10.0.0.1', undefined],
    ['co.uk', undefined],
    ['', undefined],
  ])('of %s is %s', (host, domain) => {
    expect(knowledge.registrableDomain(host)).toBe(domain);
  });
});

describe('texts', () => {
  it('come in the language asked for, else in English', () => {
    expect(knowledge.topic('port', 'zh-Hant')?.answer).toBe('用 993 埠。');
    expect(knowledge.topic('port', 'fr')).toEqual({
      id: 'port',
      intent: 'ports-and-encryption',
      answer: 'Use 993.',
      details: 'Because.',
      steps: ['Open.\nWait.', 'Save.'],
      sources: [
        { id: 'rfc', kind: 'page', label: 'RFC 8314', url: 'https://www.rfc-editor.org/rfc/rfc8314', seen: '2018' },
      ],
    });
    expect(knowledge.topics('ports-and-encryption', 'en').map((topic) => topic.id)).toEqual(['port']);
    expect(knowledge.topic('nothing', 'en')).toBeUndefined();
  });

  it('try error patterns in the order of the files', () => {
    expect(knowledge.errorPatterns.map(({ id }) => id)).toEqual(['special', 'general']);
    expect(knowledge.errorPatterns[1]?.pattern.test('ERROR 535 LOGIN')).toBe(true);
    expect(knowledge.error('special', 'zh-Hans')).toMatchObject({ meaning: '甲', todo: ['T'] });
    expect(knowledge.error('general', 'en')).toMatchObject({ finding: 'login-rejected', sources: [{ id: 'help' }] });
    expect(knowledge.error('none', 'en')).toBeUndefined();
  });

  it('show a client by its proper name and match it folded', () => {
    expect(knowledge.client('outlook', 'zh-Hans')).toMatchObject({
      name: 'Outlook',
      retired: { since: '2029-10', instead: ['outlook'], note: 'Gone.' },
      parts: { add: { steps: ['文件'], sources: [{ id: 'help' }] }, change: { sources: [{ id: 'rumour' }] } },
    });
    expect(knowledge.client('outlook', 'zh-Hant')?.parts.add?.steps).toEqual(['File']);
    expect(knowledge.clientNames).toEqual([
      { id: 'outlook', names: ['outlook', '微软 outlook'], alsoProvider: true, platforms: ['windows', 'mac', 'ios'] },
    ]);
  });
});

describe('a program on several devices', () => {
  it.each([
    ['ios', 'Tap'],
    ['windows', 'File'],
    ['android', 'File'],
    [undefined, 'File'],
  ])('on %s shows %s', (platform, step) => {
    expect(knowledge.client('outlook', 'en', platform)?.parts.add?.steps).toEqual([step]);
  });
});

describe('the file', () => {
  it('stays readable while a newer one is put in its place', async () => {
    const output = join(folder, 'swapped.sqlite');
    await buildKnowledge({ dataDir: join(folder, 'data'), output });
    const old = openKnowledge(output);

    rmSync(join(folder, 'data/providers/rare.yaml'));
    await buildKnowledge({ dataDir: join(folder, 'data'), output });
    const renewed = openKnowledge(output);

    expect(old.provider('rare')?.id).toBe('rare');
    expect(renewed.provider('rare')).toBeUndefined();
    old.close();
    renewed.close();
  });

  it('that is missing or is something else is refused', () => {
    expect(() => openKnowledge(join(folder, 'nothing.sqlite'))).toThrow('unable to open');
    expect(() => openKnowledge(join(folder, 'data/mx.yaml'))).toThrow('not a database');
  });
});
