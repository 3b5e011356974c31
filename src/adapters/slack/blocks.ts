import type { types } from '@slack/bolt';
import type { Block, Level } from '../../core/index.ts';
import { actionsPieces } from './actions-block.ts';
import { cut, split } from './cut.ts';
import { escapeText, mrkdwnLink } from './escape.ts';
import { LIMITS } from './limits.ts';
import { piece, type Piece } from './piece.ts';
import { richMarkdown, richNumbers, richText } from './rich-text.ts';
import { settingsPieces, titlePiece, type SettingsLayout } from './settings-block.ts';
import { markdownToText } from './small-markdown.ts';

const VERDICT_EMOJI: Record<Level, { name: string; character: string }> = {
  good: { name: 'white_check_mark', character: '✅' },
  risky: { name: 'warning', character: '⚠️' },
  broken: { name: 'x', character: '❌' },
  unknown: { name: 'grey_question', character: '❔' },
};

export interface BlockContext {
  /** Operation key of the message on which these blocks stand. */
  on: string;
  /** Position in the reply. */
  index: number;
  layout: SettingsLayout;
  /** Only what every server knows. */
  simple?: boolean;
}

function textPieces(markdown: string): Piece[] {
  if (markdown.trim() === '') return [];
  return split(markdown, LIMITS.blockCharacters).map((part) => {
    const lines = part.replace(/\n$/, '');
    return piece(richText(richMarkdown(lines)), markdownToText(lines), lines.length);
  });
}

function verdictPieces(block: Extract<Block, { kind: 'verdict' }>): Piece[] {
  const { name, character } = VERDICT_EMOJI[block.level];
  const title = cut(block.title, LIMITS.blockCharacters / 2);
  const heading: types.RichTextSection = {
    type: 'rich_text_section',
    elements: [
      { type: 'emoji', name },
      { type: 'text', text: ` ${title}`, style: { bold: true } },
    ],
  };
  const words = `${character} ${escapeText(title)}`;
  return [piece(richText([heading]), words), ...textPieces(block.text ?? '')];
}

function stepsPieces(block: Extract<Block, { kind: 'steps' }>): Piece[] {
  const heading = block.title === undefined ? [] : [titlePiece(block.title)];
  const pieces: Piece[] = [];
  let group: string[] = [];
  let from = 0;
  const flush = (): void => {
    if (group.length === 0) return;
    const words = group.map((item, index) => `${from + index + 1}. ${markdownToText(item)}`).join('\n');
    pieces.push(piece(richText([richNumbers(group, from)]), words));
    from += group.length;
    group = [];
  };
  for (const item of block.items.map((text) => cut(text, LIMITS.blockCharacters))) {
    if (group.join('').length + item.length > LIMITS.blockCharacters) flush();
    group.push(item);
  }
  flush();
  return [...heading, ...pieces];
}

function sourceLink(source: { label: string; url?: string }): string {
  const label = cut(source.label, LIMITS.sourceLabel);
  const usable = source.url !== undefined && /^https?:\/\//.test(source.url) && source.url.length <= LIMITS.linkUrl;
  return usable && source.url !== undefined ? mrkdwnLink(source.url, label) : escapeText(label);
}

function sourcesPieces(block: Extract<Block, { kind: 'sources' }>): Piece[] {
  if (block.items.length === 0) return [];
  const lines: string[] = [];
  for (const link of block.items.map(sourceLink)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + link.length > LIMITS.blockCharacters / 2) lines.push(link);
    else lines[lines.length - 1] = `${last} · ${link}`;
  }
  const title = escapeText(cut(block.title, LIMITS.sourceLabel));
  return lines.map((line, index) => {
    const text = index === 0 && title !== '' ? `${title}: ${line}` : line;
    return piece({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }, text);
  });
}

/** The file itself follows the message; here stands its name. */
function filePieces(block: Extract<Block, { kind: 'file' }>): Piece[] {
  const text = `📎 ${escapeText(cut(block.name, LIMITS.fileName))}`;
  return [piece({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }, text)];
}

/** A block of a reply as the Slack blocks it needs. */
export function blockPieces(block: Block, context: BlockContext): Piece[] {
  switch (block.kind) {
    case 'text':
      return textPieces(block.text);
    case 'settings':
      return settingsPieces(block, context.layout);
    case 'steps':
      return stepsPieces(block);
    case 'verdict':
      return verdictPieces(block);
    case 'sources':
      return sourcesPieces(block);
    case 'file':
      return filePieces(block);
    case 'actions':
      return actionsPieces(block.actions, context);
    default:
      return block satisfies never;
  }
}
