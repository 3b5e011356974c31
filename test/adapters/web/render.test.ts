import { html } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { EntryView, ReplyView, VISITOR_LINKS, visitorView } from '../../../src/adapters/web/render.tsx';
import type { Block } from '../../../src/core/index.ts';
import { reply } from './house.ts';
import { LANGUAGE_SAMPLES } from './samples.ts';

async function rendered(blocks: Block[], language = 'en'): Promise<string> {
  return String(await html`${ReplyView({ reply: reply(blocks, language), of: 'op:1', links: VISITOR_LINKS })}`);
}

const CASES = LANGUAGE_SAMPLES.flatMap(({ language, blocks }) => blocks.map((block) => ({ language, block })));

describe('a block on the web page', () => {
  it.each(CASES)('looks as agreed: $block.kind in $language', async ({ language, block }) => {
    const markup = (await rendered([block], language)).replaceAll('><', '>\n<');

    await expect(`${markup}\n`).toMatchFileSnapshot(`./golden/${block.kind}.${language}.txt`);
  });

  it('shows what a person wrote as text, whatever it looks like', async () => {
    const evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';

    const blocks: Block[] = [
      { kind: 'text', text: `**${evil}** \`${evil}\` [${evil}](https://example.org/"onclick=x)` },
      { kind: 'settings', title: evil, columns: [evil], rows: [[evil]] },
      { kind: 'steps', title: evil, items: [evil] },
      { kind: 'verdict', level: 'good', title: evil, text: evil },
      { kind: 'sources', title: evil, items: [{ label: evil, url: evil }] },
      { kind: 'file', name: evil, mime: 'text/html', content: evil },
      { kind: 'actions', actions: [{ label: evil, intent: { name: 'help' } }] },
    ];
    const markup = await rendered(blocks);

    expect(markup).not.toMatch(/<script|<img/);
    expect(markup).not.toContain('"onclick');
    expect(markup).toContain('&lt;script&gt;');
  });

  it.each(['http://example.org', 'javascript:alert(1)', 'https:', '//example.org'])(
    'makes no link of %s',
    async (url) => {
      const markup = await rendered([
        { kind: 'text', text: `[press](${url})` },
        { kind: 'sources', title: 'Sources', items: [{ label: 'page', url }] },
      ]);

      expect(markup).not.toContain('href');
    },
  );

  it('offers to copy hosts and ports, and nothing else', async () => {
    const row = ['IMAP', 'imap.qq.com', '993', 'SSL/TLS', 'not set'];

    const markup = await rendered([{ kind: 'settings', columns: ['', 'a', 'b', 'c', 'd'], rows: [row] }]);

    expect([...markup.matchAll(/data-copy="([^"]*)"/g)].map((match) => match[1])).toEqual(['imap.qq.com', '993']);
  });
});

describe('a very long answer', () => {
  const sentence = 'Open the settings of your mail program and look at the server name. ';
  const sources: Block = { kind: 'sources', title: 'Sources', items: [{ label: 'QQ Mail Help' }] };

  it('is cut after a sentence, with the rest behind "…more" and the sources in sight', async () => {
    const markup = await rendered([{ kind: 'text', text: sentence.repeat(60) }, sources]);

    const [shown = '', hidden = ''] = markup.split('<details');
    expect(shown.length).toBeLessThan(1_700);
    expect(
      shown
        .trimEnd()
        .replace(/<\/p>$/, '')
        .trimEnd(),
    ).toMatch(/name\.$/);
    expect(hidden).toContain('<summary>…more</summary>');
    expect(hidden.split('</details>')[1]).toContain('QQ Mail Help');
  });

  it('loses no word', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `word${index}`);

    const markup = await rendered([{ kind: 'text', text: words.join(' ') }]);

    expect(markup.replaceAll(/<[^>]+>/g, '').match(/word\d+/g)).toEqual(words);
  });

  it('of ordinary length is whole', async () => {
    expect(await rendered([{ kind: 'text', text: sentence.repeat(10) }])).not.toContain('<details');
  });
});

describe('a message of a person', () => {
  it('is escaped and keeps its lines', async () => {
    const shown = { from: 'asker', sequence: 3, at: 0, text: 'first <b>\nsecond & third' } as const;

    const markup = String(await html`${EntryView({ shown, view: visitorView('en') })}`);

    expect(markup).toContain('<p class="words">first &lt;b&gt;\nsecond &amp; third</p>');
    expect(markup).toContain('id="said-3"');
  });
});
