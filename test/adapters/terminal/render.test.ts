import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/adapters/terminal/render.ts';
import { screenOf } from '../../../src/adapters/terminal/screen.ts';
import { displayWidth, wrap } from '../../../src/adapters/terminal/width.ts';
import type { Block } from '../../../src/core/index.ts';
import { LANGUAGE_SAMPLES } from '../web/samples.ts';

const PLAIN = { width: 80, coloured: false };
const CASES = LANGUAGE_SAMPLES.flatMap(({ language, blocks }) => blocks.map((block) => ({ language, block })));

function printed(blocks: Block[], screen = PLAIN, language = 'en'): string {
  return renderReply({ language, blocks, quiet: false }, screen).text;
}

describe('a block on the terminal', () => {
  it.each(CASES)('looks as agreed: $block.kind in $language', async ({ language, block }) => {
    const text = printed([block], PLAIN, language);

    await expect(`${text}\n`).toMatchFileSnapshot(`./golden/${block.kind}.${language}.txt`);
  });

  it.each(LANGUAGE_SAMPLES)('stays within the screen, however narrow: $language', ({ language, blocks }) => {
    for (const width of [20, 33, 80]) {
      const lines = printed(blocks, { width, coloured: false }, language).split('\n');
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });

  it.each(LANGUAGE_SAMPLES)('has its table columns under each other: $language', ({ language, blocks }) => {
    const [, head = '', ...rows] = printed(
      blocks.filter(({ kind }) => kind === 'settings'),
      PLAIN,
      language,
    ).split('\n');

    const columnOf = (line: string, part: RegExp) => displayWidth(line.slice(0, line.search(part)));
    const start = columnOf(head, /端口|連接埠|Port/);
    expect(start).toBeGreaterThan(0);
    expect(rows.map((row) => columnOf(row, /\d{3}/))).toEqual(rows.map(() => start));
  });

  it('takes control characters out, which could move the cursor or hide text', () => {
    const evil = 'a\u001B[2J\u001B]0;title\u0007b\u0008\u009B31m\u202Ec\r\u200Bd';
    const blocks: Block[] = [
      { kind: 'text', text: evil },
      { kind: 'settings', title: evil, columns: [evil], rows: [[evil]] },
      { kind: 'steps', title: evil, items: [evil] },
      { kind: 'verdict', level: 'risky', title: evil, text: evil },
      { kind: 'sources', title: evil, items: [{ label: evil, url: evil }] },
      { kind: 'file', name: evil, mime: 'text/plain', content: evil },
      { kind: 'actions', actions: [{ label: evil, intent: { name: 'help' } }] },
    ];

    const text = printed(blocks);

    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200B\u202E]/u);
  });

  it('is coloured on a terminal that has colours, and says the same', () => {
    const blocks = LANGUAGE_SAMPLES[0]?.blocks ?? [];

    const coloured = printed(blocks, { width: 80, coloured: true });

    expect(coloured).toContain('\u001B[32m[GOOD]\u001B[39m');
    expect(coloured).toContain('\u001B[1mQQ Mail\u001B[22m');
    expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe(printed(blocks));
  });

  it('numbers the buttons of all blocks in one row', () => {
    const button = (label: string) => ({ label, intent: { name: 'discover', domain: `${label}.example` } }) as const;

    const { text, choices } = renderReply(
      {
        language: 'en',
        quiet: false,
        blocks: [
          { kind: 'actions', actions: [button('a'), button('b')] },
          { kind: 'actions', actions: [button('c')] },
        ],
      },
      PLAIN,
    );

    expect(text).toBe('1) a\n2) b\n\n3) c');
    expect(choices.map(({ label }) => label)).toEqual(['a', 'b', 'c']);
  });
});

describe('colours', () => {
  it.each([
    ['a terminal with colours', { isTTY: true, hasColors: (): boolean => true }, true],
    ['a terminal with NO_COLOR', { isTTY: true, hasColors: (): boolean => false }, false],
    ['a pipe', { hasColors: (): boolean => true }, false],
  ])('on %s', (_, output, coloured) => {
    expect(screenOf(Object.assign(new PassThrough(), output)).coloured).toBe(coloured);
  });
});

describe('wrapping', () => {
  it('breaks between words, and puts no Chinese punctuation at the beginning of a line', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('打开设置，再点账号，然后保存。', 8)).toEqual(['打开设', '置，再点', '账号，然', '后保存。']);
  });

  it('breaks a word that is longer than the line, and loses nothing', () => {
    const word = 'a'.repeat(95);

    expect(wrap(word, 40).join('')).toBe(word);
    expect(wrap(word, 40).map(displayWidth)).toEqual([40, 40, 15]);
  });
});
