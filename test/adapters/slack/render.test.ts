import { describe, expect, it } from 'vitest';
import type { Block, Reply } from '../../../src/core/index.ts';
import { LANGUAGES } from '../../../src/core/index.ts';
import { render, STYLES, type SlackMessage } from '../../../src/adapters/slack/render.ts';
import { blockFault } from '../../support/slack-double/validate.ts';
import { reply } from './harness.ts';

const WORDS: Record<string, { title: string; column: string; step: string; label: string }> = {
  en: { title: 'Gmail: server settings', column: 'Server', step: 'Open **Settings**', label: 'Talk to a human' },
  'zh-Hans': { title: 'QQ邮箱：服务器设置', column: '服务器', step: '打开**设置**', label: '转人工客服' },
  'zh-Hant': { title: 'Gmail：伺服器設定', column: '伺服器', step: '開啟**設定**', label: '聯絡真人客服' },
};

function wordsOf(language: string): { title: string; column: string; step: string; label: string } {
  return WORDS[language] ?? { title: language, column: language, step: language, label: language };
}

/** One block of every kind, as an answer has them. */
function typical(language: string): Record<Block['kind'], Block> {
  const { title, column, step, label } = wordsOf(language);
  return {
    text: { kind: 'text', text: `${title} \`imap.qq.com\` <b> & [help](https://example.org/a|b)\n- **${step}**\n- 2` },
    settings: {
      kind: 'settings',
      title,
      columns: ['', column, '#'],
      rows: [
        ['IMAP', 'imap.qq.com', '993'],
        ['SMTP', 'smtp.qq.com', ''],
      ],
    },
    steps: { kind: 'steps', title, items: [step, `${step} <@U0BEN>`] },
    verdict: { kind: 'verdict', level: 'risky', title, text: step },
    sources: {
      kind: 'sources',
      title: column,
      items: [{ label: `${title} | <2026>`, url: 'https://example.org/?a=1&b=<2>' }, { label: title }],
    },
    file: { kind: 'file', name: 'mail.xml', mime: 'text/xml', content: '<x/>' },
    actions: {
      kind: 'actions',
      actions: [{ label, style: 'primary', intent: { name: 'talk-to-human', slots: { provider: 'qq' } } }],
    },
  };
}

const cases = LANGUAGES.flatMap((language) => Object.values(typical(language)).map((block) => ({ language, block })));

describe('each kind of block', () => {
  it.each(cases)('$block.kind in $language looks as it did', ({ language, block }) => {
    const message = render(reply([block], { language }), { key: 'key-1' });

    expect(message).toMatchSnapshot();
    expect(blockFault(message.blocks as unknown as Record<string, unknown>[])).toBeUndefined();
  });

  it.each(cases)('$block.kind in $language says the same in words when blocks are refused', ({ language, block }) => {
    const message = render(reply([block], { language }), { key: 'key-1', style: 'plain' });

    expect(message.blocks).toEqual([]);
    expect(message.text).not.toBe('');
  });
});

const LONG = Array.from({ length: 13_000 }, (_, index) => (index % 60 === 59 ? '\n' : '邮a'[index % 2])).join('');

function table(rows: number, cell: string): Block {
  return {
    kind: 'settings',
    columns: ['', 'Server', 'Port'],
    rows: Array.from({ length: rows }, (_, i) => [`${i}`, cell, '993']),
  };
}

const EXTREMES: Record<string, Block[]> = {
  '200 rows': [table(200, 'imap.example.org')],
  '200 rows of long cells': [table(200, 'x'.repeat(900))],
  '30 columns': [
    { kind: 'settings', columns: Array.from({ length: 30 }, String), rows: [Array.from({ length: 30 }, String)] },
  ],
  'no columns and no rows': [{ kind: 'settings', columns: [], rows: [] }],
  'empty cells': [{ kind: 'settings', columns: ['', ''], rows: [['', ''], []] }],
  'two tables': [table(3, 'a.example'), table(3, 'b.example')],
  '13,000 characters': [{ kind: 'text', text: LONG }],
  '13,000 characters without a break': [{ kind: 'text', text: '漢'.repeat(13_000) }],
  '13,000 emoji': [{ kind: 'text', text: '😀'.repeat(6_500) }],
  'an escape bomb': [{ kind: 'text', text: '<&>'.repeat(4_000) }],
  '60 actions': [
    {
      kind: 'actions',
      actions: Array.from({ length: 60 }, (_, i) => ({ label: `L${i}`.repeat(40), intent: { name: 'help' as const } })),
    },
  ],
  'an intent too long for a button': [
    { kind: 'actions', actions: [{ label: 'x', intent: { name: 'send-text', ticket: 't', text: 'y'.repeat(2_100) } }] },
  ],
  '300 steps': [{ kind: 'steps', title: 't'.repeat(4_000), items: Array.from({ length: 300 }, () => 's'.repeat(200)) }],
  'one endless step': [{ kind: 'steps', items: ['s'.repeat(9_000)] }],
  'a long verdict': [{ kind: 'verdict', level: 'broken', title: 'v'.repeat(4_000), text: 'w'.repeat(4_000) }],
  '100 sources': [
    {
      kind: 'sources',
      title: 'S',
      items: Array.from({ length: 100 }, (_, i) => ({
        label: `${i}`.repeat(300),
        url: `https://e.org/${'p'.repeat(300)}`,
      })),
    },
  ],
  '70 blocks': Array.from({ length: 70 }, (_, i): Block => ({ kind: 'text', text: `part ${i}` })),
  nothing: [],
  'an empty text': [{ kind: 'text', text: '  ' }],
};

/** The reply as a person would read it by pressing "…more" to the end. */
function allPages(whole: Reply, style?: 'careful'): SlackMessage[] {
  const pages: SlackMessage[] = [];
  let page = 0;
  for (;;) {
    const message = render(whole, { key: 'k', page, ...(style && { style }) });
    pages.push(message);
    const more = /"value":"(\{\\"name\\":\\"show-more\\"[^}]*\})"/.exec(JSON.stringify(message.blocks))?.[1];
    if (more === undefined) return pages;
    const intent = JSON.parse(more.replaceAll('\\"', '"')) as { of: string; page: number };
    expect(intent.of).toBe('k');
    expect(intent.page).toBeGreaterThan(page);
    page = intent.page;
  }
}

function matches(pages: SlackMessage[], pattern: RegExp): RegExpMatchArray[] {
  return pages.flatMap((page) => Array.from(JSON.stringify(page.blocks).matchAll(pattern)));
}

describe('at the limits', () => {
  const extremes = LANGUAGES.flatMap((language) => Object.keys(EXTREMES).map((name) => ({ name, language })));

  it.each(extremes)('$name ($language) keeps within what Slack takes, on every page', ({ name, language }) => {
    const whole = reply(EXTREMES[name] ?? [], { language });

    for (const style of [undefined, 'careful'] as const) {
      for (const message of allPages(whole, style)) {
        expect(blockFault(message.blocks as unknown as Record<string, unknown>[])).toBeUndefined();
        expect(message.text.length).toBeGreaterThan(0);
        expect(message.text.length).toBeLessThanOrEqual(4_000);
      }
    }
  });

  it.each(['en', 'zh-Hans', 'zh-Hant'])('names the button for the rest in %s', (language) => {
    const [first] = allPages(reply([{ kind: 'text', text: LONG }], { language }));

    const labels = { en: '…more', 'zh-Hans': '…更多', 'zh-Hant': '…更多' };
    expect(JSON.stringify(first?.blocks.at(-1))).toContain(labels[language as keyof typeof labels]);
  });

  it('loses no row and no word between the pages', () => {
    const rows = allPages(reply([table(200, 'imap.example.org')]));
    const words = allPages(reply([{ kind: 'text', text: LONG }]));

    const firstCells = matches(rows, /\[\{"type":"raw_text","text":"(\d+)"/g).map((match) => Number(match[1]));
    expect(firstCells).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(matches(words, /邮/g)).toHaveLength(LONG.split('邮').length - 1);
  });

  it('cuts a careful message at the same places, so that "…more" goes on where it stopped', () => {
    const whole = reply([table(120, 'imap.example.org'), { kind: 'text', text: LONG }]);
    const [first] = allPages(whole, 'careful');

    const page = Number(/\\"page\\":(\d+)/.exec(JSON.stringify(first?.blocks))?.[1]);
    const next = render(whole, { key: 'k', page });

    expect(page).toBeGreaterThan(0);
    expect(JSON.stringify(first?.blocks)).not.toContain(next.text.slice(0, 40));
  });

  it('never cuts an emoji in half', () => {
    for (const page of allPages(reply([{ kind: 'text', text: `x${'😀'.repeat(6_500)}` }]))) {
      expect(JSON.stringify(page)).not.toMatch(/\\ud8|\uFFFD/i);
    }
  });
});

describe('what people wrote', () => {
  const nasty = '<!channel> <!here> <@U0BEN> <#C0DESK> <https://evil.example|Your bank> &lt;';

  it.each(STYLES)('forms no mention and no link in style %s', (style) => {
    const everywhere: Block[] = [
      { kind: 'text', text: nasty },
      { kind: 'settings', title: nasty, columns: [nasty], rows: [[nasty]] },
      { kind: 'steps', title: nasty, items: [nasty] },
      { kind: 'verdict', level: 'good', title: nasty, text: nasty },
      { kind: 'sources', title: nasty, items: [{ label: nasty, url: `javascript:alert(1)` }] },
      { kind: 'file', name: nasty, mime: '', content: 'x' },
    ];

    const { text, blocks } = render(reply(everywhere), { key: 'k', style });

    expect(text).not.toMatch(/<[!@#h]/);
    const context = blocks.filter((block) => block.type === 'context');
    expect(JSON.stringify(context)).not.toMatch(/<[!@#h]/);
    expect(JSON.stringify(blocks)).not.toMatch(/"type":"(broadcast|user|channel|link|mrkdwn-section)"/);
  });

  it('gives a link only to https addresses', () => {
    const { blocks } = render(
      reply([{ kind: 'text', text: '[a](https://ok.example) [b](javascript:x) [c](http://x.y)' }]),
      { key: 'k' },
    );

    expect(JSON.stringify(blocks).match(/"url":"[^"]+"/g)).toEqual(['"url":"https://ok.example"']);
  });
});

describe('buttons beyond the ordinary', () => {
  const helped = (
    yes: boolean,
  ): { label: string; intent: { name: 'helped'; yes: boolean; intent: 'auth-failure' } } => ({
    label: yes ? 'Yes' : 'No',
    intent: { name: 'helped', yes, intent: 'auth-failure' },
  });
  const typesOf = (message: SlackMessage): string[] =>
    message.blocks.flatMap((block) => ('elements' in block ? block.elements.map((element) => element.type) : []));

  it('asks whether it helped with the thumbs of the agent surface, and with plain buttons where they are refused', () => {
    const blocks: Block[] = [{ kind: 'actions', actions: [helped(true), helped(false)] }];

    const thumbs = render(reply(blocks), { key: 'key-1' });
    const plain = render(reply(blocks), { key: 'key-1', style: 'careful' });

    expect(typesOf(thumbs)).toEqual(['feedback_buttons']);
    expect(blockFault(thumbs.blocks as unknown as Record<string, unknown>[])).toBeUndefined();
    expect(typesOf(plain)).toEqual(['button', 'button']);
  });

  it('puts the later ones of many buttons behind a menu, unless they say too much for it', () => {
    const short = (label: string) => ({ label, intent: { name: 'help' as const } });
    const long = { label: 'long', intent: { name: 'discover' as const, domain: `${'x'.repeat(200)}.example` } };
    const six = ['1', '2', '3', '4', '5', '6'].map(short);

    const menu = render(reply([{ kind: 'actions', actions: six }]), { key: 'key-1' });
    const buttons = render(reply([{ kind: 'actions', actions: [...six, long] }]), { key: 'key-1' });

    expect(typesOf(menu)).toEqual(['button', 'button', 'button', 'button', 'overflow']);
    expect(typesOf(buttons)).toEqual(Array.from({ length: 7 }, () => 'button'));
    expect(blockFault(menu.blocks as unknown as Record<string, unknown>[])).toBeUndefined();
  });
});
