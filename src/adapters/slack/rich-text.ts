import type { types } from '@slack/bolt';
import { DATE_FORMAT } from './escape.ts';
import { parseInline, parseMarkdown, type Inline, type Paragraph } from './small-markdown.ts';

/*
 * Rich text, not mrkdwn, carries what people and topics write: its text elements are literal, so
 * nothing can form a mention, and bold works inside Chinese sentences, where mrkdwn wants spaces.
 */

function style(run: Inline): { style?: { bold?: true; code?: true } } {
  if (run.bold === undefined && run.code === undefined) return {};
  return { style: { ...(run.bold && { bold: true }), ...(run.code && { code: true }) } };
}

function element(run: Inline): types.RichTextElement {
  if (run.at !== undefined)
    return { type: 'date', timestamp: Math.floor(run.at / 1000), format: DATE_FORMAT, fallback: run.text };
  if (run.url === undefined) return { type: 'text', text: run.text, ...style(run) };
  return { type: 'link', url: run.url, text: run.text };
}

/** One line; Slack refuses a section without elements. */
export function richSection(runs: readonly Inline[]): types.RichTextSection {
  const elements = runs.filter((run) => run.text !== '').map(element);
  return { type: 'rich_text_section', elements: elements.length > 0 ? elements : [{ type: 'text', text: ' ' }] };
}

function lines(paragraph: Paragraph): types.RichTextSection {
  const runs = paragraph.lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
  return richSection(runs);
}

export function richBullets(items: readonly (readonly Inline[])[]): types.RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: items.map(richSection) };
}

/** Numbered from `from` + 1, so that a list can go on in another block. */
export function richNumbers(items: readonly string[], from: number): types.RichTextList {
  const offset = from === 0 ? {} : { offset: from };
  return {
    type: 'rich_text_list',
    style: 'ordered',
    ...offset,
    elements: items.map((item) => richSection(parseInline(item.replaceAll('\n', ' ')))),
  };
}

export function richMarkdown(markdown: string): (types.RichTextSection | types.RichTextList)[] {
  return parseMarkdown(markdown).map((paragraph) =>
    paragraph.kind === 'bullets' ? richBullets(paragraph.lines) : lines(paragraph),
  );
}

export function richText(elements: types.RichTextBlockElement[]): types.RichTextBlock {
  return { type: 'rich_text', elements };
}
