import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/intents/answer.ts';
import { REGIONS } from '../../../src/core/intents/fitting.ts';
import { providerAnswer } from '../../../src/core/intents/provider-answer.ts';
import { LANGUAGES, texts } from '../../../src/core/locales/index.ts';
import type { Block, Change, Provider, Slots, Source, Trait, TraitCode } from '../../../src/core/model.ts';
import type { Knowledge } from '../../../src/core/ports.ts';
import { plainText } from '../../../src/core/turns/plain-text.ts';
import { provider, server } from '../providers/samples.ts';

const NOW = Date.UTC(2026, 10, 25);
const PAGE: Source = { id: 'help', kind: 'page', label: 'Help', url: 'https://example.com/help', seen: '2026-10-01' };
const HEARSAY: Source = { id: 'unverified', kind: 'unverified', label: 'Not verified', seen: '2026-11-22' };
const sourced = { sources: [PAGE], confidence: 'high' as const };

const imap = server({ sources: [PAGE] });
const pop3 = server({ protocol: 'pop3', host: 'pop.example.com', port: 995, sources: [PAGE] });

function trait(code: TraitCode, part: Partial<Trait> = {}): Trait {
  return { code, facts: {}, sources: [PAGE], confidence: 'high', ...part };
}

function change(part: Partial<Change>): Change {
  return { code: 'smtp-basic-auth-off', date: '2026-12-31', sources: [PAGE], confidence: 'high', ...part };
}

function question(slots: Slots = {}, language = 'en'): Question {
  return {
    intent: 'provider-settings',
    slots,
    fresh: slots,
    text: '',
    raw: '',
    language,
    texts: texts(language),
    knowledge: {} as Knowledge,
    conversation: {
      id: 'test:me',
      place: 'test:me',
      version: 0,
      private: true,
      slots: {},
      slotsAt: 0,
      stillNot: 0,
      transcript: [],
    },
    stillNot: false,
    now: NOW,
  };
}

function said(part: Partial<Provider>, slots?: Slots, language?: string): string {
  return wordsOf(providerAnswer(provider(part), question(slots, language)).blocks);
}

/** Without the marks of Markdown. */
function wordsOf(blocks: Block[]): string {
  return plainText(blocks).replaceAll(/[*`[\]]/g, '');
}

function labels(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'actions' ? block.actions.map((action) => action.label) : []));
}

describe('what to switch on first', () => {
  it.each<[string, TraitCode[], Slots, RegExp]>([
    ['both', ['imap-must-be-on', 'pop3-must-be-on'], {}, /switch on IMAP or POP3/],
    ['IMAP alone', ['imap-must-be-on'], {}, /switch on IMAP in/],
    ['POP3 beside an IMAP that is always on', ['imap-always-on', 'pop3-must-be-on'], {}, /For POP3.*IMAP is always on/],
    ['POP3 when it was asked for', ['imap-must-be-on', 'pop3-must-be-on'], { protocols: ['pop3'] }, /^For POP3/m],
    ['two-step verification', ['two-step-needed', 'imap-always-on'], {}, /switch on two-step verification/],
  ])('is %s', (_, codes, slots, expected) => {
    expect(said({ servers: [imap, pop3], traits: codes.map((code) => trait(code)) }, slots)).toMatch(expected);
  });

  it.each<[TraitCode[], Slots]>([
    [['imap-always-on', 'pop3-must-be-on'], { protocols: ['imap'] }],
    [['imap-always-on', 'pop3-always-on'], {}],
    [[], {}],
  ])('is nothing with %s and %o', (codes, slots) => {
    expect(said({ servers: [imap, pop3], traits: codes.map((code) => trait(code)) }, slots)).not.toMatch(
      /first switch|switch it on/i,
    );
  });
});

it('names two-step verification also beside what is to be switched on first, and once only', () => {
  const both = said({ servers: [imap, pop3], traits: [trait('two-step-needed'), trait('pop3-must-be-on')] });
  const alone = said({ servers: [imap], traits: [trait('two-step-needed')] });

  expect(both).toMatch(/For POP3, first switch it on[\s\S]*two-step/);
  expect(alone.match(/two-step/g)).toHaveLength(1);
});

it('says when an app password takes the place of the login password, and that sending is switched on apart', () => {
  const traits = [trait('app-password-with-two-step'), trait('smtp-must-be-on')];
  const answers = LANGUAGES.map((language) => said({ servers: [imap], traits }, {}, language));

  expect(answers.join('\n')).toMatch(/If two-step verification is on.*app password/);
  expect(answers.every((answer) => answer.includes('SMTP'))).toBe(true);
  expect(said({ servers: [imap], traits: [] })).not.toMatch(/two-step|SMTP/);
});

describe('a warning', () => {
  it('of a coming change names its day, and the same day makes it a thing of the past', () => {
    const changes = [
      change({}),
      change({ code: 'pop3-off', date: '2026-11-25' }),
      change({ code: 'imap-off', date: '2026-12' }),
    ];
    const answer = said({ servers: [imap], changes });

    expect(answer).toContain('From 2026-12-31: sending with only a password is switched off');
    expect(answer).toContain('Since 2026-11-25: Example offers no POP3');
    expect(answer).toContain('From 2026-12: Example offers no IMAP');
  });

  it('names both hosts of a replaced one', () => {
    const changes = [change({ code: 'host-replaced', host: 'a.example.com', replacement: 'b.example.com' })];

    expect(said({ servers: [imap], changes })).toContain('a.example.com is replaced by b.example.com');
  });

  it('that nobody confirmed is called so', () => {
    const traits = [trait('paid-plan-needed', { sources: [HEARSAY] }), trait('no-pop3')];
    const answer = said({ servers: [imap], traits });

    expect(answer).toContain('need a paid plan at Example. (not confirmed yet)');
    expect(answer).not.toContain('Use IMAP. (not confirmed');
  });

  it('of servers that nobody confirmed stands under the table', () => {
    expect(said({ servers: [server({ sources: [HEARSAY] })] })).toContain('not been confirmed on an official page');
  });

  it('of age names the year of the oldest fact shown, and offers a check', () => {
    const old = server({ protocol: 'smtp', sources: [{ ...PAGE, seen: '2019-03' }] });

    expect(said({ servers: [imap, old] })).toMatch(/last confirmed in 2019. I can check/);
    expect(said({ servers: [imap] })).not.toContain('last confirmed');
  });

  it('of a disagreement gives the reason of the choice', () => {
    const values = ['imap.example.com:993/tls', 'imap.example.eu:993/tls'].map((value) => ({ value, sources: [PAGE] }));
    const about = (reason: 'official-page' | 'depends-on-region' | 'more-sources') =>
      said({ servers: [imap], conflicts: [{ what: 'imap', reason, values }] });

    expect(about('official-page')).toMatch(/disagree: .*example\.com.* \/ .*example\.eu.*provider’s own page/);
    expect(about('depends-on-region')).toContain('where your account was made');
    expect(about('more-sources')).not.toContain('disagree');
  });

  it('of a disagreement are silent where the table has both sides, or not the preferred one', () => {
    const other = server({ host: 'imap.example.eu', sources: [PAGE] });
    const values = ['imap.example.com', 'imap.example.eu'].map((value) => ({ value, sources: [PAGE] }));
    const conflicts = [{ what: 'imap', reason: 'unresolved' as const, values }];

    expect(said({ servers: [imap], conflicts })).toContain('disagree');
    expect(said({ servers: [imap, other], conflicts })).not.toContain('disagree');
    expect(said({ servers: [other], conflicts })).not.toContain('disagree');
  });
});

describe('a password', () => {
  it('bears the name that the provider’s own menu gives it', () => {
    const password = {
      kind: 'app-password' as const,
      localName: 'Secure Mail Key',
      url: 'https://example.com/p',
      ...sourced,
    };

    expect(said({ servers: [imap], password })).toContain('app password, called “Secure Mail Key” there');
    expect(said({ servers: [imap], password: { ...password, localName: 'App password' } })).not.toContain('called');
    expect(said({ servers: [imap], password }, {}, 'zh-Hant')).toContain('「Secure Mail Key」');
    expect(
      said({ servers: [imap], password: { ...password, localName: 'App password' } }, {}, 'zh-Hant'),
    ).not.toContain('「App password」');
  });
});

describe('a provider without servers', () => {
  const support = { url: 'https://www.example.com/help', phone: '+1 800 555 0100', hours: '9–17', ...sourced };

  it('is told to be one, with its own support, and nothing is asked afterwards that makes no sense', () => {
    const closed = provider({ traits: [trait('no-direct-access'), trait('no-imap'), trait('no-smtp')], support });
    const { blocks, servers } = providerAnswer(closed, question());

    expect(wordsOf(blocks)).toContain('cannot be used in ordinary mail programs');
    expect(wordsOf(blocks)).not.toMatch(/these are the server settings|does not offer/);
    expect(wordsOf(blocks)).toContain('example.com(https://www.example.com/help) · +1 800 555 0100 · 9–17');
    expect(labels(blocks)).toEqual(['Talk to a person', 'Wrong? Tell us']);
    expect(servers).toEqual([]);
  });

  it('whose servers are only unknown has a way to find them', () => {
    expect(said({ support })).toMatch(/no confirmed server settings[\s\S]*Support of Example/);
  });
});

it('says for whom a server is that is not for everybody', () => {
  const servers = [imap, server({ host: 'hw.example.com', scope: 'overseas', sources: [PAGE] })];

  expect(said({ servers })).toContain('outside mainland China');
  expect(said({ servers }, {}, 'zh-Hans')).toContain('中国大陆以外');
});

it('says for which domains each server is where they differ', () => {
  const one = server({ domains: ['one.example', 'uno.example'], sources: [PAGE] });
  const two = server({ host: 'imap.two.example', domains: ['two.example'], sources: [PAGE] });

  expect(said({ servers: [one, two] })).toMatch(/one\.example ….*two\.example/s);
  expect(said({ servers: [one] })).not.toContain('one.example …');
});

describe('the name of a password in the provider’s menus', () => {
  const localName = { en: 'Mail Key', 'zh-Hans': '邮件密钥', ja: 'メールキー' };

  it.each([
    ['en', 'app password, called “Mail Key” there'],
    ['zh-Hans', '应用专用密码（网页上叫“邮件密钥”）'],
    ['zh-Hant', '應用程式密碼（網頁上寫作「邮件密钥」）'],
  ])('is the one that a reader of %s finds there', (language, words) => {
    expect(
      said({ servers: [imap], password: { kind: 'app-password', localName, ...sourced } }, {}, language),
    ).toContain(words);
  });

  it('stands instead of the usual one, not beside it', () => {
    const password = { kind: 'authorization-code' as const, localName: '客户端授权码', ...sourced };

    expect(said({ servers: [imap], password }, {}, 'zh-Hant')).toContain('而是授權碼（網頁上寫作「客户端授权码」）');
    expect(said({ servers: [imap], password: { ...password, localName: '授权码' } }, {}, 'zh-Hant')).toContain(
      '而是授權碼（網頁上寫作「授权码」）',
    );
  });
});

describe('a provider with servers for several regions', () => {
  const french = server({ host: 'imap.example.fr', scope: 'fr', sources: [PAGE] });
  const overseas = server({ host: 'imap.hw.example.com', scope: 'overseas', sources: [PAGE] });
  const servers = [imap, french, overseas];

  it.each([
    ['en', 'France'],
    ['zh-Hans', '法国'],
    ['zh-Hant', '法國'],
  ])('shows the general ones in %s, and names the others', (language, country) => {
    const answer = providerAnswer(provider({ servers }), question({}, language));
    const words = wordsOf(answer.blocks);

    expect(answer.servers).toEqual([imap]);
    expect(words).toContain(country);
    expect(words).toContain(texts(language).facts.scopes.overseas);
    expect(labels(answer.blocks)).toContain(texts(language).facts.parts.all);
  });

  it('shows those of the country that the address ends in', () => {
    const words = said({ servers }, { domain: 'entreprise.fr' });

    expect(words).toContain('Incoming (IMAP), France');
    expect(words).toContain('everybody else');
    expect(words).not.toContain('imap.example.com');
  });

  it('shows all when asked for all', () => {
    const answer = providerAnswer(provider({ servers }), { ...question(), topic: REGIONS });

    expect(answer.servers).toEqual(servers);
    expect(labels(answer.blocks)).not.toContain(texts('en').facts.parts.all);
  });

  it('offers the endings of addresses as buttons', () => {
    const domains = ['one.example', 'two.example', 'three.example'];
    const byEnding = domains.map((domain) => server({ host: `imap.${domain}`, domains: [domain], sources: [PAGE] }));
    const answer = providerAnswer(provider({ domains, servers: byEnding }), question());

    expect(answer.servers).toEqual(byEnding.slice(0, 1));
    expect(wordsOf(answer.blocks)).toContain('at one.example');
    expect(labels(answer.blocks)).toEqual(expect.arrayContaining(['@two.example', '@three.example']));
  });
});

it('names the provider’s own page before newer ones of others', () => {
  const own = { id: 'own', kind: 'page', label: 'Own help', seen: '2024-01', own: true } as const;
  const others = ['2026-01', '2026-02'].map((seen) => ({
    id: seen,
    kind: 'page' as const,
    label: `Blog ${seen}`,
    seen,
  }));

  const block = providerAnswer(provider({ servers: [server({ sources: [...others, own] })] }), question()).blocks.find(
    ({ kind }) => kind === 'sources',
  );

  expect(block).toMatchObject({ items: [{ label: expect.stringContaining('Own help') }, {}] });
});

it('names a list before a newer search of code', () => {
  const list = { id: 'ispdb', kind: 'import', label: 'A list', seen: '2024-01' } as const;
  const searches = ['2026-01', '2026-02'].map((seen) => ({
    id: seen,
    kind: 'page' as const,
    label: `Programs ${seen}`,
    url: 'https://github.com/search?type=code&q=%22imap.example.com%22',
    seen,
  }));

  const block = providerAnswer(
    provider({ servers: [server({ sources: [...searches, list] })] }),
    question(),
  ).blocks.find(({ kind }) => kind === 'sources');

  expect(block).toMatchObject({
    items: [{ label: expect.stringContaining('A list') }, { label: expect.stringContaining('2026-02') }],
  });
});

it.each(LANGUAGES)('leaves no place unfilled in %s', (language) => {
  const codes = Object.keys(texts('en').traits.codes) as TraitCode[];
  const changes = (Object.keys(texts('en').facts.changes.codes) as Change['code'][]).map((code) =>
    change({ code, host: 'a.example.com', replacement: 'b.example.com' }),
  );
  const traits = codes.map((code) => trait(code, { facts: { region: 'CN' } }));

  expect(said({ servers: [imap, pop3], traits, changes }, {}, language)).not.toMatch(/[{}]|undefined/);
});
