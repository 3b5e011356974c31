import { ComponentType } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPlain } from '../../../src/adapters/discord/plain.ts';
import { render, type Rendered } from '../../../src/adapters/discord/render.ts';
import type { Action, Block, Reply } from '../../../src/core/index.ts';
import { componentsOf } from '../../support/discord-double/people.ts';
import { checkMessage } from '../../support/discord-double/validate.ts';
import { reply } from './rig.ts';

const WORDS = {
  en: {
    text: 'The **incoming** server is `imap.qq.com`. See [QQ Help](https://service.mail.qq.com/) for more.\n- one\n- two',
    columns: ['Protocol', 'Server', 'Port', 'Encryption'],
    incoming: 'Incoming (IMAP)',
    step: 'Open **Settings**, then *Accounts*',
    verdict: 'Not encrypted',
    sources: 'Source:',
    source: 'QQ Help, seen 2026-09',
    button: 'Talk to a person',
  },
  'zh-Hans': {
    text: '**收信**服务器是 `imap.qq.com`。详见[QQ 帮助](https://service.mail.qq.com/)。\n- 一\n- 二',
    columns: ['协议', '服务器', '端口', '加密方式'],
    incoming: '收信（IMAP）',
    step: '打开**设置**，再点 *账户*',
    verdict: '没有加密',
    sources: '来源：',
    source: 'QQ 帮助，2026-09 查看',
    button: '转人工客服',
  },
  'zh-Hant': {
    text: '**收件**伺服器是 `imap.qq.com`。詳見[QQ 說明](https://service.mail.qq.com/)。\n- 一\n- 二',
    columns: ['協定', '伺服器', '連接埠', '加密方式'],
    incoming: '收件（IMAP）',
    step: '開啟**設定**，再點 *帳號*',
    verdict: '沒有加密',
    sources: '來源：',
    source: 'QQ 說明，2026-09 查看',
    button: '請真人協助',
  },
};
type Language = keyof typeof WORDS;
const LANGUAGES: Language[] = ['en', 'zh-Hans', 'zh-Hant'];

const HUMAN: Action = { label: '', intent: { name: 'talk-to-human', slots: {} } };

function blocksIn(language: Language): Record<Block['kind'], Block> {
  const words = WORDS[language];
  const rows = [[words.incoming, 'imap.qq.com', '993', 'SSL/TLS']];
  return {
    text: { kind: 'text', text: words.text },
    settings: { kind: 'settings', title: 'QQ', columns: words.columns, rows },
    steps: { kind: 'steps', title: 'Outlook', items: [words.step, words.step] },
    verdict: { kind: 'verdict', level: 'broken', title: words.verdict, text: words.text },
    sources: {
      kind: 'sources',
      title: words.sources,
      items: [{ label: words.source, url: 'https://service.mail.qq.com/' }],
    },
    file: { kind: 'file', name: 'qq.mobileconfig', mime: 'application/x-apple-aspen-config', content: '<plist/>' },
    actions: { kind: 'actions', actions: [{ ...HUMAN, label: words.button, style: 'primary' }] },
  };
}

/** Throws where Discord would refuse. */
function accepted({ flags, components, files }: Rendered): void {
  checkMessage(
    { flags, components },
    true,
    files.map(({ name }) => name),
  );
}

function shownText(rendered: Rendered): string {
  return componentsOf(rendered.components)
    .map(({ content }) => (typeof content === 'string' ? content : ''))
    .join('\n');
}

function allPages(said: Reply): Rendered[] {
  const pages: Rendered[] = [];
  for (let page = 0; ; page += 1) {
    const rendered = render(said, { key: 'answer', page, publish: true });
    if (page > 0 && JSON.stringify(rendered) === JSON.stringify(pages.at(-1))) return pages;
    pages.push(rendered);
  }
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(Object.entries(blocksIn(language)))('a %s block is drawn for Discord', (_, block) => {
    const rendered = render({ language, blocks: [block], quiet: false }, { key: 'answer' });

    accepted(rendered);
    expect({ components: rendered.components, files: rendered.files }).toMatchSnapshot();
  });

  it('a long reply ends in a button for more, in its own language', () => {
    const blocks: Block[] = [{ kind: 'steps', items: Array.from({ length: 120 }, () => WORDS[language].text) }];

    const [first, ...others] = allPages({ language, blocks, quiet: true });
    const labels = componentsOf(first?.components)
      .map(({ label }) => label)
      .filter(Boolean);

    expect(others.length).toBeGreaterThan(0);
    expect(labels).toMatchSnapshot();
  });
});

describe('limits', () => {
  it('holds 4,000 characters, and not one more', () => {
    const pages = allPages(reply([{ kind: 'text', text: 'x'.repeat(12_000) }]));

    for (const page of pages) accepted(page);
    expect(
      pages
        .map((page) => shownText(page))
        .join('')
        .replaceAll(/[^x]/g, ''),
    ).toHaveLength(12_000);
  });

  it('holds 40 components', () => {
    const blocks = Array.from({ length: 90 }, (_, index): Block => ({ kind: 'text', text: `block ${index}` }));

    const pages = allPages(reply(blocks));

    for (const page of pages) accepted(page);
    expect(componentsOf(pages[0]?.components).length).toBeGreaterThan(35);
    expect(pages.map((page) => shownText(page)).join('\n')).toContain('block 89');
  });

  it('puts 25 choices into a menu, and the 26th into another', () => {
    const actions = Array.from({ length: 26 }, (_, index): Action => ({
      ...HUMAN,
      label: `choice ${index} ${'y'.repeat(120)}`,
    }));

    const rendered = render(reply([{ kind: 'actions', actions }]), { key: 'answer' });

    accepted(rendered);
    const menus = componentsOf(rendered.components).filter(({ type }) => type === ComponentType.StringSelect);
    expect(menus.map(({ options }) => (Array.isArray(options) ? options.length : 0))).toEqual([25, 1]);
  });

  it('keeps intents that need more than 100 characters under a key', () => {
    const text = '请把端口改成 465。'.repeat(40);
    const actions: Action[] = [{ label: 'z'.repeat(200), intent: { name: 'send-text', ticket: 't1', text } }];

    const rendered = render(reply([{ kind: 'actions', actions }]), { key: 'answer' });

    accepted(rendered);
    expect(rendered.kept).toEqual([{ key: expect.any(String), intent: actions[0]?.intent }]);
  });

  it('is never broken, whatever a reply holds', () => {
    const words = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 5_000 }));
    const action = fc.record({
      label: words,
      intent: fc.record({ name: fc.constant('set-language' as const), language: words }),
    });
    const block = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text: words }),
      fc.record({ kind: fc.constant('steps' as const), items: fc.array(words, { maxLength: 30 }) }),
      fc.record({
        kind: fc.constant('settings' as const),
        columns: fc.array(words, { maxLength: 4 }),
        rows: fc.array(fc.array(words, { maxLength: 5 }), { maxLength: 20 }),
      }),
      fc.record({
        kind: fc.constant('verdict' as const),
        level: fc.constantFrom('good' as const, 'risky' as const),
        title: words,
      }),
      fc.record({
        kind: fc.constant('sources' as const),
        title: words,
        items: fc.array(fc.record({ label: words }), { maxLength: 5 }),
      }),
      fc.record({ kind: fc.constant('file' as const), name: words, mime: fc.constant('text/plain'), content: words }),
      fc.record({ kind: fc.constant('actions' as const), actions: fc.array(action, { maxLength: 40 }) }),
    );

    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), (blocks) => {
        const said = reply(blocks);
        for (const page of allPages(said)) accepted(page);
        expect(renderPlain(said).length).toBeLessThanOrEqual(2_000);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('what people wrote', () => {
  it.each([
    ['@everyone look', '@\u200Beveryone look'],
    ['<@123> and <#5> and <t:0>', String.raw`\<@123> and \<#5> and \<t:0>`],
    ['*not bold* _x_ ~~y~~ ||z||', String.raw`\*not bold\* \_x\_ \~\~y\~\~ \|\|z\|\|`],
    ['# loud', String.raw`\# loud`],
    ['1. first', String.raw`1\. first`],
    ['> quoted', String.raw`\> quoted`],
    ['[free](https://evil.example)', '[free](https://evil.example)'],
    ['[x](javascript:alert)', String.raw`\[x\](javascript:alert)`],
    ['[https://bank.example](https://evil.example)', 'https://evil.example'],
    ['see https://a.example/x_y_z', 'see https://a.example/x_y_z'],
    ['465.', '465.'],
    ['`` `tick ``', String.raw`\`\` \`tick \`\``],
  ])('%s means itself', (written, shown) => {
    expect(shownText(render(reply([{ kind: 'text', text: written }]), { key: 'a' })).trim()).toBe(shown);
  });
});
